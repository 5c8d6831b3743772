package org.hoshimori.core.organization;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no such department. */
@ResponseStatus(HttpStatus.NOT_FOUND)
final class DepartmentUnknown extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Names the id that was asked for. */
    public DepartmentUnknown(DepartmentId id) {
        super(id.toString());
    }
}
