package org.hoshimori.logarchive;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.duckdb.DuckDBWritableVector;
import org.hoshimori.logarchive.Column.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Rows by column, as many as the engine takes at once. A reader puts values into the row at hand, which is then kept or dropped. Used by
 * one thread.
 */
@SuppressWarnings("EnumOrdinal") // arrays by column: done for every value of every line
final class Rows {

    private final int capacity;
    private final byte[][][] texts = new byte[Column.COUNT][][];
    private final long[][] numbers = new long[Column.COUNT][];
    private final boolean[][] given = new boolean[Column.COUNT][];
    private final boolean[] touched = new boolean[Column.COUNT];
    private final Unmapped unmapped = new Unmapped();
    private int size;

    Rows(int capacity) {
        this.capacity = capacity;
        for (Column c : Column.values()) {
            if (c.isText()) {
                texts[c.ordinal()] = new byte[capacity][];
            } else {
                numbers[c.ordinal()] = new long[capacity];
            }
            given[c.ordinal()] = new boolean[capacity];
        }
    }

    int size() {
        return size;
    }

    boolean full() {
        return size == capacity;
    }

    /** Puts a text, if there is one. */
    void put(Column column, @Nullable String text) {
        if (text != null && !text.isEmpty()) {
            put(column, text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Puts a text given as UTF-8, which nobody changes afterwards. */
    void put(Column column, byte[] utf8) {
        int c = column.ordinal();
        texts[c][size] = utf8;
        given[c][size] = true;
        touched[c] = true;
    }

    /** Puts a part of these bytes; where the row before has the same, both share it. */
    void put(Column column, byte[] utf8, int from, int until) {
        byte[] before = size > 0 ? texts[column.ordinal()][size - 1] : null;
        if (before != null && Arrays.equals(before, 0, before.length, utf8, from, until)) {
            put(column, before);
        } else {
            put(column, Arrays.copyOfRange(utf8, from, until));
        }
    }

    void put(Column column, long number) {
        if ((int) number != number && column.kind() == Kind.SMALL) {
            unmapped.put(column.sql(), Long.toString(number)); // none of the kind: kept, but not as one
            return;
        }
        int c = column.ordinal();
        numbers[c][size] = number;
        given[c][size] = true;
        touched[c] = true;
    }

    boolean has(Column column) {
        return given[column.ordinal()][size];
    }

    /** A number of the row at hand, zero if it has none. */
    long number(Column column) {
        return has(column) ? numbers[column.ordinal()][size] : 0;
    }

    /** A text of the row at hand, empty if it has none. */
    String text(Column column) {
        return has(column) ? new String(texts[column.ordinal()][size], StandardCharsets.UTF_8) : "";
    }

    /** What OCSF has no word for, under its own name. */
    void unmapped(String name, @Nullable String value) {
        if (value != null) {
            unmapped.put(name, value);
        }
    }

    /** What OCSF has no word for, as ASCII bytes of the line. */
    void unmapped(byte[] name, byte[] bytes, int from, int to) {
        unmapped.put(name, bytes, from, to);
    }

    /** The row at hand is one. */
    void keep() {
        byte[] json = unmapped.take();
        if (json.length > 0) {
            put(Column.UNMAPPED, json);
        }
        size++;
    }

    /** The row at hand is none: as if nothing had been put. */
    void drop() {
        unmapped.clear();
        for (int c = 0; c < Column.COUNT; c++) {
            if (touched[c]) {
                given[c][size] = false;
            }
        }
    }

    void clear() {
        for (int c = 0; c < Column.COUNT; c++) {
            if (touched[c]) {
                Arrays.fill(given[c], false);
                touched[c] = false;
            }
        }
        size = 0;
    }

    /** A text column as the engine takes it: null where there is none. */
    byte[][] texts(Column column) {
        byte[][] all = texts[column.ordinal()];
        boolean[] is = given[column.ordinal()];
        byte[][] out = new byte[size][];
        for (int i = 0; i < size; i++) {
            if (is[i]) {
                out[i] = all[i];
            }
        }
        return out;
    }

    /** Hands a column over to the engine. */
    void write(Column column, DuckDBWritableVector to) {
        int c = column.ordinal();
        if (!touched[c]) {
            Vectors.none(to, size);
            return;
        }
        switch (column.kind()) {
            case TEXT -> Vectors.texts(to, texts[c], given[c], size);
            case SMALL -> Vectors.ints(to, numbers[c], given[c], size);
            case WHOLE, TIME -> Vectors.longs(to, numbers[c], given[c], size);
        }
    }

    /** Hands over numbers that are ordered as the texts of a column from this character on are. */
    void writeOrder(Column column, int from, DuckDBWritableVector to) {
        long[] order = new long[size];
        boolean[] all = new boolean[size];
        int c = column.ordinal();
        for (int r = 0; r < size; r++) {
            order[r] = given[c][r] ? TextOrder.of(texts[c][r], from) : -1;
            all[r] = true;
        }
        Vectors.longs(to, order, all, size);
    }

    boolean given(Column column, int row) {
        return given[column.ordinal()][row];
    }

    long number(Column column, int row) {
        return numbers[column.ordinal()][row];
    }

    /** Whether a column counts. */
    static boolean counts(Column column) {
        return column.kind() != Kind.TEXT;
    }
}
