package org.hoshimori.chapters.logs;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no such review, or it has not found that. */
@ResponseStatus(HttpStatus.NOT_FOUND)
final class ReviewUnknown extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ReviewUnknown(String asked) {
        super(asked);
    }
}
