package org.hoshimori.chapters.logs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hoshimori.logarchive.Archive;
import org.hoshimori.logarchive.Importing;

/**
 * Three days of a small office's logs, March 2 to 4 of 2026, always the same: ordinary traffic, a beacon, a log-in in clear text, a
 * device that is in no register, half a day without any line, and two lines that can't be read.
 */
public final class TestLogs {

    public static final LocalDate FIRST = LocalDate.of(2026, 3, 2);
    public static final LocalDate LAST = LocalDate.of(2026, 3, 4);

    /** How many things a review of them finds. */
    public static final int HITS = 3;

    private static final String HEAD = """
            #separator \\x09
            #unset_field\t-
            #path\tconn
            #fields\tts\tuid\tid.orig_h\tid.orig_p\tid.resp_h\tid.resp_p\tproto\tservice\torig_bytes\tresp_bytes\tconn_state
            #types\ttime\tstring\taddr\tport\taddr\tport\tenum\tstring\tcount\tcount\tstring
            """;

    private final StringBuilder lines = new StringBuilder(HEAD);
    private final Random random = new Random(7);
    private int number;

    private TestLogs() {}

    /** Writes the files of logs into a folder; the names of both. */
    public static List<Path> written(Path folder) throws IOException {
        TestLogs logs = new TestLogs();
        Path conn = folder.resolve("conn.log");
        Files.writeString(conn, logs.connections());
        Path dhcp = folder.resolve("dhcpd.log");
        Files.writeString(dhcp, """
                2026-03-02T10:00:00+09:00 dhcp dhcpd[1]: DHCPACK on 10.1.0.1 to aa:bb:cc:00:00:01 (pc1) via eth0
                2026-03-03T10:05:00+09:00 dhcp dhcpd[1]: DHCPACK on 10.1.0.77 to de:ad:be:ef:00:77 (game) via eth0
                """);
        return List.of(conn, dhcp);
    }

    /** Writes what the company knows of itself. */
    public static void registers(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("networks.csv"), "cidr,name,zone,managed\n10.1.0.0/16,office,office,yes\n");
        Files.writeString(
                folder.resolve("devices.csv"),
                "mac,ip,hostname\n"
                        + IntStream.rangeClosed(1, 6)
                                .mapToObj(i -> "aa:bb:cc:00:00:0" + i + ",10.1.0." + i + ",pc" + i + "\n")
                                .collect(Collectors.joining()));
    }

    /** Imports them into an archive, in which registers are laid too; once more does nothing. */
    public static void imported(Path archive) throws IOException {
        Path files = Files.createTempDirectory("logs");
        Archive open = Archive.create(archive);
        registers(archive.resolve("registers"));
        Importing.run(open, Importing.Options.standard(), written(files), outcome -> {});
    }

    private String connections() {
        for (int day = 0; day < 3; day++) {
            Instant morning = FIRST.plusDays(day).atStartOfDay(ZoneOffset.UTC).toInstant();
            for (int host = 1; host <= 6; host++) {
                // The second day is over at noon.
                for (int minute = host; minute < (day == 1 ? 720 : 1440); minute += 45 + random.nextInt(30)) {
                    connection(
                            morning.plus(Duration.ofMinutes(minute)),
                            "10.1.0." + host,
                            "203.0.113." + random.nextInt(30),
                            443,
                            2_000 + random.nextInt(9_000));
                }
            }
        }
        Instant night = LAST.atTime(1, 0).toInstant(ZoneOffset.UTC);
        for (int i = 0; i < 40; i++) {
            connection(night.plusSeconds(i * 300L), "10.1.0.3", "198.51.100.9", 8443, 220);
        }
        connection(night.plusSeconds(77), "10.1.0.5", "198.51.100.21", 21, 180);
        lines.append("what is this\n").append("1772600000.0\tbroken\n");
        return lines.toString();
    }

    private void connection(Instant at, String from, String to, int port, int sent) {
        lines.append(String.format(
                Locale.ROOT,
                "%d.%06d\tC%d\t%s\t%d\t%s\t%d\ttcp\t-\t%d\t900\tSF%n",
                at.getEpochSecond(),
                random.nextInt(1_000_000),
                number++,
                from,
                1_024 + random.nextInt(60_000),
                to,
                port,
                sent));
    }
}
