package org.hoshimori.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hoshimori.postgres.PostgresRefused.Reason;

/** Where things lie in a data folder; its path is real and absolute, since the server is recognised by it. */
record DataFolder(Path path) {

    /** PostgreSQL's programs start one another through a shell, with paths in double quotes. */
    private static final Pattern UNFIT = Pattern.compile("[$`\"\\\\\\n\\r]");

    static final String LOCK = "hoshimori.lock";

    /**
     * Opens a data folder, or makes it. Ours is what is empty or bears the lock file.
     *
     * @throws PostgresRefused if the folder holds something else
     */
    static DataFolder open(Path given, Account account) throws IOException {
        if (UNFIT.matcher(given.toAbsolutePath().toString()).find()) {
            throw new PostgresRefused(Reason.FOLDER_NAME, given);
        }
        if (Files.notExists(given)) {
            Path parent = given.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.createDirectory(given);
            Files.setPosixFilePermissions(given, PosixFilePermissions.fromString(account.outerMode()));
        } else if (!Files.isDirectory(given)) {
            throw new PostgresRefused(Reason.FOLDER_NOT_OURS, given, given.getFileName());
        }
        DataFolder folder = new DataFolder(given.toRealPath());
        if (Files.notExists(folder.lock())) {
            try (Stream<Path> entries = Files.list(folder.path)) {
                entries.findFirst().ifPresent(stranger -> {
                    throw new PostgresRefused(Reason.FOLDER_NOT_OURS, folder.path, stranger.getFileName());
                });
            }
        }
        return folder;
    }

    /** Makes the folder of the server's things; the server's own account may pass through it, not write in it. */
    void prepare(Account account) throws IOException {
        if (Files.notExists(home())) {
            Files.createDirectory(home());
            Files.setPosixFilePermissions(home(), PosixFilePermissions.fromString(account.outerMode()));
        }
        account.mustReach(home());
        if (Files.notExists(log())) {
            Files.createDirectory(log());
            Files.setPosixFilePermissions(log(), PosixFilePermissions.fromString("rwx------"));
            account.give(log());
        }
    }

    Path lock() {
        return path.resolve(LOCK);
    }

    Path secret() {
        return path.resolve("secrets").resolve("postgres-owner");
    }

    Path home() {
        return path.resolve("postgres");
    }

    Path cluster() {
        return home().resolve("cluster");
    }

    Path postmasterPid() {
        return cluster().resolve("postmaster.pid");
    }

    Path log() {
        return home().resolve("log");
    }

    Path hba() {
        return home().resolve("pg_hba.conf");
    }

    Path port() {
        return home().resolve("port");
    }
}
