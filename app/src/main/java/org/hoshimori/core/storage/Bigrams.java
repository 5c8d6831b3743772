package org.hoshimori.core.storage;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** Every two neighbouring characters of a text, by which it is found: Japanese words of two characters included. */
public final class Bigrams {

    private Bigrams() {}

    /** The pairs of all texts, each once; of a text of one character that one. */
    public static String[] of(String... texts) {
        Set<String> pairs = new LinkedHashSet<>();
        for (String text : texts) {
            int[] letters = folded(text)
                    .codePoints()
                    .filter(c -> !Character.isWhitespace(c))
                    .toArray();
            for (int i = 0; i + 1 < letters.length; i++) {
                pairs.add(new String(letters, i, 2));
            }
            if (letters.length == 1) {
                pairs.add(new String(letters, 0, 1));
            }
        }
        return pairs.toArray(String[]::new);
    }

    /** The pairs by which words are looked for; a word of one character has none, and is left to the comparison of the text itself. */
    public static String[] asked(String... words) {
        return of(Arrays.stream(words)
                .filter(w -> folded(w)
                                .codePoints()
                                .filter(c -> !Character.isWhitespace(c))
                                .count()
                        > 1)
                .toArray(String[]::new));
    }

    /** In one width and in small letters, as pairs are made of it; blanks around stay. */
    public static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
