package org.hoshimori.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.hoshimori.logarchive.Archive;
import org.hoshimori.logarchive.Importing;
import org.hoshimori.logarchive.Reviewing;
import org.hoshimori.logarchive.Statistics;

/** What importing and reviewing logs costs, beside the engine's own COPY: {@code bin/bench logs}. */
final class LogsBench {

    private static final long SEED = 4711;

    private LogsBench() {}

    /** Arguments: a folder to work in, how many lines a format, and which formats if not all of them and a review. */
    public static void main(String[] args) throws IOException, SQLException {
        Path work = Path.of(args[0]);
        int count = Integer.parseInt(args[1]);
        System.out.println(load());
        importOf(work, "squid", Math.min(count, 100_000)); // warms up; its line is printed again below
        boolean some = args.length > 2;
        for (String format : some
                ? List.of(args[2].split(",", -1))
                : List.of("zeek", "squid", "apache", "cisco-asa", "fortigate", "suricata", "iptables", "nfdump")) {
            importOf(work, format, count);
        }
        if (!some) {
            review(work, count);
        }
        System.out.println(load());
    }

    private static void importOf(Path work, String format, int count) throws IOException, SQLException {
        Path file = GeneratedLogs.write(work.resolve(format + ".log"), format, count, SEED, 1);
        Path folder = work.resolve("archive-" + format + "-" + count);
        double beforeCopy = processor();
        double copy = format.equals("zeek") ? copy(file, work.resolve("copy.parquet")) : 0;
        double copied = processor() - beforeCopy;
        List<Importing.Outcome> outcomes = new ArrayList<>();
        double processor = processor();
        long begun = System.nanoTime();
        Importing.run(Archive.create(folder), Importing.Options.standard(), List.of(file), outcomes::add);
        double took = (System.nanoTime() - begun) / 1e9;
        double used = processor() - processor;
        Importing.Outcome outcome = outcomes.getFirst();
        double again = format.equals("zeek") ? copy(file, work.resolve("copy.parquet")) : 0;
        Statistics.Result kept = Statistics.of(Archive.open(folder));
        long packed = gzip(file);
        System.out.printf(
                Locale.ROOT,
                "%-10s %,10d lines %6.2f s %,9.0f lines/s, %,9.0f a second of processor  raw %,d  gzip -9 %,d  kept %,d = %.2f of gzip  aside %s%n",
                format,
                outcome.lines(),
                took,
                outcome.lines() / took,
                outcome.lines() / used,
                outcome.bytes(),
                packed,
                kept.bytes(),
                kept.bytes() / (double) packed,
                outcome.aside());
        if (copy > 0) {
            System.out.printf(
                    Locale.ROOT,
                    "           the engine's own COPY of the same file: %.2f s before, %.2f s after; ours is %.2f of its rate, %.2f by processor time%n",
                    copy,
                    again,
                    (copy + again) / 2 / took,
                    copied / used);
        }
        Files.delete(file);
    }

    static String load() {
        return String.format(
                Locale.ROOT,
                "load average: %.1f",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    /** Processor seconds that this process has used, which other work on the machine does not lengthen much. */
    static double processor() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                        .getProcessCpuTime()
                / 1e9;
    }

    /** The engine alone: read, sorted, written; no names, no proof. */
    private static double copy(Path file, Path to) throws SQLException {
        try (Connection engine = DriverManager.getConnection("jdbc:duckdb:");
                Statement sql = engine.createStatement()) {
            long begun = System.nanoTime();
            sql.execute("COPY (SELECT * FROM read_csv('" + file
                    + "', delim = '\t', header = false, auto_detect = false, comment = '#',"
                    + " nullstr = '-', quote = '', escape = '', columns = {'ts': 'DOUBLE', 'uid': 'VARCHAR', 'host': 'VARCHAR', 'p': 'INTEGER',"
                    + " 'resp_h': 'VARCHAR', 'resp_p': 'INTEGER', 'proto': 'VARCHAR', 'service': 'VARCHAR', 'duration': 'DOUBLE',"
                    + " 'orig_bytes': 'BIGINT', 'resp_bytes': 'BIGINT', 'conn_state': 'VARCHAR', 'local_orig': 'VARCHAR',"
                    + " 'local_resp': 'VARCHAR', 'missed': 'BIGINT', 'history': 'VARCHAR', 'orig_pkts': 'BIGINT', 'orig_ip': 'BIGINT',"
                    + " 'resp_pkts': 'BIGINT', 'resp_ip': 'BIGINT', 'tunnel': 'VARCHAR'}) ORDER BY host, ts) TO '" + to
                    + "' (FORMAT parquet, COMPRESSION zstd)");
            return (System.nanoTime() - begun) / 1e9;
        }
    }

    static long gzip(Path file) throws IOException {
        long[] bytes = {0};
        OutputStream counted = new OutputStream() {
            @Override
            public void write(int b) {
                bytes[0]++;
            }

            @Override
            public void write(byte[] b, int off, int len) {
                bytes[0] += len;
            }
        };
        try (GZIPOutputStream out = new GZIPOutputStream(counted, 1 << 16) {
            {
                def.setLevel(Deflater.BEST_COMPRESSION);
            }
        }) {
            Files.copy(file, out);
        }
        return bytes[0];
    }

    private static void review(Path work, int count) throws IOException {
        Path registers = Files.createDirectories(work.resolve("registers"));
        Files.writeString(registers.resolve("networks.csv"), "cidr,name,zone,managed\n10.1.0.0/16,office,office,yes\n");
        StringBuilder devices = new StringBuilder("mac,ip\n");
        for (int i = 0; i < GeneratedLogs.HOSTS; i++) {
            devices.append(GeneratedLogs.mac(i))
                    .append(',')
                    .append(GeneratedLogs.host(i))
                    .append('\n');
        }
        Files.writeString(registers.resolve("devices.csv"), devices);
        Path conn = GeneratedLogs.write(work.resolve("conn.log"), "zeek", count, SEED, 7);
        Path dns = work.resolve("dns.log");
        Path dhcp = work.resolve("dhcp.log");
        new GeneratedLogs(SEED, 7).others(dns, dhcp);
        Archive archive = Archive.create(work.resolve("archive-review"));
        Importing.run(archive, Importing.Options.standard(), List.of(conn, dns, dhcp), outcome -> {});
        long begun = System.nanoTime();
        Reviewing.Result result = Reviewing.of(
                archive,
                new Reviewing.Options(
                        null,
                        registers,
                        LocalDate.parse("2026-03-01"),
                        LocalDate.parse("2026-03-31"),
                        ZoneId.of("Asia/Tokyo"),
                        Map.of(),
                        0));
        System.out.printf(
                Locale.ROOT,
                "review of %,d rows, all rules: %.1f s%n",
                result.rows(),
                (System.nanoTime() - begun) / 1e9);
        answers(result);
        System.out.println("  planted: beacons " + GeneratedLogs.BEACONS + " from " + GeneratedLogs.host(10)
                + " on, scans " + GeneratedLogs.SCANS
                + " from " + GeneratedLogs.host(30) + " on, tunnels " + GeneratedLogs.TUNNELS + " from "
                + GeneratedLogs.host(50)
                + " on, unknown devices " + GeneratedLogs.STRANGERS);
    }

    static void answers(Reviewing.Result result) {
        for (Reviewing.Answer answer : result.rules()) {
            if (answer.missing().isEmpty()) {
                System.out.printf(
                        Locale.ROOT,
                        "  %-22s %4d hits %6d ms  %s%n",
                        answer.rule(),
                        answer.hits().size(),
                        answer.millis(),
                        answer.hits().stream()
                                .limit(8)
                                .map(h -> String.valueOf(h.values().get("host")))
                                .toList());
            }
        }
    }
}
