package org.hoshimori.core.organization;

import org.hoshimori.core.storage.Width;

/**
 * A name as Japan writes it: family name first, with its reading in katakana, by which people are sorted.
 *
 * @param familyKana may be empty for a name in Latin letters
 */
public record PersonName(String family, String given, String familyKana, String givenKana) {

    private static final int HIRAGANA_TO_KATAKANA = 'ア' - 'あ';

    /** Folds half and full width and turns hiragana readings into katakana. */
    public PersonName {
        family = Width.folded(family);
        given = Width.folded(given);
        familyKana = katakana(Width.folded(familyKana));
        givenKana = katakana(Width.folded(givenKana));
        if (family.isEmpty()) {
            throw new IllegalArgumentException("a family name is needed");
        }
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
