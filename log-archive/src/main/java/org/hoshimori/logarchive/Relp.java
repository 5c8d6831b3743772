package org.hoshimori.logarchive;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;

/**
 * One connection of RELP, the reliable event logging protocol that rsyslog speaks: {@code TXNR COMMAND LENGTH DATA\n}. A message is
 * acknowledged only when it is on the disk; whatever the sender has already sent is taken first and brought there together, so that one
 * wait serves many. A sender that hears nothing sends again: then a message may be there twice, but it is never missing.
 */
final class Relp {

    private static final int TOGETHER = 10_000;

    private final InputStream in;
    private final OutputStream out;
    private final Frames.Taker spool;
    private final Syncing disk;

    /** Brings to the disk what was taken. */
    @FunctionalInterface
    interface Syncing {
        void sync() throws IOException;
    }

    Relp(InputStream in, OutputStream out, Frames.Taker spool, Syncing disk) {
        this.in = new BufferedInputStream(in, 1 << 16);
        this.out = new BufferedOutputStream(out, 1 << 14);
        this.spool = spool;
        this.disk = disk;
    }

    /** Serves until the other side closes. */
    void serve() throws IOException {
        long[] taken = new long[TOGETHER];
        int count = 0;
        while (true) {
            if (count > 0 && (count == TOGETHER || in.available() == 0)) {
                acknowledge(taken, count);
                count = 0;
            }
            int first = in.read();
            while (first == '\n') {
                first = in.read();
            }
            if (first < 0) {
                acknowledge(taken, count);
                return;
            }
            long number = number(first, ' ');
            String command = command();
            byte[] data = data();
            switch (command) {
                case "syslog" -> {
                    spool.take(data, 0, data.length);
                    taken[count++] = number;
                }
                case "open" -> {
                    acknowledge(taken, count);
                    count = 0;
                    answer(number, "200 OK\nrelp_version=0\nrelp_software=hoshimori\ncommands=syslog");
                    out.flush();
                }
                case "close" -> {
                    acknowledge(taken, count);
                    answer(number, "");
                    out.write("0 serverclose 0\n".getBytes(StandardCharsets.US_ASCII));
                    out.flush();
                    return;
                }
                default -> {
                    answer(number, "500 unknown command");
                    out.flush();
                }
            }
        }
    }

    private void acknowledge(long[] numbers, int count) throws IOException {
        if (count == 0) {
            return;
        }
        disk.sync();
        for (int i = 0; i < count; i++) {
            answer(numbers[i], "200 OK");
        }
        out.flush();
    }

    private void answer(long number, String text) throws IOException {
        out.write((number + " rsp " + text.length() + (text.isEmpty() ? "" : " " + text) + "\n")
                .getBytes(StandardCharsets.US_ASCII));
    }

    /** A number of up to nine digits, up to and with what ends it. */
    private int number(int first, int end) throws IOException {
        int value = 0;
        int c = first;
        for (int digits = 0; c != end; digits++) {
            if (c < 0) {
                throw new EOFException();
            }
            if (c < '0' || c > '9' || digits == 9) {
                throw new ProtocolException("no number");
            }
            value = value * 10 + c - '0';
            c = in.read();
        }
        return value;
    }

    private String command() throws IOException {
        StringBuilder word = new StringBuilder();
        for (int c = in.read(); c != ' '; c = in.read()) {
            if (c < 0) {
                throw new EOFException();
            }
            if (!Character.isLetter(c) || word.length() == 32) {
                throw new ProtocolException("no command");
            }
            word.append((char) c);
        }
        return word.toString();
    }

    /** The length, the data, and the end of the line after it. */
    private byte[] data() throws IOException {
        int length = 0;
        int c = in.read();
        for (int digits = 0; c != ' ' && c != '\n'; digits++) {
            if (c < 0) {
                throw new EOFException();
            }
            if (c < '0' || c > '9' || digits == 9) {
                throw new ProtocolException("no length");
            }
            length = length * 10 + c - '0';
            c = in.read();
        }
        if (length > Frames.MAX) {
            throw new ProtocolException("too long");
        }
        if (c == '\n') {
            if (length > 0) {
                throw new ProtocolException("no data");
            }
            return new byte[0];
        }
        byte[] data = in.readNBytes(length);
        if (data.length < length) {
            throw new EOFException();
        }
        int end = in.read();
        if (end != '\n') {
            throw end < 0 ? new EOFException() : new ProtocolException("no end");
        }
        return data;
    }
}
