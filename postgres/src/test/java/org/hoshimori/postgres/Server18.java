package org.hoshimori.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Real servers in real folders, and an end for each of them by its own process id. */
final class Server18 {

    static final EmbeddedPostgres.Options OPTIONS =
            EmbeddedPostgres.Options.standard().withPatience(Duration.ofSeconds(5));

    private Server18() {}

    /** The account that servers of these tests run as. */
    static Account account() throws IOException {
        return Account.choose(OPTIONS);
    }

    static String platform() {
        return System.getProperty("os.arch").equals("aarch64") ? "linux-arm64v8" : "linux-amd64";
    }

    /** A data folder that does not exist yet, where an unprivileged server may pass. */
    static Path newFolder() throws IOException {
        Path above = Files.createTempDirectory("hoshimori-pg");
        Files.setPosixFilePermissions(above, PosixFilePermissions.fromString("rwxr-xr-x"));
        return above.resolve("data");
    }

    /** A data folder with a cluster in it that no server runs on: a copy of one that was made in earnest. */
    static Path madeFolder() throws IOException {
        Path folder = newFolder();
        String copy = "cp -a \"$1\" \"$2\" && cd \"$2/postgres\" && rm port && cp -al \"$1.bin\"/* .";
        Command copied = Command.run(
                Account.SELF,
                Path.of("/"),
                List.of("sh", "-c", copy, "sh", Template.FOLDER.toString(), folder.toString()));
        if (!copied.fine()) {
            throw new IOException(copied.output());
        }
        return folder;
    }

    private static final class Template {

        static final Path FOLDER = make();

        private static Path make() {
            try {
                Path folder = newFolder();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> removeQuietly(folder)));
                EmbeddedPostgres.start(folder, OPTIONS).stop();
                String bin = "bin-" + Binaries.VERSION + "-" + platform();
                Path apart = Files.createDirectory(folder.resolveSibling("data.bin"));
                Files.move(folder.resolve("postgres").resolve(bin), apart.resolve(bin));
                return folder;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void removeQuietly(Path folder) {
            try {
                remove(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static void remove(Path folder) throws IOException {
        PostmasterPid none = new PostmasterPid(0, "", 0, false);
        PostmasterPid left = Files.isDirectory(folder)
                ? PostmasterPid.read(folder.resolve("postgres/cluster/postmaster.pid"))
                        .orElse(none)
                : none;
        boolean ours = Running.of(left.pid())
                .filter(process -> process.isPostgres()
                        && process.cluster().filter(left.folder()::equals).isPresent())
                .isPresent();
        if (ours) {
            ProcessHandle.of(left.pid()).ifPresent(ProcessHandle::destroyForcibly);
            Waiting.until(Duration.ofSeconds(5), () -> !Running.alive(left.pid()));
        }
        Trees.remove(folder.resolveSibling(".").normalize());
    }

    static Connection connect(EmbeddedPostgres postgres) throws SQLException {
        return DriverManager.getConnection(
                postgres.jdbcUrl(), postgres.owner().user(), postgres.owner().password());
    }

    static String ask(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = connect(postgres);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    static void run(EmbeddedPostgres postgres, String... sql) throws SQLException {
        try (Connection connection = connect(postgres);
                Statement statement = connection.createStatement()) {
            for (String one : sql) {
                statement.execute(one);
            }
        }
    }

    /** A JVM of its own that starts a server, says so, and waits; with this before the java command. */
    static Child child(Path folder, String... before) throws IOException {
        return childWith(folder, System.getProperty("java.class.path"), before);
    }

    static Child childWith(Path folder, String classPath, String... before) throws IOException {
        List<String> command = new ArrayList<>(List.of(before));
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath,
                Starts.class.getName(),
                folder.toString()));
        Process process = new ProcessBuilder(command)
                .directory(Path.of("/").toFile())
                .redirectErrorStream(true)
                .start();
        return new Child(process, process.inputReader());
    }
}
