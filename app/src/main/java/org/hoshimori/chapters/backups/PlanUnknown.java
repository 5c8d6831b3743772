package org.hoshimori.chapters.backups;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no such plan, or it is not for whoever asks. */
@ResponseStatus(HttpStatus.NOT_FOUND)
final class PlanUnknown extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PlanUnknown(String asked) {
        super(asked);
    }
}
