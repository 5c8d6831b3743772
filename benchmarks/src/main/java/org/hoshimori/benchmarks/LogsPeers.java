package org.hoshimori.benchmarks;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.hoshimori.logarchive.Archive;
import org.hoshimori.logarchive.Importing;
import org.hoshimori.logarchive.Questions;

/**
 * The same logs through other tools in the same run: GoAccess, zcat and awk, PostgreSQL's COPY, nfdump ({@code bin/bench logs --peers}). What is
 * not installed is left out. None of them normalises, seals or detects.
 */
final class LogsPeers {

    private static final long SEED = 4711;

    /** Its predefined SQUID, spelled out with one form for date and time together, without which 1.7 takes no line. */
    private static final String SQUID =
            "'%x.%^ %~%L %h %^/%s %b %m %U' --datetime-format=%s --date-format=%s --time-format=%s";

    private LogsPeers() {}

    /** Arguments: a folder to work in, and how many lines. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path work = Path.of(args[0]);
        int count = Integer.parseInt(args[1]);
        System.out.println(LogsBench.load());
        ours(work, GeneratedLogs.write(work.resolve("warm.log"), "squid", 100_000, SEED, 1), "warm");
        for (String format : List.of("squid", "apache")) {
            Path file = GeneratedLogs.write(work.resolve(format + ".log"), format, count, SEED, 1);
            double ours = ours(work, file, format);
            double theirs = timed(
                    work,
                    "goaccess " + file + " --log-format=" + (format.equals("squid") ? SQUID : "COMBINED")
                            + " --no-progress --no-global-config -o " + work.resolve(format + ".json"));
            row(format, ours, "GoAccess", theirs, count);
            Files.delete(file);
        }
        Path zeek = GeneratedLogs.write(work.resolve("zeek.log"), "zeek", count, SEED, 1);
        double imported = ours(work, zeek, "zeek");
        double asked = asked(work, "zeek");
        timed(work, "gzip -k " + zeek);
        double awk = timed(
                work,
                "zcat " + zeek
                        + ".gz | awk -F'\\t' '!/^#/ { n[$3]++; b[$3] += $10 } END { for (h in n) print h, n[h], b[h] }' | sort");
        System.out.printf(
                Locale.ROOT,
                "connections and bytes by host: zcat and awk %.2f s, ours of the archive %.3f s: × %.0f%n",
                awk,
                asked,
                awk / asked);
        row("zeek", imported, "PostgreSQL's COPY", postgres(work, zeek), count);
        flows(work, count);
        System.out.println(LogsBench.load());
    }

    private static void row(String what, double ours, String peer, double theirs, int count) {
        String said = String.format(Locale.ROOT, "%-8s ours %,.0f lines/s, %s", what, count / ours, peer);
        System.out.println(
                theirs < 0
                        ? said + " is not there"
                        : said + String.format(Locale.ROOT, " %,.0f: × %.2f", count / theirs, theirs / ours));
    }

    private static double ours(Path work, Path file, String name) throws IOException {
        long begun = System.nanoTime();
        Importing.run(
                Archive.create(work.resolve("archive-" + name)),
                Importing.Options.standard(),
                List.of(file),
                outcome -> {});
        return (System.nanoTime() - begun) / 1e9;
    }

    private static double asked(Path work, String name) throws IOException {
        double best = Double.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            long begun = System.nanoTime();
            Questions.ask(
                    Archive.open(work.resolve("archive-" + name)),
                    "SELECT src_endpoint_ip, count(*), sum(traffic_bytes_out) FROM log GROUP BY 1 ORDER BY 1",
                    head -> {},
                    row -> {});
            best = Math.min(best, (System.nanoTime() - begun) / 1e9);
        }
        return best;
    }

    /** Seconds that a command of the shell takes; -1 if it fails, as it does where it is not installed. */
    private static double timed(Path work, String command) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        Process process = new ProcessBuilder("bash", "-c", "set -o pipefail; " + command)
                .redirectErrorStream(true)
                .redirectOutput(work.resolve("said.txt").toFile())
                .start();
        boolean well = process.waitFor(10, TimeUnit.MINUTES) && process.exitValue() == 0;
        return well ? (System.nanoTime() - begun) / 1e9 : -1;
    }

    private static double postgres(Path work, Path zeek) throws IOException, InterruptedException {
        Path data = Path.of("/tmp", "peer-" + ProcessHandle.current().pid());
        String as = "runuser -u postgres -- env PATH=/usr/lib/postgresql/15/bin:$PATH ";
        String ask = as + "psql -q -h " + data + " -p 54399 -d postgres -v ON_ERROR_STOP=1 ";
        if (timed(
                        work,
                        "mkdir " + data + " && chown postgres " + data + " && " + as + "initdb -D " + data
                                + "/d -U postgres >/dev/null && " + as + "pg_ctl -D " + data + "/d -w -o '-p 54399 -k "
                                + data + " -c listen_addresses=' -l " + data + "/log start >/dev/null")
                < 0) {
            return -1;
        }
        timed(
                work,
                ask
                        + "-c 'CREATE TABLE conn (ts float8, uid text, orig_h inet, orig_p int, resp_h inet, resp_p int, proto text, service text,"
                        + " duration float8, orig_bytes bigint, resp_bytes bigint, conn_state text, local_orig text, local_resp text, missed bigint,"
                        + " history text, orig_pkts bigint, orig_ip bigint, resp_pkts bigint, resp_ip bigint, tunnel text)'");
        double copied = timed(work, "grep -v '^#' " + zeek + " | " + ask + "-c \"COPY conn FROM STDIN (NULL '-')\"");
        timed(work, as + "pg_ctl -D " + data + "/d -m immediate stop >/dev/null; rm -rf " + data);
        return copied;
    }

    /** Flows sent to nfcapd as NetFlow 5, then summed by host with nfdump; ours of nfdump's own text. */
    private static void flows(Path work, int count) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(work.resolve("nfcapd"));
        Process capture;
        try {
            capture = new ProcessBuilder(
                            "nfcapd", "-b", "127.0.0.1", "-p", "29995", "-l", folder.toString(), "-B", "8000000")
                    .redirectErrorStream(true)
                    .redirectOutput(work.resolve("nfcapd.txt").toFile())
                    .start();
        } catch (IOException e) {
            System.out.println("nfdump is not there");
            return;
        }
        Thread.sleep(500);
        send(count);
        Thread.sleep(1000);
        capture.destroy();
        capture.waitFor(10, TimeUnit.SECONDS);
        try (Stream<Path> files = Files.list(folder)) {
            Path file = files.filter(p -> String.valueOf(p.getFileName()).matches("nfcapd\\.(\\d+|current.*)"))
                    .findFirst()
                    .orElseThrow();
            double summed = timed(work, "nfdump -r " + file + " -A srcip -n 10 -q");
            timed(work, "nfdump -r " + file + " -o csv > " + work.resolve("flows.csv"));
            double ours = ours(work, work.resolve("flows.csv"), "flows");
            double asked = asked(work, "flows");
            long[] rows = {0};
            Questions.ask(
                    Archive.open(work.resolve("archive-flows")),
                    "SELECT count(*) FROM log",
                    head -> {},
                    r -> rows[0] = ((Number) r.getFirst()).longValue());
            System.out.printf(
                    Locale.ROOT,
                    "flows    nfdump sums %,d by host in %.3f s (%,.0f/s), ours of the archive in %.3f s (%,.0f/s): × %.2f; imported at %,.0f/s%n",
                    rows[0],
                    summed,
                    rows[0] / summed,
                    asked,
                    rows[0] / asked,
                    summed / asked,
                    rows[0] / ours);
        }
    }

    private static void send(int count) throws IOException, InterruptedException {
        try (DatagramSocket socket = new DatagramSocket()) {
            InetAddress here = InetAddress.getLoopbackAddress();
            ByteBuffer packet = ByteBuffer.allocate(24 + 30 * 48);
            int[] inside = {0};
            int[] sent = {0};
            new GeneratedLogs(SEED, 1).each(count, e -> {
                if (inside[0] == 0) {
                    packet.clear();
                    packet.position(24);
                }
                packet.put(address(e.from())).put(address(e.to())).putInt(0).putInt(0);
                packet.putInt((int) (1 + e.sent() / 1000)).putInt((int) Math.min(e.sent() + 60, Integer.MAX_VALUE));
                packet.putInt(1000).putInt(1000 + (int) (e.lasted() * 1000) % 60_000);
                packet.putShort((short) e.fromPort()).putShort((short) e.port());
                packet.put((byte) 0)
                        .put((byte) 0x1b)
                        .put((byte) (e.port() == 53 ? 17 : 6))
                        .put((byte) 0)
                        .putInt(0)
                        .putInt(0);
                if (++inside[0] == 30) {
                    long now = (long) e.time();
                    packet.putShort(0, (short) 5)
                            .putShort(2, (short) 30)
                            .putInt(4, 61_000)
                            .putInt(8, (int) now)
                            .putInt(12, 0);
                    packet.putInt(16, sent[0]).putInt(20, 0);
                    socket.send(new DatagramPacket(packet.array(), packet.position(), here, 29_995));
                    sent[0] += 30;
                    inside[0] = 0;
                    if (sent[0] % 3000 == 0) {
                        java.util.concurrent.locks.LockSupport.parkNanos(2_000_000);
                    }
                }
            });
        }
    }

    private static byte[] address(String text) {
        String[] parts = text.split("\\.", -1);
        return new byte[] {
            (byte) Integer.parseInt(parts[0]),
            (byte) Integer.parseInt(parts[1]),
            (byte) Integer.parseInt(parts[2]),
            (byte) Integer.parseInt(parts[3])
        };
    }
}
