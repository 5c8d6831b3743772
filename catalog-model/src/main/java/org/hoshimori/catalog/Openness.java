package org.hoshimori.catalog;

import java.util.Locale;

/** Whether the sample leaves a place to the operator. */
public enum Openness {
    /** The sample may stand. */
    SETTLED,
    /** The operator must put a value of its own (red in the source). */
    FILL,
    /** Alternatives from which the operator picks (blue in the source). */
    CHOOSE;

    /** The code as it stands in the catalog's files: lower case with hyphens. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The constant of a code.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Openness of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
