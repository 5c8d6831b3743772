package org.hoshimori.core.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Random secrets of the installation, each in a file of its own outside the database, made when first asked for. */
public final class Secrets {

    private static final int BYTES = 32;
    private static final String HALF = ".new";

    private final Path folder;

    /** The secrets of this data folder. */
    public Secrets(DataFolder data) {
        this.folder = data.secrets();
    }

    /** A secret as text: 64 hexadecimal digits, the same for every call. */
    public String text(String name) {
        return new String(keep(name, Secrets::random), StandardCharsets.US_ASCII).strip();
    }

    private static byte[] random() {
        byte[] secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        return (HexFormat.of().formatHex(secret) + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    /** A secret of a form of its own, made by {@code first} when it is first asked for. */
    public synchronized byte[] keep(String name, Supplier<byte[]> first) {
        Path file = folder.resolve(name);
        try {
            if (Files.notExists(file)) {
                write(file, first.get());
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new StorageRefused("storage-folder-unusable", file.toString(), String.valueOf(e.getMessage()));
        }
    }

    /** Whether there is a secret of this name already. */
    public boolean has(String name) {
        return Files.exists(folder.resolve(name));
    }

    /** All of them by their names: what must outlive the folder, and what another node needs. */
    public Map<String, byte[]> all() {
        text(SharedFolder.INSTALLATION);
        Map<String, byte[]> all = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (!name.endsWith(HALF)) {
                    all.put(name, Files.readAllBytes(file));
                }
            }
            return all;
        } catch (IOException e) {
            throw new StorageRefused("storage-folder-unusable", folder.toString(), String.valueOf(e.getMessage()));
        }
    }

    /** A secret as 32 bytes. */
    public byte[] bytes(String name) {
        return HexFormat.of().parseHex(text(name));
    }

    private static void write(Path file, byte[] secret) throws IOException {
        Path half = file.resolveSibling(file.getFileName() + HALF);
        Files.deleteIfExists(half);
        try (FileChannel out = FileChannel.open(
                half,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            out.write(ByteBuffer.wrap(secret));
            out.force(true);
        }
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
