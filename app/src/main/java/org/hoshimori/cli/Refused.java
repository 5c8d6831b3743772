package org.hoshimori.cli;

import java.util.List;

/** The command can't be done with what it was given: a message code and its arguments. */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient List<String> arguments;

    Refused(String code, String... arguments) {
        super(code + List.of(arguments));
        this.code = code;
        this.arguments = List.of(arguments);
    }

    String code() {
        return code;
    }

    List<String> arguments() {
        return arguments;
    }
}
