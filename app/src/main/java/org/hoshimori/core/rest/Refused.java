package org.hoshimori.core.rest;

import java.util.List;
import org.hoshimori.core.api.Problems;
import org.springframework.http.HttpStatus;

/** A call that can't be answered as it was made; nothing that it did stays. */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String code;
    private final transient List<Problems.Wrong> wrong;
    private final transient Object[] arguments;

    Refused(HttpStatus status, String code, List<Problems.Wrong> wrong, Object... arguments) {
        super(code);
        this.status = status;
        this.code = code;
        this.wrong = List.copyOf(wrong);
        this.arguments = arguments.clone();
    }

    static Refused of(HttpStatus status, String code, Object... arguments) {
        return new Refused(status, code, List.of(), arguments);
    }

    HttpStatus status() {
        return status;
    }

    String code() {
        return code;
    }

    List<Problems.Wrong> wrong() {
        return wrong;
    }

    Object[] arguments() {
        return arguments.clone();
    }
}
