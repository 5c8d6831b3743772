package org.hoshimori.logarchive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import org.hoshimori.logarchive.LogFormat.Heading;
import org.jspecify.annotations.Nullable;

/** Cuts a file into blocks of whole lines for several readers at once, and hashes what it hands out, in order. */
final class Blocks {

    static final int SIZE = 1 << 20;

    private final InputStream in;
    private final MessageDigest digest;
    private final Heading kind;
    private byte[] rest = {};
    private long handedOut;
    private long limit = Long.MAX_VALUE;
    private int index;
    private boolean ended;
    private String heading = "";

    /** @param digest has taken what of the file came before */
    Blocks(InputStream in, MessageDigest digest, Heading kind) {
        this.in = in;
        this.digest = digest;
        this.kind = kind;
    }

    /** From here on a batch: no more than about this many bytes; block numbers begin at 0 again. */
    synchronized void batch(long bytes) {
        limit = handedOut + bytes;
        index = 0;
    }

    /** The next block, null at the end of the batch. */
    synchronized @Nullable Block next() throws IOException {
        if (handedOut >= limit) {
            return null;
        }
        byte[] buffer = new byte[Math.max(SIZE, rest.length)];
        System.arraycopy(rest, 0, buffer, 0, rest.length);
        int filled = rest.length;
        if (!ended && filled < buffer.length) {
            int got = in.readNBytes(buffer, filled, buffer.length - filled);
            ended = got < buffer.length - filled;
            filled += got;
        }
        if (filled == 0) {
            return null;
        }
        int end = filled;
        while (!ended && end > 0 && buffer[end - 1] != '\n') {
            end--;
        }
        boolean cut = end == 0;
        if (cut) {
            end = filled;
        }
        rest = Arrays.copyOfRange(buffer, end, filled);
        digest.update(buffer, 0, end);
        handedOut += end;
        String before = heading;
        follow(buffer, end);
        return new Block(index++, buffer, end, before.isEmpty() ? heading : before, cut);
    }

    /** Whether all of the file was handed out. */
    synchronized boolean done() {
        return ended && rest.length == 0;
    }

    synchronized long handedOut() {
        return handedOut;
    }

    /** Sets the headings that a file began with when it is read on from further down. */
    synchronized void heading(String lines) {
        heading = lines;
    }

    private void follow(byte[] bytes, int end) {
        switch (kind) {
            case NONE -> {}
            case FIRST_LINE -> {
                if (heading.isEmpty()) {
                    heading = Line.text(bytes, 0, lineEnd(bytes, 0, end)).strip();
                }
            }
            case HASH -> {
                int at = 0;
                StringBuilder found = new StringBuilder();
                while (at < end) {
                    int stop = lineEnd(bytes, at, end);
                    if (bytes[at] == '#') {
                        String line = new String(bytes, at, stop - at, StandardCharsets.UTF_8);
                        if (line.startsWith("#separator")) {
                            found.setLength(0);
                        }
                        found.append(line.strip()).append('\n');
                    }
                    at = stop + 1;
                }
                if (found.indexOf("#fields") >= 0) {
                    heading = found.toString();
                }
            }
        }
    }

    private static int lineEnd(byte[] bytes, int from, int end) {
        int i = from;
        while (i < end && bytes[i] != '\n') {
            i++;
        }
        return i;
    }
}
