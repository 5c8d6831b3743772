package org.hoshimori.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hoshimori.postgres.EmbeddedPostgres.Login;
import org.hoshimori.postgres.PostgresRefused.Reason;

/** The cluster on disk: recognised as ours and of our version, or made. */
final class Cluster {

    private Cluster() {}

    /**
     * The owner's log-in of the cluster in this folder, which is made if there is none.
     *
     * @throws PostgresRefused if none can be made, or its password is lost
     */
    static Login open(DataFolder folder, Binaries binaries, Account account) throws IOException {
        if (Files.exists(folder.cluster())) {
            return OwnerSecret.read(folder.secret());
        }
        Login login = OwnerSecret.forNewCluster(folder.secret());
        make(folder.cluster(), login, binaries, account);
        return login;
    }

    /** @throws PostgresRefused if there is something that can't be run */
    static void check(DataFolder folder, Account account) throws IOException {
        Path cluster = folder.cluster();
        if (Files.notExists(cluster)) {
            return;
        }
        account.mustOwn(cluster);
        Path version = cluster.resolve("PG_VERSION");
        if (Files.notExists(version)) {
            throw new PostgresRefused(Reason.FOLDER_NOT_OURS, cluster, first(cluster));
        }
        String major = Files.readString(version).strip();
        if (!major.equals(Binaries.MAJOR)) {
            throw new PostgresRefused(Reason.OTHER_VERSION, cluster, major, Binaries.MAJOR);
        }
    }

    private static String first(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findFirst()
                    .map(entry -> entry.getFileName().toString())
                    .orElse("-");
        }
    }

    /** Made beside its place and moved there when whole. */
    private static void make(Path place, Login login, Binaries binaries, Account account) throws IOException {
        Path made = Trees.beside(place);
        Path password = Trees.beside(place.resolveSibling("pw"));
        try {
            Files.createDirectory(made);
            Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rwx------"));
            account.give(made);
            Trees.write(password, login.password(), "rw-------");
            account.give(password);
            Command initdb = Command.run(account, place.resolveSibling("."), initdb(binaries, made, password));
            if (!initdb.fine()) {
                throw initdb.output().contains(Failures.NO_SPACE)
                        ? new PostgresRefused(Reason.DISK_FULL, place)
                        : new PostgresRefused(Reason.NOT_MADE, place, Failures.lastLine(initdb.output()));
            }
            Trees.moveIntoPlace(made, place);
        } finally {
            Files.deleteIfExists(password);
            Trees.remove(made);
        }
    }

    private static List<String> initdb(Binaries binaries, Path made, Path password) {
        List<String> command = new ArrayList<>(List.of(
                binaries.program("initdb").toString(),
                "--pgdata=" + made,
                "--username=" + OwnerSecret.USER,
                "--auth=scram-sha-256",
                "--pwfile=" + password,
                "--data-checksums",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--lc-ctype=C.UTF-8",
                "--lc-collate=C",
                "--encoding=UTF8",
                "--no-instructions"));
        Settings.tunable().forEach((name, value) -> command.add("--set=" + name + "=" + value));
        return command;
    }
}
