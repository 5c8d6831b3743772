package org.hoshimori.logarchive;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes a JSON object of texts, byte by byte: it is done once a row. */
final class Unmapped {

    private static final byte[] NONE = {};
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private byte[] buffer = new byte[1024];
    private int length;
    private byte[] last = NONE;

    void put(String name, String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        put(name.getBytes(StandardCharsets.UTF_8), utf8, 0, utf8.length);
    }

    void put(byte[] name, byte[] value, int from, int to) {
        room(2 * name.length + 6 * (to - from) + 8);
        byte lead = length == 0 ? (byte) '{' : (byte) ',';
        buffer[length++] = lead;
        quoted(name, 0, name.length);
        buffer[length++] = ':';
        quoted(value, from, to);
    }

    private void quoted(byte[] text, int from, int to) {
        room(6 * (to - from) + 3);
        buffer[length++] = '"';
        for (int i = from; i < to; i++) {
            byte b = text[i];
            if (b == '"' || b == '\\') {
                buffer[length++] = '\\';
                buffer[length++] = b;
            } else if (b >= 0 && b < ' ') {
                buffer[length++] = '\\';
                buffer[length++] = 'u';
                buffer[length++] = '0';
                buffer[length++] = '0';
                buffer[length++] = HEX[b >> 4];
                buffer[length++] = HEX[b & 15];
            } else {
                buffer[length++] = b;
            }
        }
        buffer[length++] = '"';
    }

    private void room(int more) {
        if (buffer.length - length < more) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, length + more));
        }
    }

    /** The object so far, empty if nothing was put; then begins anew. Equal neighbours share one array. */
    byte[] take() {
        if (length == 0) {
            return NONE;
        }
        room(1);
        buffer[length++] = '}';
        if (!Arrays.equals(last, 0, last.length, buffer, 0, length)) {
            last = Arrays.copyOf(buffer, length);
        }
        length = 0;
        return last;
    }

    void clear() {
        length = 0;
    }
}
