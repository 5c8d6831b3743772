package org.hoshimori.catalog;

import java.util.Locale;

/** How a duty or text prints within its clause. */
public enum Layout {
    /** As running text. */
    PARAGRAPH,
    /** As an item of a list. */
    BULLET,
    /** As an item of a list within an item. */
    SUB_BULLET,
    /** As a numbered step; the count restarts in each clause. */
    STEP,
    /** As a note. */
    NOTE,
    /** As an unnumbered heading. */
    HEADING,
    /** Only where a table names it. */
    CELL;

    /** The code as it stands in the catalog's files: lower case with hyphens. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The constant of a code.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Layout of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
