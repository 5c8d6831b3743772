package org.hoshimori.core.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.hoshimori.proof.Hash;

/**
 * The folder that the nodes of one installation share: attachments, heads, backups. A file in it says whose it is, so that a node
 * whose share is not mounted refuses to start instead of writing where no other looks.
 */
public final class SharedFolder {

    private static final String MARKER = "hoshimori.shared";
    static final String INSTALLATION = "installation";

    private SharedFolder() {}

    /**
     * Makes this data folder keep its common part there from now on.
     *
     * @throws StorageRefused if it is another installation's, holds other files, or this data folder holds files of its own
     */
    public static void join(DataFolder folder, Path shared) {
        Path there = shared.toAbsolutePath().normalize();
        String installation = installation(folder);
        try {
            if (!Files.isDirectory(there)) {
                throw new StorageRefused("storage-no-folder", there.toString());
            }
            Path marker = there.resolve(MARKER);
            if (Files.notExists(marker)) {
                if (Files.exists(folder.pointer())) {
                    throw new StorageRefused("storage-shared-missing", there.toString());
                }
                refuseForeign(there);
                Files.writeString(marker, installation + "\n");
            } else if (!Files.readString(marker).strip().equals(installation)) {
                throw new StorageRefused("storage-shared-other", there.toString());
            }
            for (String own : DataFolder.COMMON) {
                refuseOwn(folder.root().resolve(own), there);
            }
            Files.writeString(folder.pointer(), there + "\n");
        } catch (IOException e) {
            throw new StorageRefused("storage-folder-unusable", there.toString(), String.valueOf(e.getMessage()));
        }
    }

    /** The folder that a pointer names, which must be there and be marked. */
    static Path of(Path pointer) throws IOException {
        Path there = Path.of(Files.readString(pointer).strip());
        if (!Files.isRegularFile(there.resolve(MARKER))) {
            throw new StorageRefused("storage-shared-missing", there.toString());
        }
        return there;
    }

    /** What a first node has kept by itself may have been moved here by hand; nothing else is expected. */
    private static void refuseForeign(Path there) throws IOException {
        try (Stream<Path> content = Files.list(there)) {
            if (content.anyMatch(
                    f -> !DataFolder.COMMON.contains(f.getFileName().toString()))) {
                throw new StorageRefused("storage-foreign-folder", there.toString());
            }
        }
    }

    private static void refuseOwn(Path own, Path there) throws IOException {
        if (Files.isDirectory(own)) {
            try (Stream<Path> content = Files.walk(own)) {
                if (content.anyMatch(Files::isRegularFile)) {
                    throw new StorageRefused("storage-shared-own", own.toString(), there.toString());
                }
            }
        }
    }

    /** What an installation is called among its nodes: a hash of a secret that all of them hold. */
    private static String installation(DataFolder folder) {
        byte[] secret = new Secrets(folder).bytes(INSTALLATION);
        return HexFormat.of().formatHex(Hash.sha256(secret).bytes(), 0, Long.BYTES);
    }
}
