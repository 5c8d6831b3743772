package org.hoshimori.logarchive;

/** Numbers that are ordered as addresses are when written: {@link #LENGTH} characters each, which holds all of an address of IPv4. */
final class TextOrder {

    /** How many characters a number stands for. */
    static final int LENGTH = 15;

    private static final int RANKS = 18;

    private TextOrder() {}

    /** The number of these characters from {@code from} on, zero if there are none. */
    static long of(byte[] text, int from) {
        if (from >= text.length) {
            return 0;
        }
        long order = 0;
        for (int i = from; i < from + LENGTH; i++) {
            order = order * RANKS + (i < text.length ? rank(text[i]) : 0);
        }
        return order;
    }

    /** 1 to 17 in the order of ASCII; e, f and whatever no address has share the last one. */
    private static int rank(byte b) {
        if (b <= '.') {
            return 1;
        }
        if (b <= '9') {
            return Math.max(b - '0' + 2, 2);
        }
        return b <= ':' ? 12 : Math.min(Math.max(b - 'a' + 13, 13), 17);
    }
}
