package org.hoshimori.logarchive;

import java.util.List;

/** What was asked of the archive can't be done: a message code and its arguments. */
public final class ArchiveRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient List<String> arguments;

    ArchiveRefused(String code, String... arguments) {
        super(code + List.of(arguments));
        this.code = code;
        this.arguments = List.of(arguments);
    }

    /** Of the sentence that says it. */
    public String code() {
        return code;
    }

    /** For the sentence. */
    public List<String> arguments() {
        return arguments;
    }
}
