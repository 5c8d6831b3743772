package org.hoshimori.chapters.takeouts;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no such take-out, or not for whoever asks. */
@ResponseStatus(HttpStatus.NOT_FOUND)
class TakeOutUnknown extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TakeOutUnknown(TakeOutId id) {
        super(id.toString());
    }
}
