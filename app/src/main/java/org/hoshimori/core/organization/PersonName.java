package org.hoshimori.core.organization;

import java.text.Normalizer;

/**
 * A name as Japan writes it: family name first, with its reading in katakana, by which people are sorted.
 *
 * @param familyKana may be empty for a name in Latin letters
 */
public record PersonName(String family, String given, String familyKana, String givenKana) {

    private static final int HIRAGANA_TO_KATAKANA = 'ア' - 'あ';

    /** Folds half and full width and turns hiragana readings into katakana. */
    public PersonName {
        family = folded(family);
        given = folded(given);
        familyKana = katakana(folded(familyKana));
        givenKana = katakana(folded(givenKana));
        if (family.isEmpty()) {
            throw new IllegalArgumentException("a family name is needed");
        }
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    }

    private static String katakana(String text) {
        StringBuilder result = new StringBuilder(text.length());
        text.chars().forEach(c -> result.append((char) (c >= 'ぁ' && c <= 'ゖ' ? c + HIRAGANA_TO_KATAKANA : c)));
        return result.toString();
    }

    /** Family name and given name. */
    public String full() {
        return given.isEmpty() ? family : family + " " + given;
    }
}
