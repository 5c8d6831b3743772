package org.hoshimori.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** {@code bin/hoshimori serve} on a new data folder, and ways to look into it. */
final class Served implements AutoCloseable {

    private static final int PORT_LINE = 3;

    private final Process process;
    private final Path data;
    private String first = "";
    private int port;

    Served(Path home, Path folder) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        this.data = folder.resolve("data");
        this.process = new ProcessBuilder(
                        home.resolve("bin/hoshimori").toString(), "serve", "--port", "0", "--data", data.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader out = process.inputReader();
        while (port == 0) {
            String line = out.readLine();
            if (line == null) {
                throw new IOException("not served");
            }
            if (line.contains("/first-start?key=")) {
                first = line.substring(line.indexOf("/first-start?key="));
            } else if (line.startsWith("ready ")) {
                port = Integer.parseInt(line.replaceAll(".*:(\\d+)/$", "$1"));
            }
        }
    }

    int port() {
        return port;
    }

    String firstLink() {
        return first;
    }

    Path data() {
        return data;
    }

    byte[] macKey() throws IOException {
        return HexFormat.of()
                .parseHex(Files.readString(data.resolve("secrets/evidence-mac")).strip());
    }

    /** The database, as the application enters it. */
    Connection database() throws IOException, SQLException {
        Path pid;
        try (Stream<Path> files = Files.walk(data.resolve("postgres"))) {
            pid = files.filter(f -> f.endsWith("postmaster.pid")).findFirst().orElseThrow();
        }
        List<String> lines = Files.readAllLines(pid);
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + lines.get(PORT_LINE).strip() + "/postgres?reWriteBatchedInserts=true",
                "hoshimori_app",
                Files.readString(data.resolve("secrets/database-app")).strip());
    }

    /** Megabytes of heap in use now, and the most that the process has held in memory. */
    double[] memory() throws IOException {
        double heap = 0;
        try (Client client = new Client(port)) {
            for (String line : client.get("/metrics").lines().toList()) {
                if (line.startsWith("jvm_memory_used_bytes{area=\"heap\"")) {
                    heap += Double.parseDouble(line.substring(line.lastIndexOf(' ')));
                }
            }
        }
        return new double[] {heap / 1e6, resident("VmHWM")};
    }

    /** Megabytes that the process itself holds in memory: a line of its status, VmRSS, VmHWM (the most), RssAnon or RssFile. */
    double resident(String line) throws IOException {
        String found = Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                .filter(l -> l.startsWith(line))
                .findFirst()
                .orElse("0");
        return Double.parseDouble(found.replaceAll("\\D", "")) / 1e3;
    }

    /** Begins to look for the most anew. */
    void forgetMost() throws IOException {
        Files.writeString(Path.of("/proc/" + process.pid() + "/clear_refs"), "5");
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
