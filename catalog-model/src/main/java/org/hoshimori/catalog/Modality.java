package org.hoshimori.catalog;

import java.util.Locale;

/** How strongly a duty binds (RFC 2119 in spirit). */
public enum Modality {
    /** Obliged. */
    MUST,
    /** Forbidden. */
    MUST_NOT,
    /** Expected unless there is a reason. */
    SHOULD,
    /** Permitted. */
    MAY;

    /** The code as it stands in the catalog's files: lower case with hyphens. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The constant of a code.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Modality of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
