package org.hoshimori.core.revision;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no such draft, chapter or parameter. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public final class DraftUnknown extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DraftUnknown(String what) {
        super(what);
    }
}
