package org.hoshimori.journeys;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** {@code bin/hoshimori serve} as a user runs it, on a data folder of its own, until it is closed. */
final class Served implements AutoCloseable {

    private static final Path HOME = Path.of(System.getProperty("journeys.home"));
    private static final int PATIENCE_SECONDS = 30;
    /** Where the file of a running database names its port, from 0. */
    private static final int PORT_LINE = 3;

    private final Process process;
    private final Path folder;
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final String address;

    private Served(Path folder, int port, String... options) throws IOException {
        this.folder = folder;
        List<String> command = new ArrayList<>(List.of(
                HOME.resolve("bin/hoshimori").toString(),
                "serve",
                "--port",
                Integer.toString(port),
                "--data",
                folder.resolve("data").toString()));
        command.addAll(List.of(options));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("HOSHIMORI_LANG", "ja");
        this.process = builder.start();
        this.address = ready();
        Thread.ofVirtual().start(this::listen);
    }

    /** Starts with nothing there. */
    static Served fromNothing(String... options) {
        return fromNothingAt(0, options);
    }

    /** Starts with nothing there, at that port. */
    static Served fromNothingAt(int port, String... options) {
        try {
            Path folder = Files.createTempDirectory("hoshimori-journey");
            // The database's own account must be able to enter it.
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
            return new Served(folder, port, options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts on a data folder that is there already; what is around it goes with it at the end. */
    static Served on(Path folder) {
        try {
            return new Served(folder, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts as one of several on that port, its data folder below this one. */
    static Served node(Path folder, int port, String... options) {
        try {
            return new Served(folder, port, options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its data folder. */
    Path data() {
        return folder.resolve("data");
    }

    /** Runs another command of the product to its end; what it printed. Fails where the command does. */
    static String runs(Object... words) {
        try {
            List<String> command =
                    new ArrayList<>(List.of(HOME.resolve("bin/hoshimori").toString()));
            for (Object word : words) {
                command.add(word.toString());
            }
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("HOSHIMORI_LANG", "ja");
            Process process = builder.start();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + ": " + printed);
            }
            return printed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String ready() throws IOException {
        BufferedReader out = process.inputReader();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            said.add(line);
            if (line.startsWith("ready ")) {
                return line.substring("ready ".length()).replaceFirst("/$", "");
            }
        }
        throw new IllegalStateException("not served: " + said());
    }

    private void listen() {
        process.inputReader().lines().forEach(said::add);
    }

    /** What it has printed so far. */
    String said() {
        return String.join("\n", said);
    }

    /** Where it is, without a slash at the end. */
    String address() {
        return address;
    }

    /** The path of the link that the console shows where nobody can log in yet. */
    String firstLink() {
        return said.stream()
                .filter(l -> l.contains("/first-start?key="))
                .map(l -> l.substring(l.indexOf("/first-start?key=")).strip())
                .findFirst()
                .orElseThrow();
    }

    /** As if days had passed: the statement moves what was planned, and the job that looks at it looks now. */
    void timePasses(String moves, String job) throws IOException, SQLException {
        Path running;
        try (Stream<Path> files = Files.walk(data().resolve("postgres"))) {
            running = files.filter(f -> f.endsWith("postmaster.pid")).findFirst().orElseThrow();
        }
        String port = Files.readAllLines(running).get(PORT_LINE).strip();
        String password = Files.readString(data().resolve("secrets/database-app")).strip();
        try (Connection database = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + port + "/postgres", "hoshimori_app", password);
                Statement statement = database.createStatement();
                PreparedStatement now = database.prepareStatement(
                        "UPDATE storage.job SET execution_time = now() WHERE task_name = ? AND NOT picked")) {
            statement.executeUpdate(moves);
            now.setString(1, job);
            now.executeUpdate();
        }
    }

    /** Ends it as a power cut would (SIGKILL), and waits until it is gone. */
    void killed() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("the server does not stop");
            }
            remove(folder);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes a folder and what is in it, if it is there yet. */
    static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
