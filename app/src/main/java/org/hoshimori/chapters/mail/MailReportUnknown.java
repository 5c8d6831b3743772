package org.hoshimori.chapters.mail;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no such report, or it is not this person's business. */
@ResponseStatus(HttpStatus.NOT_FOUND)
final class MailReportUnknown extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MailReportUnknown(String asked) {
        super(asked);
    }
}
