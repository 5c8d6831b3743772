package org.hoshimori.logarchive;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the archive consists of: a file of JSON lines that only grows, each line bound to the one before by its hash. A line that a crash
 * left unfinished counts as not written.
 */
final class Manifest {

    static final String START = "0".repeat(64);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Fault> broken = new ArrayList<>();
    private String head = START;
    private long length;

    private Manifest(Path file) {
        this.file = file;
    }

    /** Reads it; breaks in the chain are {@link #broken()}. */
    static Manifest read(Path file) throws IOException {
        Manifest manifest = new Manifest(file);
        if (!Files.exists(file)) {
            return manifest;
        }
        byte[] all = Files.readAllBytes(file);
        int from = 0;
        for (int i = 0; i < all.length; i++) {
            if (all[i] == '\n') {
                manifest.take(new String(all, from, i - from, StandardCharsets.UTF_8));
                from = i + 1;
            }
        }
        manifest.length = from;
        return manifest;
    }

    private void take(String line) {
        long number = entries.size() + broken.size() + 1L;
        try {
            Entry entry = JSON.readValue(line, Entry.class);
            if (!entry.previous().equals(head) || entry.number() != number) {
                broken.add(new Fault(Fault.Kind.CHAIN, file.getFileName() + ":" + number, ""));
            }
            entries.add(entry);
        } catch (JacksonException e) {
            broken.add(new Fault(Fault.Kind.UNREADABLE, file.getFileName() + ":" + number, ""));
        }
        head = Hashes.sha256(line.getBytes(StandardCharsets.UTF_8));
    }

    List<Entry> entries() {
        return entries;
    }

    List<Fault> broken() {
        return broken;
    }

    /** The hash of the last line: whoever keeps it elsewhere can tell later whether the end is missing. */
    String head() {
        return head;
    }

    long nextNumber() {
        return entries.size() + broken.size() + 1L;
    }

    /** Adds a line and returns only when it is on the disk. */
    void append(Entry entry) throws IOException {
        byte[] line = JSON.writeValueAsBytes(entry);
        boolean fresh = !Files.exists(file);
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.READ)) {
            channel.truncate(length);
            channel.position(length);
            ByteBuffer out = ByteBuffer.allocate(line.length + 1);
            out.put(line).put((byte) '\n').flip();
            while (out.hasRemaining()) {
                channel.write(out);
            }
            channel.force(true);
            length = channel.position();
        }
        if (fresh) {
            Hashes.syncFolder(file.toAbsolutePath().getParent());
        }
        entries.add(entry);
        head = Hashes.sha256(line);
    }

    /** Whether the end of the file is a line that was never finished. */
    boolean torn() throws IOException {
        if (!Files.exists(file)) {
            return false;
        }
        try (RandomAccessFile raw = new RandomAccessFile(file.toFile(), "r")) {
            return raw.length() > length;
        }
    }
}
