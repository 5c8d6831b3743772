package org.hoshimori.catalog;

import java.util.Locale;

/** The type of a parameter's value. */
public enum ParameterType {
    /** Free words, possibly per language. */
    TEXT,
    /** The code of one post. */
    POST,
    /** Codes of one or more posts, any of which serves. */
    POSTS,
    /** A month, 1 to 12. */
    MONTH,
    /** A calendar date. */
    DATE,
    /** A whole number with a unit. */
    INTEGER,
    /** A length of time. */
    DURATION,
    /** How often: once in each span of this length. */
    RHYTHM,
    /** One of several codes. */
    CHOICE,
    /** One or more of several codes. */
    CHOICES,
    /** Yes or no. */
    BOOLEAN;

    /** The code as it stands in the catalog's files: lower case with hyphens. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The constant of a code.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static ParameterType of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** Whether a value of this type may hold several codes. */
    public boolean several() {
        return this == POSTS || this == CHOICES;
    }
}
