package org.hoshimori.chapters.assets;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.hoshimori.core.sheets.Field;

/** What free words of a table mean of several choices. */
final class Words {

    private static final int SHORTEST = 2;

    private Words() {}

    private record Word(String code, String text) {}

    /** The choice that is called so. */
    static Optional<String> meant(List<Field.Choice> choices, String text) {
        return choices.stream()
                .filter(c -> c.isCalled(text))
                .map(Field.Choice::code)
                .findFirst();
    }

    /** The choice of which a word stands within the text, the longest such word. */
    static Optional<String> within(List<Field.Choice> choices, String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return choices.stream()
                .flatMap(c -> Stream.concat(c.ja().stream(), c.en().stream())
                        .map(word -> new Word(c.code(), word.toLowerCase(Locale.ROOT))))
                .filter(word -> (word.text().length() >= SHORTEST || word.text().charAt(0) > 0x7F)
                        && lower.contains(word.text()))
                .max(Comparator.comparingInt(word -> word.text().length()))
                .map(Word::code);
    }
}
