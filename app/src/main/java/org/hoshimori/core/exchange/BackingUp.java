package org.hoshimori.core.exchange;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hoshimori.core.storage.ContentFiles;
import org.hoshimori.core.storage.DataFolder;
import org.hoshimori.core.storage.DatabaseDump;
import org.hoshimori.core.storage.DatabaseShape;
import org.hoshimori.core.storage.LogIn;
import org.hoshimori.core.storage.Secrets;

/** Makes a backup: all rows and files at one instant, in one file, while people work on. Keys are never in it. */
public final class BackingUp {

    private static final String HALF = ".part";

    private final LogIn reader;
    private final DataFolder folder;
    private final Clock clock;

    /** A backup of this database and folder; the log-in must be able to read all. */
    public BackingUp(LogIn reader, DataFolder folder, Clock clock) {
        this.reader = reader;
        this.folder = folder;
        this.clock = clock;
    }

    /**
     * A backup that was made.
     *
     * @param bytes of the file
     * @param sha256 of the file, 64 hexadecimal digits
     */
    public record Made(UUID id, Path file, long bytes, String sha256) {}

    /**
     * Makes it, whole or not at all; readable to its owner alone.
     *
     * @throws FileAlreadyExistsException if there is a file of that name
     * @throws java.util.concurrent.CancellationException if it was cancelled
     */
    public Made to(Path file, UUID id, BackupProgress progress) throws IOException {
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        Path half = file.resolveSibling(file.getFileName() + HALF);
        Files.deleteIfExists(half);
        try {
            MessageDigest digest = BackupKey.sha256();
            try (FileChannel channel = FileChannel.open(
                            half,
                            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                    OutputStream out = new DigestOutputStream(
                            new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16), digest)) {
                write(out, id, progress);
                out.flush();
                channel.force(true);
            }
            long bytes = Files.size(half);
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
            return new Made(id, file, bytes, HexFormat.of().formatHex(digest.digest()));
        } finally {
            Files.deleteIfExists(half);
        }
    }

    private void write(OutputStream out, UUID id, BackupProgress progress) throws IOException {
        BackupKey key = BackupKey.of(new Secrets(folder));
        ContentFiles files = new ContentFiles(folder);
        try (DatabaseDump dump = DatabaseDump.open(reader);
                BackupWriter writer = new BackupWriter(out, progress)) {
            List<String> names = files.names();
            progress.expect(dump.estimate() + files.bytes());
            for (DatabaseShape.Table table : dump.shape().tables()) {
                writer.part(Manifest.TABLES + table.full(), to -> dump.copy(table, to));
            }
            for (String name : names) {
                try (InputStream content = files.open(name)) {
                    writer.part(Manifest.FILES + name, content);
                }
            }
            Manifest manifest = new Manifest(
                    Manifest.TYPE, id.toString(), version(), clock.instant(), key.name(), dump.shape(), writer.parts());
            writer.finish(manifest, key);
        }
    }

    /** Removes what killed backups left in a folder. */
    static void removeHalves(Path backups) throws IOException {
        try (var files = Files.newDirectoryStream(backups, "*" + HALF)) {
            for (Path half : files) {
                Files.deleteIfExists(half);
            }
        }
    }

    private static String version() {
        String version = BackingUp.class.getPackage().getImplementationVersion();
        return version == null ? "unreleased" : version;
    }
}
