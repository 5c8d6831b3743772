package org.hoshimori.chapters.processing;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no such entry, or the regulation in force wants no log. */
@ResponseStatus(HttpStatus.NOT_FOUND)
final class NotKept extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotKept(String asked) {
        super(asked);
    }
}
