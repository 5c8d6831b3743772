package org.hoshimori.catalog;

import java.util.Locale;

/** Whose a sentence or sample value is. */
public enum Origin {
    /** The source document gives it. */
    SOURCE,
    /** Ours, because the source gives none. */
    OURS;

    /** The code as it stands in the catalog's files: lower case with hyphens. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The constant of a code.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Origin of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
