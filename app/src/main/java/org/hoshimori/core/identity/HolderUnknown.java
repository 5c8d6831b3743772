package org.hoshimori.core.identity;

import org.hoshimori.core.organization.PersonId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Nobody with this id may have an account. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public final class HolderUnknown extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Names whom was asked for. */
    public HolderUnknown(PersonId id) {
        super(id.toString());
    }
}
