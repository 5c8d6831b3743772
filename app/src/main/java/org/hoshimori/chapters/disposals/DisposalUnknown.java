package org.hoshimori.chapters.disposals;

import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no such disposal, or not for whoever asks. */
@ResponseStatus(HttpStatus.NOT_FOUND)
class DisposalUnknown extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DisposalUnknown(UUID id) {
        super(id.toString());
    }
}
