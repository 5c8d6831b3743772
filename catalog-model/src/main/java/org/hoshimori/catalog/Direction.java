package org.hoshimori.catalog;

import java.util.Locale;

/** Which way a value gets stricter. */
public enum Direction {
    /** No order. */
    NONE,
    /** Larger is stricter. */
    AT_LEAST,
    /** Smaller is stricter. */
    AT_MOST,
    /** Any other value is weaker. */
    EXACTLY;

    /** The code as it stands in the catalog's files: lower case with hyphens. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The constant of a code.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Direction of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
