package org.hoshimori.logarchive;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import org.duckdb.DuckDBWritableVector;
import org.jspecify.annotations.Nullable;

/**
 * Hands whole columns over to the engine. Its own way takes values one by one, each with two locks, which costs more than parsing; so where
 * its buffers can be reached they are filled at once. Where they can't (another version of the engine), values go one by one.
 */
final class Vectors {

    private static final byte[] EMPTY = {};
    private static final @Nullable VarHandle DATA = buffer("data");
    private static final @Nullable VarHandle VALIDITY = buffer("validity");

    private Vectors() {}

    private static @Nullable VarHandle buffer(String name) {
        try {
            return MethodHandles.privateLookupIn(DuckDBWritableVector.class, MethodHandles.lookup())
                    .findVarHandle(DuckDBWritableVector.class, name, ByteBuffer.class);
        } catch (ReflectiveOperationException e) {
            return null;
        }
    }

    /** Whether columns are handed over whole. */
    static boolean whole() {
        return DATA != null && VALIDITY != null;
    }

    static void none(DuckDBWritableVector to, int size) {
        if (VALIDITY == null) {
            for (int r = 0; r < size; r++) {
                to.setNull(r);
            }
            return;
        }
        ByteBuffer validity = (ByteBuffer) VALIDITY.get(to);
        for (int w = 0; w <= (size - 1) / 64; w++) {
            validity.putLong(w * 8, 0);
        }
    }

    static void longs(DuckDBWritableVector to, long[] values, boolean[] given, int size) {
        if (DATA == null || VALIDITY == null) {
            for (int r = 0; r < size; r++) {
                if (given[r]) {
                    to.setLong(r, values[r]);
                } else {
                    to.setNull(r);
                }
            }
            return;
        }
        ((ByteBuffer) DATA.get(to)).asLongBuffer().put(0, values, 0, size);
        valid((ByteBuffer) VALIDITY.get(to), given, size);
    }

    static void ints(DuckDBWritableVector to, long[] values, boolean[] given, int size) {
        if (DATA == null || VALIDITY == null) {
            for (int r = 0; r < size; r++) {
                if (given[r]) {
                    to.setInt(r, (int) values[r]);
                } else {
                    to.setNull(r);
                }
            }
            return;
        }
        ByteBuffer data = (ByteBuffer) DATA.get(to);
        for (int r = 0; r < size; r++) {
            data.putInt(r * 4, (int) values[r]);
        }
        valid((ByteBuffer) VALIDITY.get(to), given, size);
    }

    static void texts(DuckDBWritableVector to, byte[][] values, boolean[] given, int size) {
        byte[][] texts = new byte[size][];
        boolean fast = VALIDITY != null;
        for (int r = 0; r < size; r++) {
            if (given[r]) {
                texts[r] = values[r];
            } else if (fast) {
                texts[r] = EMPTY;
            }
        }
        to.setStringUtf8Batch(0, texts);
        if (VALIDITY != null) {
            valid((ByteBuffer) VALIDITY.get(to), given, size);
        }
    }

    /** A bit a row. */
    private static void valid(ByteBuffer validity, boolean[] given, int size) {
        for (int from = 0; from < size; from += 64) {
            long word = -1;
            int most = Math.min(64, size - from);
            for (int i = 0; i < most; i++) {
                if (!given[from + i]) {
                    word &= ~(1L << i);
                }
            }
            validity.putLong(from / 8, word);
        }
    }
}
