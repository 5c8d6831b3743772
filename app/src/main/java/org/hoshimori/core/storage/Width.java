package org.hoshimori.core.storage;

import java.text.Normalizer;

/** Half and full width, which people mix without seeing it. */
public final class Width {

    private Width() {}

    /** Letters and digits in half width, kana in full, without blanks around: what is stored and compared. */
    public static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    }
}
