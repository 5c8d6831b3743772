package org.hoshimori.core.estate;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no such item, or it is not what was asked for. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public final class ItemUnknown extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Names what was asked for. */
    public ItemUnknown(String asked) {
        super(asked);
    }
}
