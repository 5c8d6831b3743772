package org.hoshimori.chapters.takeouts;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an asset is carried on; the regulation asks other measures of each ({@code ast-2.b} to {@code e}). */
public enum Medium {
    /** A notebook's own disk. */
    NOTEBOOK,
    /** A smartphone or a tablet. */
    PHONE,
    /** A USB memory, a card or another medium that is easily lost. */
    SMALL,
    /** A disk or another electronic medium that is not small. */
    DRIVE,
    /** Paper, film. */
    PAPER;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Medium> find(String code) {
        return Arrays.stream(values()).filter(m -> m.code().equals(code)).findFirst();
    }
}
