package org.hoshimori.catalog;

import java.util.Locale;

/** How a duty is lived. */
public enum Mode {
    /** The product does it or checks it. */
    EXECUTED,
    /** A person confirms it. */
    PERSON,
    /** Read and acknowledged only. */
    TEXT;

    /** The code as it stands in the catalog's files: lower case with hyphens. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The constant of a code.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Mode of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
