package org.hoshimori.core.scim;

import org.springframework.http.HttpStatus;

/** A call that can't be done; said as RFC 7644, 3.12 has it. Nothing that it did stays. */
final class ScimRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String type;
    private final String message;
    private final transient Object[] arguments;

    /**
     * Refuses.
     *
     * @param type a scimType, or empty where none fits
     * @param message code of the words
     */
    ScimRefused(HttpStatus status, String type, String message, Object... arguments) {
        super(message);
        this.status = status;
        this.type = type;
        this.message = message;
        this.arguments = arguments.clone();
    }

    HttpStatus status() {
        return status;
    }

    String type() {
        return type;
    }

    String message() {
        return message;
    }

    Object[] arguments() {
        return arguments.clone();
    }
}
