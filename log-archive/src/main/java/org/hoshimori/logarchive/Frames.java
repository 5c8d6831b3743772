package org.hoshimori.logarchive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * Cuts a stream into messages (RFC 6587): a message that begins with a digit carries its length before it, any other ends with its line.
 * A message longer than {@link #MAX} is handed out in pieces.
 */
final class Frames {

    static final int MAX = 1 << 20;

    private final InputStream in;
    private byte[] buffer = new byte[1 << 16];
    private int from;
    private int to;

    Frames(InputStream in) {
        this.in = in;
    }

    /** Takes a message. */
    interface Taker {
        void take(byte[] bytes, int from, int to) throws IOException;
    }

    /** Hands out all messages until the stream ends; a last one without its end counts. */
    void each(Taker taker) throws IOException {
        while (true) {
            if (from == to && !more()) {
                return;
            }
            boolean counted = buffer[from] >= '1' && buffer[from] <= '9';
            int length = counted ? length() : -1;
            if (length >= 0) {
                counted(length, taker);
            } else {
                line(taker);
            }
        }
    }

    /** The length that stands before a message; -1 if what stands there is none. */
    private int length() throws IOException {
        int value = 0;
        for (int i = 0; i < 8; i++) {
            while (from + i >= to) {
                if (!more()) {
                    return -1;
                }
            }
            byte b = buffer[from + i];
            if (b == ' ' && i > 0) {
                from += i + 1;
                return value;
            }
            if (b < '0' || b > '9') {
                return -1;
            }
            value = value * 10 + b - '0';
        }
        return -1;
    }

    private void counted(int length, Taker taker) throws IOException {
        int left = length;
        while (left > 0) {
            int piece = Math.min(left, MAX);
            while (to - from < piece) {
                if (!more()) {
                    taker.take(buffer, from, to);
                    from = to;
                    throw new EOFException();
                }
            }
            taker.take(buffer, from, from + piece);
            from += piece;
            left -= piece;
        }
    }

    private void line(Taker taker) throws IOException {
        int at = from;
        while (true) {
            while (at < to && buffer[at] != '\n') {
                at++;
            }
            if (at < to || at - from >= MAX) {
                taker.take(buffer, from, at);
                from = at < to ? at + 1 : at;
                return;
            }
            int begun = at - from;
            if (!more()) {
                taker.take(buffer, from, to);
                from = to;
                return;
            }
            at = from + begun;
        }
    }

    /** Reads on; what is there is moved to the beginning. */
    private boolean more() throws IOException {
        if (from > 0) {
            System.arraycopy(buffer, from, buffer, 0, to - from);
            to -= from;
            from = 0;
        }
        if (to == buffer.length) {
            buffer = java.util.Arrays.copyOf(buffer, buffer.length * 2);
        }
        int got = in.read(buffer, to, buffer.length - to);
        if (got > 0) {
            to += got;
        }
        return got > 0;
    }
}
