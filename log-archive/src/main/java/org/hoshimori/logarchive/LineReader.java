package org.hoshimori.logarchive;

import org.jspecify.annotations.Nullable;

/** Reads the lines of one file, in one thread, in their order within a block. */
interface LineReader {

    /** Puts the line's values into the row at hand; says why not if it can't. Whoever calls keeps or drops the row. */
    @Nullable
    Reason read(Line line, Rows row);

    /** Lines that speak of the lines after them, such as Zeek's {@code #fields}: every block tells which ones went before it. */
    default void heading(String lines) {}

    /** Whether this line is no event and no fault either: a comment or a heading. */
    default boolean passes(Line line) {
        return line.isEmpty();
    }
}
