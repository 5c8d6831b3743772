package org.hoshimori.core.sheets;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the words of one table mean: the same few stand in thousands of rows. */
final class Choices {

    private static final int MOST_HELD = 10_000;

    private record Word(String field, String text) {}

    private final Map<Word, Optional<String>> meant = new HashMap<>();

    Optional<String> meant(Field field, String text) {
        if (meant.size() > MOST_HELD) {
            meant.clear();
        }
        return meant.computeIfAbsent(new Word(field.code(), text), _ -> field.choice(text));
    }
}
