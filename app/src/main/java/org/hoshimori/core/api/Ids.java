package org.hoshimori.core.api;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Ids as addresses hold them, in the one way in which we write them. */
public final class Ids {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private Ids() {}

    /** The id, if the text is one. */
    public static Optional<UUID> read(String text) {
        return ID.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }
}
