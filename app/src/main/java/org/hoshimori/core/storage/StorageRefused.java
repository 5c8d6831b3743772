package org.hoshimori.core.storage;

import java.util.List;

/** The store can't be opened as asked: a message code of the command line and its arguments; nothing was changed. */
public final class StorageRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient List<String> arguments;

    /** Refuses with this message; other rooms that keep something refuse by it too. */
    public StorageRefused(String code, String... arguments) {
        super(code + List.of(arguments));
        this.code = code;
        this.arguments = List.of(arguments);
    }

    /** {@code storage-…}: what is wrong. */
    public String code() {
        return code;
    }

    /** What the message names: folders, versions, addresses. */
    public List<String> arguments() {
        return arguments;
    }
}
