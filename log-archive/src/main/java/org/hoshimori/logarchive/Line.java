package org.hoshimori.logarchive;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One line as bytes of a block, without its end. Used again and again: nobody keeps it. */
final class Line {

    private byte[] bytes = {};
    private int from;
    private int to;
    private @Nullable Purity purity;

    void at(byte[] block, int begin, int end) {
        bytes = block;
        purity = null;
        from = begin;
        to = end > begin && block[end - 1] == '\r' ? end - 1 : end;
    }

    byte[] bytes() {
        return bytes;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    boolean isEmpty() {
        return from == to;
    }

    /** Whether it is ASCII without NUL, so that its bytes are its text. */
    Purity purity() {
        Purity known = purity;
        if (known == null) {
            known = looked();
            purity = known;
        }
        return known;
    }

    private Purity looked() {
        int or = 0;
        boolean nul = false;
        for (int i = from; i < to; i++) {
            or |= bytes[i];
            nul |= bytes[i] == 0;
        }
        return nul ? Purity.BINARY : or < 0 ? Purity.MIXED : Purity.ASCII;
    }

    byte[] copy() {
        return java.util.Arrays.copyOfRange(bytes, from, to);
    }

    /** Its text. Bytes that are no UTF-8 are written as {@code \xE3}, so that they can be told from what was there. */
    String text() {
        return text(bytes, from, to);
    }

    static String text(byte[] bytes, int from, int to) {
        boolean ascii = true;
        for (int i = from; i < to && ascii; i++) {
            ascii = bytes[i] >= 0;
        }
        return ascii ? new String(bytes, from, to - from, StandardCharsets.ISO_8859_1) : decoded(bytes, from, to);
    }

    private static String decoded(byte[] bytes, int from, int to) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes, from, to - from);
        CharBuffer out = CharBuffer.allocate((to - from) * 4);
        while (true) {
            CoderResult result = decoder.decode(in, out, true);
            if (result.isUnderflow()) {
                break;
            }
            for (int i = 0; i < result.length(); i++) {
                out.put(String.format(Locale.ROOT, "\\x%02X", in.get()));
            }
            decoder.reset();
        }
        return out.flip().toString();
    }

    /** What a line is made of. */
    enum Purity {
        ASCII,
        MIXED,
        BINARY
    }
}
