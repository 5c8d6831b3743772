package org.hoshimori.core.approvals;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no such request, or it is nothing that the one who asks for it may see. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public final class RequestUnknown extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RequestUnknown(RequestId id) {
        super(id.toString());
    }
}
