package org.hoshimori.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What tests know of the source document without having it. */
final class Source {

    static final int RUN = 24;

    private Source() {}

    static List<String> rows() throws IOException {
        return text("rows.txt").lines().toList();
    }

    /** Numbers of its non-blank lines. */
    static Set<Integer> lines() throws IOException {
        Set<Integer> lines = new TreeSet<>();
        for (String range : text("lines.txt").lines().toList()) {
            String[] ends = range.split("-", -1);
            for (int i = Integer.parseInt(ends[0]); i <= Integer.parseInt(ends[ends.length - 1]); i++) {
                lines.add(i);
            }
        }
        return lines;
    }

    /** Digests of its runs of 24 letters and digits. */
    static Set<Long> runs() throws IOException {
        byte[] bytes = read("runs-of-24.bin");
        Set<Long> runs = new HashSet<>();
        for (int i = 0; i < bytes.length; i += 6) {
            runs.add(number(bytes, i));
        }
        return runs;
    }

    /** The digest of a run, as {@link #runs} has them. */
    static long digest(String run) {
        try {
            return number(MessageDigest.getInstance("SHA-256").digest(run.getBytes(StandardCharsets.UTF_8)), 0);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long number(byte[] bytes, int from) {
        long n = 0;
        for (int i = 0; i < 6; i++) {
            n = n << 8 | bytes[from + i] & 0xFF;
        }
        return n;
    }

    private static String text(String name) throws IOException {
        return new String(read(name), StandardCharsets.UTF_8);
    }

    private static byte[] read(String name) throws IOException {
        try (InputStream in = Source.class.getResourceAsStream("/source/" + name)) {
            return in.readAllBytes();
        }
    }
}
