package org.hoshimori.core.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hoshimori.core.evidence.RestoredRecord;
import org.hoshimori.core.storage.ContentFiles;
import org.hoshimori.core.storage.DataFolder;
import org.hoshimori.core.storage.Database;
import org.hoshimori.core.storage.DatabaseLoad;
import org.hoshimori.core.storage.DatabaseShape;
import org.hoshimori.core.storage.LogIn;
import org.hoshimori.core.storage.Secrets;
import org.hoshimori.core.storage.StorageRefused;
import org.hoshimori.postgres.EmbeddedPostgres;
import org.hoshimori.proof.HeadsFile;
import org.hoshimori.proof.ProofRefused;
import org.hoshimori.proof.SealKey;
import org.jspecify.annotations.Nullable;

/**
 * Brings a backup back, into an empty folder or database only. All of the file is checked before anything is written; what is
 * written stands beside its place until it is whole.
 */
public final class Restoring {

    private static final String STAGE = ".restoring";
    private static final String SEAL = "evidence-seal.pem";
    private static final String HEADS = "heads.jsonl";

    private final Clock clock;

    /** By this clock the new epoch begins. */
    public Restoring(Clock clock) {
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param keys the key file; not needed where the folder holds the keys already
     * @param heads a file of heads that may know more than the backup
     * @param data an empty folder, or one not there yet; with a database of one's own also one that holds the keys
     * @param database an empty database of one's own, or null for the embedded one
     */
    public record Wish(
            Path file,
            @Nullable Path keys,
            @Nullable Path heads,
            Path data,
            @Nullable LogIn database) {}

    /** What came of it. */
    public record Restored(String backup, Instant madeAt, String version, RestoredRecord.Lost lost) {}

    /**
     * Restores.
     *
     * @throws StorageRefused if the file is damaged, cut off, foreign or newer, the keys are others, or the place is not empty
     */
    public Restored restore(Wish wish) throws IOException {
        try (BackupFile backup = BackupFile.open(wish.file())) {
            Path target = wish.data().toAbsolutePath().normalize();
            boolean ours = wish.database() != null && Files.isDirectory(target.resolve("secrets"));
            if (ours) {
                DataFolder folder = DataFolder.existing(target);
                backup.check(BackupKey.of(keys(wish, folder)));
                return fill(backup, folder, wish);
            }
            refuseOccupied(target);
            return stage(backup, target, wish);
        }
    }

    private static Secrets keys(Wish wish, DataFolder folder) throws IOException {
        Secrets secrets = new Secrets(folder);
        if (wish.keys() != null) {
            KeyFile.read(wish.keys()).into(secrets);
        } else if (!secrets.has(BackupKey.SECRET)) {
            throw new StorageRefused("restore-keys-needed");
        }
        refuseDemo(secrets);
        return secrets;
    }

    /** A made-up company, with log-ins that everybody knows, must not come back as one that is served to others. */
    private static void refuseDemo(Secrets secrets) {
        if (!secrets.has(SEAL)) {
            return;
        }
        try {
            String pem = new String(secrets.keep(SEAL, () -> new byte[0]), StandardCharsets.US_ASCII);
            if (SealKey.parse(pem).demo()) {
                throw new StorageRefused("restore-demo");
            }
        } catch (ProofRefused e) {
            throw new StorageRefused("restore-keys-needed");
        }
    }

    private static void refuseOccupied(Path target) throws IOException {
        if (Files.exists(target)) {
            if (!Files.isDirectory(target)) {
                throw new StorageRefused("storage-no-folder", target.toString());
            }
            try (Stream<Path> content = Files.list(target)) {
                if (content.findAny().isPresent()) {
                    throw new StorageRefused("restore-occupied", target.toString());
                }
            }
        }
    }

    private Restored stage(BackupFile backup, Path target, Wish wish) throws IOException {
        Path stage = target.resolveSibling(target.getFileName() + STAGE);
        if (Files.exists(stage) && !Files.exists(stage.resolve("hoshimori.data"))) {
            throw new StorageRefused("restore-occupied", stage.toString());
        }
        removeTree(stage);
        boolean done = false;
        try {
            DataFolder folder = staged(stage, target);
            backup.check(BackupKey.of(keys(wish, folder)));
            Restored restored = wish.database() == null ? embedded(backup, folder, wish) : fill(backup, folder, wish);
            Files.move(stage, target, StandardCopyOption.ATOMIC_MOVE);
            done = true;
            return restored;
        } finally {
            if (!done) {
                removeTree(stage);
            }
        }
    }

    private static DataFolder staged(Path stage, Path target) throws IOException {
        Files.createDirectories(stage);
        if (Files.isDirectory(target)) {
            // The server's own account may have to pass through it, as the operator has arranged.
            Files.setPosixFilePermissions(stage, Files.getPosixFilePermissions(target));
        } else {
            Files.setPosixFilePermissions(stage, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        return DataFolder.open(stage);
    }

    private Restored embedded(BackupFile backup, DataFolder folder, Wish wish) throws IOException {
        try (EmbeddedPostgres postgres =
                EmbeddedPostgres.start(folder.postgres(), EmbeddedPostgres.Options.standard())) {
            EmbeddedPostgres.Login login = postgres.owner();
            LogIn owner = new LogIn(postgres.jdbcUrl(), login.user(), login.password());
            return fill(backup, folder, new Wish(wish.file(), wish.keys(), wish.heads(), wish.data(), owner));
        }
    }

    private Restored fill(BackupFile backup, DataFolder folder, Wish wish) throws IOException {
        LogIn owner = Optional.ofNullable(wish.database()).orElseThrow();
        Secrets secrets = new Secrets(folder);
        Manifest manifest = backup.manifest();
        try (DatabaseLoad load = DatabaseLoad.into(owner, secrets, manifest.database())) {
            for (DatabaseShape.Table table : manifest.database().tables()) {
                try (InputStream rows = backup.open(Manifest.TABLES + table.full())) {
                    load.table(table, rows);
                }
            }
            load.finish();
            files(backup, folder);
            Database.openRestored(owner, secrets);
            RestoredRecord.Lost lost =
                    RestoredRecord.begin(owner, folder, manifest.id(), knownHeads(folder, wish), clock);
            load.release();
            return new Restored(manifest.id(), manifest.madeAt(), manifest.version(), lost);
        }
    }

    private static void files(BackupFile backup, DataFolder folder) throws IOException {
        ContentFiles files = new ContentFiles(folder);
        for (Manifest.Part part : backup.manifest().parts()) {
            if (part.name().startsWith(Manifest.FILES)) {
                try (InputStream content = backup.open(part.name());
                        ContentFiles.Coming coming = files.receive(content, part.size())) {
                    files.keep(coming);
                }
            }
        }
    }

    private static List<HeadsFile> knownHeads(DataFolder folder, Wish wish) throws IOException {
        List<HeadsFile> known = new ArrayList<>();
        known.add(new HeadsFile(folder.evidence().resolve(HEADS)));
        if (wish.heads() != null) {
            if (!Files.isRegularFile(wish.heads())) {
                throw new java.nio.file.NoSuchFileException(wish.heads().toString());
            }
            known.add(new HeadsFile(wish.heads()));
        }
        return known;
    }

    private static void removeTree(Path root) throws IOException {
        if (Files.notExists(root)) {
            return;
        }
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                try {
                    Files.deleteIfExists(file);
                } catch (DirectoryNotEmptyException e) {
                    throw new FileSystemException(root.toString(), null, "in use");
                }
            }
        }
    }
}
