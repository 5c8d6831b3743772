package org.hoshimori.chapters.assets;

import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hoshimori.core.sheets.Field;

/** What free words of a table mean of several choices; the same few stand in thousands of rows. */
final class Words {

    private static final int SHORTEST = 2;
    private static final int MOST_HELD = 10_000;

    private record Word(String code, String text) {}

    private final IdentityHashMap<List<Field.Choice>, Map<String, Optional<String>>> meant = new IdentityHashMap<>();
    private final IdentityHashMap<List<Field.Choice>, Map<String, Optional<String>>> within = new IdentityHashMap<>();

    /** The choice that is called so. */
    Optional<String> meant(List<Field.Choice> choices, String text) {
        return answers(meant, choices)
                .computeIfAbsent(
                        text,
                        _ -> choices.stream()
                                .filter(c -> c.isCalled(text))
                                .map(Field.Choice::code)
                                .findFirst());
    }

    /** The choice of which a word stands within the text, the longest such word. */
    Optional<String> within(List<Field.Choice> choices, String text) {
        return answers(within, choices).computeIfAbsent(text, _ -> longest(choices, text.toLowerCase(Locale.ROOT)));
    }

    private static Map<String, Optional<String>> answers(
            IdentityHashMap<List<Field.Choice>, Map<String, Optional<String>>> held, List<Field.Choice> choices) {
        Map<String, Optional<String>> answers = held.computeIfAbsent(choices, _ -> new HashMap<>());
        if (answers.size() > MOST_HELD) {
            answers.clear();
        }
        return answers;
    }

    private static Optional<String> longest(List<Field.Choice> choices, String lower) {
        return choices.stream()
                .flatMap(c -> Stream.concat(c.ja().stream(), c.en().stream())
                        .map(word -> new Word(c.code(), word.toLowerCase(Locale.ROOT))))
                .filter(word -> (word.text().length() >= SHORTEST || word.text().charAt(0) > 0x7F)
                        && lower.contains(word.text()))
                .max(Comparator.comparingInt(word -> word.text().length()))
                .map(Word::code);
    }
}
