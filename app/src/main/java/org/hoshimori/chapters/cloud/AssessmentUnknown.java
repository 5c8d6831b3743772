package org.hoshimori.chapters.cloud;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no such assessment. */
@ResponseStatus(HttpStatus.NOT_FOUND)
final class AssessmentUnknown extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AssessmentUnknown(String asked) {
        super(asked);
    }
}
