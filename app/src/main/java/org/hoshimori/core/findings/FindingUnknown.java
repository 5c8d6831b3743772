package org.hoshimori.core.findings;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no such finding, action or exception. */
@ResponseStatus(HttpStatus.NOT_FOUND)
class FindingUnknown extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FindingUnknown(String which) {
        super(which);
    }
}
