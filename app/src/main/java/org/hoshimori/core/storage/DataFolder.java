package org.hoshimori.core.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The folder that holds all that an installation keeps: the embedded database, attachments, secrets, backups. A file in it
 * says that it is ours; a folder with anything else in it is refused.
 *
 * @param root absolute
 */
public record DataFolder(Path root) {

    private static final String MARKER = "hoshimori.data";
    private static final String FORMAT = "1";

    private static final String FILES = "files";
    private static final String BACKUPS = "backups";
    private static final String EVIDENCE = "evidence";
    private static final String LOGS = "logs";

    /** What the nodes of an installation have in common. */
    static final Set<String> COMMON = Set.of(FILES, BACKUPS, EVIDENCE, LOGS);

    /** Opens the folder, or makes it where there is none. */
    public static DataFolder open(Path folder) {
        Path root = folder.toAbsolutePath().normalize();
        try {
            if (Files.notExists(root)) {
                Files.createDirectories(root);
            }
            Path marker = root.resolve(MARKER);
            if (Files.notExists(marker)) {
                refuseForeign(root);
                Files.writeString(marker, FORMAT + "\n");
            } else if (!Files.readString(marker).strip().equals(FORMAT)) {
                throw new StorageRefused("storage-newer-folder", root.toString());
            }
            return new DataFolder(root);
        } catch (NotDirectoryException e) {
            throw new StorageRefused("storage-no-folder", root.toString());
        } catch (IOException e) {
            throw new StorageRefused("storage-folder-unusable", root.toString(), String.valueOf(e.getMessage()));
        }
    }

    /** Whether a folder is an installation's. */
    public static boolean isThere(Path folder) {
        return Files.isRegularFile(folder.resolve(MARKER));
    }

    /** Opens a folder that is ours already; makes and changes nothing. */
    public static DataFolder existing(Path folder) {
        if (!Files.isRegularFile(folder.resolve(MARKER))) {
            throw new StorageRefused("storage-no-installation", folder.toString());
        }
        return open(folder);
    }

    private static void refuseForeign(Path root) throws IOException {
        try (Stream<Path> content = Files.list(root)) {
            if (content.findAny().isPresent()) {
                throw new StorageRefused("storage-foreign-folder", root.toString());
            }
        }
    }

    /**
     * Opens a folder for a demonstration: a new or empty one, which is marked as such, or one in which a demonstration was made
     * to its end. Refuses an installation's.
     */
    public static DataFolder openDemo(Path folder) {
        boolean ours = Files.isRegularFile(folder.resolve(MARKER));
        DataFolder opened = open(folder);
        try {
            if (!ours) {
                Files.createFile(opened.demo());
            } else if (!opened.isDemo()) {
                throw new StorageRefused("storage-demo-used", folder.toString());
            } else if (Files.size(opened.demo()) == 0) {
                throw new StorageRefused("storage-demo-cut-off", folder.toString());
            }
            return opened;
        } catch (IOException e) {
            throw new StorageRefused("storage-folder-unusable", folder.toString(), String.valueOf(e.getMessage()));
        }
    }

    /** The file that marks a demonstration; who can log in to it stands in it once it is made. */
    public Path demo() {
        return root.resolve("demo");
    }

    /** Whether everything in here is made up. */
    public boolean isDemo() {
        return Files.exists(demo());
    }

    /** The embedded server's own folder. */
    public Path postgres() {
        return root.resolve("postgres");
    }

    /** Files by their content: attachments. */
    public Path files() {
        return common().resolve(FILES);
    }

    /** Backups that the running server makes, unless told to put them elsewhere. */
    public Path backups() {
        return common().resolve(BACKUPS);
    }

    /** The archive of the gateways' logs, unless told that it is elsewhere. */
    public Path logs() {
        return common().resolve(LOGS);
    }

    /** Signed heads of the record and the public seal key. */
    public Path evidence() {
        return common().resolve(EVIDENCE);
    }

    /** Whether other nodes use its files, heads and backups too. */
    public boolean isShared() {
        return Files.exists(pointer());
    }

    /** Names the shared folder, where there is one. */
    Path pointer() {
        return root.resolve("shared");
    }

    private Path common() {
        try {
            return isShared() ? SharedFolder.of(pointer()) : root;
        } catch (IOException e) {
            throw new StorageRefused("storage-folder-unusable", pointer().toString(), String.valueOf(e.getMessage()));
        }
    }

    /** Keys and passwords: readable to the owner of the process only, and never part of a backup. */
    Path secrets() {
        Path folder = root.resolve("secrets");
        try {
            if (Files.notExists(folder)) {
                Files.createDirectory(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            return folder;
        } catch (IOException e) {
            throw new StorageRefused("storage-folder-unusable", folder.toString(), String.valueOf(e.getMessage()));
        }
    }
}
