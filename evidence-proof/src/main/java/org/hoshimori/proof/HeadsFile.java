package org.hoshimori.proof;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** The append-only file of signed heads outside the database: one {@link SignedHead#line} a line, oldest first. */
public final class HeadsFile {

    private static final int LONGEST_LINE = 4096;
    private static final String TORN = "lines.torn";

    private final Path path;

    /** The file at this path, which need not exist yet. */
    public HeadsFile(Path path) {
        this.path = path;
    }

    /**
     * Adds a head and waits until it is on the disk. What a crash left of a line without its end was never told to
     * anyone, and is cut off first.
     *
     * @throws ProofRefused the head does not name the file's last head as its prior, or that one can't be read
     */
    public void append(SignedHead head) throws IOException {
        try (FileChannel channel = FileChannel.open(path, CREATE, READ, WRITE);
                FileLock lock = channel.lock()) {
            Objects.requireNonNull(lock);
            channel.truncate(endOfLines(channel));
            Hash last = last(channel).map(SignedHead::hash).orElse(null);
            if (!Objects.equals(last, head.prior())) {
                throw new ProofRefused(path.toString(), 0, 0, Problem.of("heads.prior"));
            }
            ByteBuffer line = ByteBuffer.wrap((head.line() + "\n").getBytes(StandardCharsets.UTF_8));
            channel.position(channel.size());
            while (line.hasRemaining()) {
                channel.write(line);
            }
            channel.force(true);
        }
    }

    /** The newest head, if there is one; an unfinished last line does not count. */
    public Optional<SignedHead> last() throws IOException {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        try (FileChannel channel = FileChannel.open(path, READ)) {
            return last(channel);
        }
    }

    /** Hands over each line from the first, readable or not. */
    public void read(Consumer<HeadLine> to) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
            read(in, to);
        }
    }

    /** All lines that have an end, oldest first; none where there is no file. What is being written, or a crash left, is no line. */
    public List<HeadLine> lines() throws IOException {
        List<HeadLine> lines = new ArrayList<>();
        if (Files.exists(path)) {
            read(lines::add);
            if (!lines.isEmpty()
                    && lines.getLast() instanceof HeadLine.Unreadable(var ignored, Problem problem)
                    && problem.code().equals(TORN)) {
                lines.removeLast();
            }
        }
        return lines;
    }

    @Override
    public String toString() {
        return path.toString();
    }

    static void read(InputStream in, Consumer<HeadLine> to) throws IOException {
        Lines lines = new Lines(in, LONGEST_LINE);
        long number = 0;
        for (byte[] line = lines.next(); line != null; line = lines.next()) {
            number++;
            to.accept(read(number, line, lines.torn()));
        }
    }

    private static HeadLine read(long number, byte[] line, boolean torn) {
        try {
            SignedHead head = SignedHead.of(CanonicalJson.parseCanonical(line));
            return torn ? new HeadLine.Unreadable(number, Problem.of(TORN)) : new HeadLine.Read(number, head);
        } catch (ProofRefused e) {
            return new HeadLine.Unreadable(number, e.problem());
        }
    }

    private Optional<SignedHead> last(FileChannel channel) throws IOException {
        long end = endOfLines(channel);
        if (end == 0) {
            return Optional.empty();
        }
        ByteBuffer tail = tail(channel, end);
        String text = StandardCharsets.UTF_8.decode(tail).toString();
        String line = text.substring(text.lastIndexOf('\n', text.length() - 2) + 1, text.length() - 1);
        try {
            return Optional.of(SignedHead.parse(line));
        } catch (ProofRefused e) {
            throw e.in(path.toString(), 0);
        }
    }

    /** The offset after the last LF. */
    private static long endOfLines(FileChannel channel) throws IOException {
        long size = channel.size();
        ByteBuffer tail = tail(channel, size);
        for (int i = tail.limit() - 1; i >= 0; i--) {
            if (tail.get(i) == '\n') {
                return size - tail.limit() + i + 1;
            }
        }
        if (size > LONGEST_LINE) {
            throw ProofRefused.of("lines.too-long", LONGEST_LINE);
        }
        return 0;
    }

    private static ByteBuffer tail(FileChannel channel, long end) throws IOException {
        ByteBuffer tail = ByteBuffer.allocate((int) Math.min(end, 2 * LONGEST_LINE));
        long at = end - tail.capacity();
        while (tail.hasRemaining()) {
            if (channel.read(tail, at + tail.position()) < 0) {
                break;
            }
        }
        return tail.flip();
    }
}
