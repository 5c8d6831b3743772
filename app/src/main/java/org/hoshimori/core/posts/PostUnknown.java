package org.hoshimori.core.posts;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The regulation in force has no such post, or the post no such appointment. */
@ResponseStatus(HttpStatus.NOT_FOUND)
final class PostUnknown extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Names the post that was asked for. */
    public PostUnknown(String post) {
        super(post);
    }
}
