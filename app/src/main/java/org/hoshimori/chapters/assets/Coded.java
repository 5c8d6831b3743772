package org.hoshimori.chapters.assets;

import java.util.Arrays;
import java.util.Optional;

/** A choice with a code for the database, for addresses, files and messages. */
public interface Coded {

    /** The code. */
    String code();

    /** The one of these choices with this code. */
    static <E extends Enum<E> & Coded> Optional<E> find(Class<E> choices, String code) {
        return Arrays.stream(choices.getEnumConstants())
                .filter(c -> c.code().equals(code))
                .findFirst();
    }

    /** The same where it can't be missing. */
    static <E extends Enum<E> & Coded> E of(Class<E> choices, String code) {
        return find(choices, code).orElseThrow(() -> new IllegalArgumentException(code));
    }
}
