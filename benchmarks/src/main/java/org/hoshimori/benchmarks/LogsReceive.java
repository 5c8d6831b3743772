package org.hoshimori.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import org.hoshimori.logarchive.Archive;
import org.hoshimori.logarchive.Formats;
import org.hoshimori.logarchive.Importing;
import org.hoshimori.logarchive.Listening;
import org.hoshimori.logarchive.Questions;

/**
 * How many messages a second a listener in a process of its own takes over TCP and spools, whether it loses any, and how much a {@code kill -9}
 * costs: {@code bin/bench logs --receive [SECONDS]}.
 */
final class LogsReceive {

    private static final int BLOCK = 500;

    private LogsReceive() {}

    /** Arguments: a folder to work in, and for how many seconds; or {@code serve} and an archive, which is the listener. */
    public static void main(String[] args) throws IOException, InterruptedException {
        if (args[0].equals("serve")) {
            serve(Path.of(args[1]));
            return;
        }
        Path work = Path.of(args[0]);
        int seconds = Integer.parseInt(args[1]);
        System.out.println(LogsBench.load());
        for (int connections : new int[] {1, 4}) {
            unpaced(work.resolve("unpaced-" + connections), connections, seconds * 100_000L);
        }
        killed(work.resolve("killed"), 100_000, 5);
        System.out.println(LogsBench.load());
    }

    private static Listening listening(Path archive) throws IOException {
        return Listening.start(
                Archive.create(archive),
                new Listening.Options(
                        InetAddress.getLoopbackAddress(),
                        -1,
                        0,
                        -1,
                        null,
                        -1,
                        Duration.ofHours(1),
                        new Importing.Options("syslog", "gw", ZoneId.of("UTC"), Formats.shipped())),
                outcome -> {});
    }

    private static void serve(Path archive) throws IOException {
        try (Listening listening = listening(archive);
                BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            System.out.println(
                    listening.ports().stream().filter(p -> p > 0).findFirst().orElseThrow());
            while (in.readLine() != null) {
                System.out.println(listening.received());
            }
        }
    }

    /** The listener as a process. */
    private record Server(Process process, BufferedReader said, int port) {

        static Server start(Path archive) throws IOException {
            Process process = new ProcessBuilder(
                            ProcessHandle.current().info().command().orElseThrow(),
                            "-Xmx512m",
                            "--enable-native-access=ALL-UNNAMED",
                            "-cp",
                            System.getProperty("java.class.path"),
                            LogsReceive.class.getName(),
                            "serve",
                            archive.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            BufferedReader said =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            return new Server(process, said, Integer.parseInt(said.readLine()));
        }

        long received() throws IOException {
            OutputStream ask = process.getOutputStream();
            ask.write('\n');
            ask.flush();
            return Long.parseLong(said.readLine());
        }
    }

    private static byte[] block(long first, int count) {
        StringBuilder text = new StringBuilder();
        for (long i = first; i < first + count; i++) {
            text.append("<166>Mar  2 10:00:00 fw1 : %ASA-6-302014: Teardown TCP connection ")
                    .append(i)
                    .append(
                            " for outside:198.51.100.9/443 to inside:10.1.0.9/50000 duration 0:00:01 bytes 100 TCP FINs\n");
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static List<Long> kept(Path archive) throws IOException {
        List<Long> found = new ArrayList<>();
        Questions.ask(
                Archive.open(archive),
                "SELECT count(*), count(DISTINCT connection_info_uid), coalesce(max(connection_info_uid::BIGINT), -1) FROM log",
                head -> {},
                row -> row.forEach(v -> found.add(((Number) v).longValue())));
        return found;
    }

    private static void unpaced(Path archive, int connections, long messages) throws IOException, InterruptedException {
        Server server = Server.start(archive);
        long each = messages / connections / BLOCK * BLOCK;
        long begun = System.nanoTime();
        List<Thread> threads = new ArrayList<>();
        for (int c = 0; c < connections; c++) {
            long from = c * each;
            threads.add(Thread.ofPlatform().start(() -> {
                try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
                        OutputStream out = socket.getOutputStream()) {
                    for (long i = from; i < from + each; i += BLOCK) {
                        out.write(block(i, BLOCK));
                    }
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        while (server.received() < each * connections && System.nanoTime() - begun < 600_000_000_000L) {
            Thread.sleep(5);
        }
        double took = (System.nanoTime() - begun) / 1e9;
        server.process().getOutputStream().close();
        server.process().waitFor();
        System.out.printf(
                Locale.ROOT,
                "%,d messages over TCP, %d connections, unpaced: received and spooled at %,.0f/s; in the archive after the end: %,d, of them different: %,d%n",
                each * connections,
                connections,
                each * connections / took,
                kept(archive).get(0),
                kept(archive).get(1));
    }

    private static void killed(Path archive, int rate, int seconds) throws IOException, InterruptedException {
        Server server = Server.start(archive);
        int blocks = rate * seconds / BLOCK;
        long[] at = new long[blocks];
        long begun = System.nanoTime();
        int sent = 0;
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
                OutputStream out = socket.getOutputStream()) {
            for (; sent < blocks; sent++) {
                out.write(block((long) sent * BLOCK, BLOCK));
                at[sent] = System.nanoTime();
                LockSupport.parkNanos(begun + (sent + 1L) * 1_000_000_000L * BLOCK / rate - System.nanoTime());
            }
        }
        long killed = System.nanoTime();
        server.process().destroyForcibly().waitFor();
        listening(archive).close();
        List<Long> kept = kept(archive);
        int last = (int) Math.min(blocks - 1L, Math.max(kept.get(2), 0) / BLOCK);
        System.out.printf(
                Locale.ROOT,
                "kill -9 after %,d messages at %,d/s: kept %,d (the first %,d without a gap: %s), what is missing was sent in the last %.2f s; the manifest says that something may be missing: %s%n",
                (long) blocks * BLOCK,
                rate,
                kept.get(0),
                kept.get(2) + 1,
                kept.get(1) == kept.get(2) + 1,
                (killed - at[last]) / 1e9,
                java.nio.file.Files.readString(archive.resolve("manifest.jsonl"))
                        .contains("\"kind\":\"lost\""));
        if (Arrays.stream(at).anyMatch(t -> t == 0)) {
            throw new IllegalStateException();
        }
    }
}
