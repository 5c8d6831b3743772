package org.hoshimori.core.identity;

import org.springframework.security.core.AuthenticationException;

/** Too many log-ins from one address wait already: this one was not looked at, and may be tried again. */
public final class Crowded extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    Crowded() {
        super("crowded");
    }
}
