package org.hoshimori.core.organization;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** Every two neighbouring characters of a text, by which it is found: Japanese words of two characters included. */
final class Bigrams {

    private Bigrams() {}

    static String[] of(String... texts) {
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

    static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
