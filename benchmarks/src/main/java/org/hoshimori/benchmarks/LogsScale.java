package org.hoshimori.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hoshimori.logarchive.Archive;
import org.hoshimori.logarchive.Importing;
import org.hoshimori.logarchive.Questions;
import org.hoshimori.logarchive.Reviewing;
import org.hoshimori.logarchive.Statistics;

/** What a row costs in archives of 10⁶ rows and more, one host's month and a whole review: {@code bin/bench logs --scale ROWS}. */
final class LogsScale {

    private static final long SEED = 4711;
    private static final Map<String, Integer> OF_TWENTY = Map.of("conn", 14, "dns", 3, "squid", 3);

    private LogsScale() {}

    /** Arguments: a folder to work in, and how many rows; an archive of so many rows that is there already is asked only. */
    public static void main(String[] args) throws IOException {
        Path work = Path.of(args[0]);
        long rows = Long.parseLong(args[1]);
        Path folder = work.resolve("archive-" + rows);
        System.out.println(LogsBench.load());
        if (!Files.exists(folder)) {
            imported(work, Archive.create(folder), rows);
        }
        Archive archive = Archive.open(folder);
        questions(archive);
        review(work, archive);
        System.out.println(LogsBench.load());
    }

    private static void imported(Path work, Archive archive, long rows) throws IOException {
        ManyLogs logs = new ManyLogs(SEED);
        double seconds = 0;
        double processor = 0;
        double packed = 0;
        for (int day = 0; day < ManyLogs.DAYS; day++) {
            for (String source : List.of("conn", "dns", "squid")) {
                Path file = work.resolve(source + ".log");
                logs.write(file, source, day, rows * OF_TWENTY.getOrDefault(source, 0) / 20 / ManyLogs.DAYS);
                if (day == 0 && source.equals("conn")) {
                    packed = LogsBench.gzip(file) / (double) Files.size(file);
                }
                double before = LogsBench.processor();
                long begun = System.nanoTime();
                Importing.Options options = Importing.Options.standard();
                Importing.run(
                        archive,
                        new Importing.Options("auto", source, options.zone(), options.formats()),
                        List.of(file),
                        outcome -> {
                            if (!outcome.aside().isEmpty()) {
                                throw new IllegalStateException(outcome.toString());
                            }
                        });
                seconds += (System.nanoTime() - begun) / 1e9;
                processor += LogsBench.processor() - before;
                Files.delete(file);
            }
        }
        Statistics.Result all = Statistics.of(archive);
        System.out.printf(
                Locale.ROOT,
                "%,d rows of %d days in %,d files, imported in %.1f s: %.2f µs a row by the clock, %.2f of processor%n",
                all.rows(),
                ManyLogs.DAYS,
                all.files(),
                seconds,
                seconds / all.rows() * 1e6,
                processor / all.rows() * 1e6);
        System.out.printf(
                Locale.ROOT,
                "kept %,d bytes, %.1f a row; 10⁹ rows like these: %.0f minutes, %.0f GB%n",
                all.bytes(),
                all.bytes() / (double) all.rows(),
                seconds / all.rows() * 1e9 / 60,
                all.bytes() / (double) all.rows());
        for (Statistics.Source source : all.sources()) {
            if (source.name().equals("conn")) {
                System.out.printf(
                        Locale.ROOT,
                        "Zeek's conn: %.2f of gzip -9 (its first day packed)%n",
                        source.bytes() / (source.rawBytes() * packed));
            }
        }
    }

    private static void questions(Archive archive) throws IOException {
        String month = " AND time >= TIMESTAMP '2026-03-01' AND time < TIMESTAMP '2026-03-31'";
        String what =
                "SELECT count(*), count(DISTINCT dst_endpoint_ip), sum(traffic_bytes_out), min(time), max(time) FROM log WHERE ";
        for (String question : List.of(
                what + "src_endpoint_ip = '" + ManyLogs.host(777) + "'" + month,
                what + "dst_endpoint_ip = '198.51.100.12'" + month,
                "SELECT source, count(*) FROM log GROUP BY source ORDER BY source")) {
            List<String> times = new ArrayList<>();
            List<Object> first = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                long begun = System.nanoTime();
                Questions.ask(archive, question, head -> {}, row -> {
                    if (times.isEmpty()) {
                        first.addAll(row);
                    }
                });
                times.add(String.format(Locale.ROOT, "%.2f s", (System.nanoTime() - begun) / 1e9));
            }
            System.out.println(times + "  " + question + "  " + first);
        }
    }

    private static void review(Path work, Archive archive) throws IOException {
        Path registers = Files.createDirectories(work.resolve("registers"));
        Files.writeString(registers.resolve("networks.csv"), "cidr,name,zone,managed\n10.1.0.0/16,office,office,yes\n");
        StringBuilder devices = new StringBuilder("mac,ip\n");
        for (int i = 0; i < ManyLogs.HOSTS; i++) {
            devices.append(GeneratedLogs.mac(i))
                    .append(',')
                    .append(ManyLogs.host(i))
                    .append('\n');
        }
        Files.writeString(registers.resolve("devices.csv"), devices);
        // All but five may go out directly.
        StringBuilder gateways = new StringBuilder("ip\n");
        for (int i = 0; i < ManyLogs.HOSTS - 5; i++) {
            gateways.append(ManyLogs.host(i)).append('\n');
        }
        Files.writeString(registers.resolve("gateways.csv"), gateways);
        Files.writeString(registers.resolve("flows.csv"), "from_zone,to_zone,protocol,port\noffice,satellite,tcp,22\n");
        Files.writeString(
                registers.resolve("diagnosis.csv"),
                "ip,port,opened,closed\n10.1.255.9,22,2026-03-02T00:00:00Z,2026-03-02T01:00:00Z\n");
        Files.writeString(registers.resolve("places.csv"), "cidr,place\n100.0.0.0/8,A\n198.51.100.0/24,B\n");
        Path indicators = Files.createDirectories(registers.resolve("indicators"));
        Files.writeString(
                indicators.resolve("list.txt"), "198.51.100.12\nt0.example.net\nhttp://www4999.example.jp/path/1\n");
        Files.writeString(Path.of("/proc/self/clear_refs"), "5");
        double processor = LogsBench.processor();
        long begun = System.nanoTime();
        Reviewing.Result result = Reviewing.of(
                archive,
                new Reviewing.Options(
                        null,
                        registers,
                        ManyLogs.FIRST,
                        ManyLogs.FIRST.plusDays(ManyLogs.DAYS - 1L),
                        ZoneId.of("Asia/Tokyo"),
                        Map.of(),
                        5));
        System.out.printf(
                Locale.ROOT,
                "review of %,d rows, all rules: %.1f s by the clock, %.1f of processor, at most %s resident%n",
                result.rows(),
                (System.nanoTime() - begun) / 1e9,
                LogsBench.processor() - processor,
                Files.readAllLines(Path.of("/proc/self/status")).stream()
                        .filter(l -> l.startsWith("VmHWM"))
                        .map(l -> l.substring(6).strip())
                        .findFirst()
                        .orElse("?"));
        LogsBench.answers(result);
        System.out.println("  planted: beacons " + ManyLogs.BEACONS + " from " + ManyLogs.host(10) + " on, scans "
                + ManyLogs.SCANS + " from " + ManyLogs.host(30) + " on, tunnels " + ManyLogs.TUNNELS + " from "
                + ManyLogs.host(50) + " on; gateway-bypass: the last five");
    }
}
