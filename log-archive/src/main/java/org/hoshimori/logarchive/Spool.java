package org.hoshimori.logarchive;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Where received messages wait for their import: files of one message a line, written on to the disk every second. The file being written
 * ends in {@code .open}; a crash leaves it so, which tells the next start that the last second may be missing.
 */
final class Spool implements AutoCloseable {

    /** Begins the first line of every file, which is unlike that of any other, so that equal messages stay two. */
    static final String MARK = "#spool ";

    private static final String OPEN = ".open";
    private static final String READY = ".log";

    private final Path folder;
    private FileChannel channel;
    private OutputStream out;
    private Path file;
    private long bytes;
    private long written;
    private final Object disk = new Object();
    private long synced;

    Spool(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.file = fresh();
        this.channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        this.out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 18);
        Hashes.syncFolder(folder);
    }

    private Path fresh() {
        Instant now = Instant.now();
        return folder.resolve(now.toString().replace(":", "") + "-" + System.nanoTime() % 1_000_000 + OPEN);
    }

    /** Adds a message; what would end the line within it is written as a blank, as syslog asks. */
    synchronized void add(byte[] message, int from, int to) throws IOException {
        int end = to;
        while (end > from && (message[end - 1] == '\n' || message[end - 1] == '\r' || message[end - 1] == 0)) {
            end--;
        }
        if (end == from) {
            return;
        }
        if (bytes == 0) {
            out.write((MARK + UUID.randomUUID() + "\n").getBytes(StandardCharsets.US_ASCII));
        }
        boolean whole = true;
        for (int i = from; i < end && whole; i++) {
            whole = message[i] != '\n';
        }
        if (whole) {
            out.write(message, from, end - from);
        } else {
            out.write(new String(message, from, end - from, StandardCharsets.ISO_8859_1)
                    .replace('\n', ' ')
                    .getBytes(StandardCharsets.ISO_8859_1));
        }
        out.write('\n');
        bytes += end - from + 1L;
        written++;
    }

    /** Returns only when everything added before is on the disk; one wait serves all who wait at the same time. */
    void sync() throws IOException {
        synchronized (disk) {
            FileChannel current;
            long upTo;
            synchronized (this) {
                if (synced == written) {
                    return;
                }
                out.flush();
                upTo = written;
                current = channel;
            }
            try {
                current.force(false);
            } catch (ClosedChannelException e) {
                upTo = Math.max(upTo, synced); // rotated meanwhile, which brought it there
            }
            synced = upTo;
        }
    }

    /** Closes the file for its import and begins a new one, if there is anything in it. */
    synchronized void rotate() throws IOException {
        if (bytes == 0) {
            return;
        }
        finish();
        file = fresh();
        channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 18);
        bytes = 0;
        Hashes.syncFolder(folder);
    }

    private void finish() throws IOException {
        out.flush();
        channel.force(true);
        channel.close();
        String name = String.valueOf(file.getFileName());
        Files.move(
                file,
                file.resolveSibling(name.substring(0, name.length() - OPEN.length()) + READY),
                StandardCopyOption.ATOMIC_MOVE);
        Hashes.syncFolder(folder);
    }

    synchronized long bytes() {
        return bytes;
    }

    synchronized long written() {
        return written;
    }

    /** Files that wait for their import, oldest first. */
    static List<Path> ready(Path folder) throws IOException {
        return ending(folder, READY);
    }

    /** Files that a crash left open. */
    static List<Path> left(Path folder) throws IOException {
        return ending(folder, OPEN);
    }

    private static List<Path> ending(Path folder, String end) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(end)).sorted().toList();
        }
    }

    /** Makes what a crash left open ready for its import. */
    static void adopt(Path left) throws IOException {
        String name = String.valueOf(left.getFileName());
        Files.move(left, left.resolveSibling(name.substring(0, name.length() - OPEN.length()) + READY));
    }

    @Override
    public synchronized void close() throws IOException {
        if (bytes > 0) {
            finish();
        } else {
            channel.close();
            Files.deleteIfExists(file);
        }
    }
}
