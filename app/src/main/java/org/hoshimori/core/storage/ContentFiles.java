package org.hoshimori.core.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Files under the SHA-256 of their content, 64 hexadecimal digits, in folders by its first two. The same content is kept
 * once; what is kept never changes.
 */
public final class ContentFiles {

    private static final String NAME = "[0-9a-f]{64}";
    private static final String COMING = "coming";

    private final Path root;

    /** The files of this data folder. */
    public ContentFiles(DataFolder folder) {
        this.root = folder.files();
    }

    /**
     * Something read to the end and written beside its place, not kept yet.
     *
     * @param sha256 what it will be called
     */
    public record Coming(Path file, String sha256, long size) implements AutoCloseable {

        /** Removes it, unless it was kept. */
        @Override
        public void close() throws IOException {
            Files.deleteIfExists(file);
        }
    }

    /** Reads a stream to its end, or to one byte beyond {@code most}. */
    public Coming receive(InputStream content, long most) throws IOException {
        Path folder = made(root.resolve(COMING));
        Path file = folder.resolve(UUID.randomUUID().toString());
        MessageDigest digest = sha256();
        long size = 0;
        boolean done = false;
        try (FileChannel channel = FileChannel.open(
                        file,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                OutputStream out = Channels.newOutputStream(channel);
                InputStream in = new DigestInputStream(content, digest)) {
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0 && size <= most; n = in.read(buffer)) {
                out.write(buffer, 0, n);
                size += n;
            }
            channel.force(true);
            done = true;
        } finally {
            if (!done) {
                Files.deleteIfExists(file);
            }
        }
        return new Coming(file, HexFormat.of().formatHex(digest.digest()), size);
    }

    /** Keeps it, once for the same content. */
    public void keep(Coming coming) throws IOException {
        Path place = place(coming.sha256());
        made(place.resolve("..").normalize());
        Files.move(coming.file(), place, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Whether there is a file of this name. */
    public boolean has(String sha256) {
        return Files.isRegularFile(place(sha256));
    }

    /** The content, which may be other than its name says if somebody has changed it. */
    public InputStream open(String sha256) throws IOException {
        return Files.newInputStream(place(sha256));
    }

    /** Removes a file, if it is there. */
    public void remove(String sha256) throws IOException {
        Files.deleteIfExists(place(sha256));
    }

    /** The hash of the content as it is now. */
    public byte[] hash(String sha256) throws IOException {
        try (DigestInputStream in = new DigestInputStream(open(sha256), sha256())) {
            in.transferTo(OutputStream.nullOutputStream());
            return in.getMessageDigest().digest();
        }
    }

    /** All names, in order. */
    public List<String> names() throws IOException {
        if (Files.notExists(root)) {
            return List.of();
        }
        try (Stream<Path> files = Files.find(root, 2, (path, is) -> is.isRegularFile())) {
            return files.map(f -> f.getFileName().toString())
                    .filter(n -> n.matches(NAME))
                    .sorted()
                    .toList();
        }
    }

    /** How many bytes all of them have. */
    public long bytes() throws IOException {
        long bytes = 0;
        for (String name : names()) {
            bytes += Files.size(place(name));
        }
        return bytes;
    }

    /** Removes what broken uploads left: whatever has not been written to for so long. */
    public void removeHalves(Duration idle) throws IOException {
        if (Files.isDirectory(root.resolve(COMING))) {
            Instant latest = Instant.now().minus(idle);
            try (Stream<Path> files = Files.list(root.resolve(COMING))) {
                for (Path file : files.toList()) {
                    if (!Files.getLastModifiedTime(file).toInstant().isAfter(latest)) {
                        Files.deleteIfExists(file);
                    }
                }
            }
        }
    }

    private Path place(String sha256) {
        if (!sha256.matches(NAME)) {
            throw new IllegalArgumentException(sha256);
        }
        return root.resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    private static Path made(Path folder) throws IOException {
        return Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
