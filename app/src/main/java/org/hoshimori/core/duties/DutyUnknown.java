package org.hoshimori.core.duties;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no duty of this id. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public class DutyUnknown extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DutyUnknown(DutyId id) {
        super(id.toString());
    }
}
