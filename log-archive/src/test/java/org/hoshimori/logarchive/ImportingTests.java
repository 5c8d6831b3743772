package org.hoshimori.logarchive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files become rows, once. */
class ImportingTests {

    private static final String SQUID = """
            1461576382.642    161 127.0.0.1 TCP_MISS/200 103701 GET http://www.cnn.com/ - DIRECT/199.27.79.73 text/html
            1461576442.228    159 127.0.0.1 TCP_MISS/200 137183 GET http://www.nba.com/ - DIRECT/66.210.41.9 text/html
            """;

    @TempDir
    Path folder;

    private Archive archive;

    @BeforeEach
    void create() throws IOException {
        archive = Archive.create(folder.resolve("archive"));
    }

    private long rows() throws IOException {
        return ((Number) Bench.ask(archive, "SELECT count(*) FROM log")
                        .getFirst()
                        .getFirst())
                .longValue();
    }

    @Test
    void keepsEveryLineAsARowOrAside() throws IOException {
        Path log = Bench.file(folder, "access.log", SQUID + "no line of squid\n");
        Importing.Outcome outcome = Bench.imported(archive, log).getFirst();
        assertThat(outcome.rows()).isEqualTo(2);
        assertThat(outcome.lines()).isEqualTo(3);
        assertThat(outcome.aside().values()).containsExactly(1L);
        assertThat(Bench.ask(archive, "SELECT line, raw FROM aside")).containsExactly(List.of(3L, "no line of squid"));
        assertThat(Bench.ask(archive, "SELECT source, day::VARCHAR, count(*) FROM log GROUP BY ALL"))
                .containsExactly(List.of("squid", "2016-04-25", 2L));
    }

    @Test
    void importsAFileOnceWhateverItIsCalledOrPackedWith() throws IOException {
        Path log = Bench.file(folder, "access.log", SQUID);
        Path packed = folder.resolve("other.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(SQUID.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        List<Importing.Outcome> outcomes = Bench.imported(archive, log, packed, log);
        assertThat(outcomes).extracting(Importing.Outcome::rows).containsExactly(2L, 0L, 0L);
        assertThat(outcomes).extracting(Importing.Outcome::known).containsExactly(0L, (long) SQUID.length(), (long)
                SQUID.length());
        assertThat(rows()).isEqualTo(2);
    }

    @Test
    void keepsTheLabelsThatPublishedSetsWriteBehindTheLastColumn() throws IOException {
        // By blanks within the last column, as its heading too, or as columns of their own.
        for (String gap : List.of("   ", "\t")) {
            String head =
                    "#separator \\x09\n#unset_field\t-\n#path\tconn\n#fields\tts\tid.orig_h\tid.resp_h\tid.resp_p\ttunnel_parents"
                            + gap + "label" + gap + "detailed-label\n";
            Path log = Bench.file(
                    folder,
                    "conn.log.labeled" + gap.length(),
                    head + "1525879831.0" + gap.length() + "\t192.0.2.7\t198.51.100.9\t23\t-" + gap + "Malicious" + gap
                            + "Scan\n");
            assertThat(Bench.imported(archive, log).getFirst().rows()).isEqualTo(1);
        }
        assertThat(
                        Bench.ask(
                                archive,
                                "SELECT dst_endpoint_port FROM log WHERE unmapped LIKE '%Malicious%' AND unmapped LIKE '%Scan%'"))
                .containsExactly(List.of(23), List.of(23));
    }

    @Test
    void readsOnlyWhatAFileHasGrownBy() throws IOException {
        Path log = Bench.file(folder, "access.log", SQUID);
        Bench.imported(archive, log);
        Files.writeString(log, SQUID.replace("www", "new"), StandardOpenOption.APPEND);
        Importing.Outcome outcome = Bench.imported(archive, log).getFirst();
        assertThat(outcome.rows()).isEqualTo(2);
        assertThat(rows()).isEqualTo(4);
    }

    @Test
    void importsALargeFileInPartsAndGoesOnWhereItWasStopped() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 40_000; i++) {
            text.append("%d.000 1 10.0.0.%d TCP_MISS/200 %d GET http://a.example/%d - DIRECT/192.0.2.1 text/html\n"
                    .formatted(1_461_576_382L + i, i % 200, i, i));
        }
        Path log = Bench.file(folder, "large.log", text.toString());
        Path begin = Bench.file(folder, "begin.log", text.substring(0, text.indexOf("\n", 1_100_000) + 1));
        Importing.one(archive, Importing.Options.standard(), begin, Instant.now(), 500_000);
        Importing.Outcome rest = Importing.one(archive, Importing.Options.standard(), log, Instant.now(), 500_000);
        assertThat(rest.known()).isEqualTo(Files.size(begin));
        assertThat(rows()).isEqualTo(40_000);
        assertThat(Bench.ask(archive, "SELECT count(DISTINCT traffic_bytes_in) FROM log"))
                .containsExactly(List.of(40_000L));
        assertThat(archive.manifest().entries()).hasSizeGreaterThan(2);
    }

    @Test
    void putsLateLinesIntoTheirDay() throws IOException {
        Path log = Bench.file(
                folder, "late.log", SQUID + SQUID.replace("1461576", "1461476").replace("www", "late"));
        Bench.imported(archive, log);
        assertThat(Bench.ask(archive, "SELECT day::VARCHAR, count(*) FROM log GROUP BY ALL ORDER BY ALL"))
                .containsExactly(List.of("2016-04-24", 2L), List.of("2016-04-25", 2L));
        assertThat(Bench.ask(archive, "SELECT count(*) FROM log WHERE time::DATE <> day"))
                .containsExactly(List.of(0L));
    }

    @Test
    void sortsByHostAndTime() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 30_000; i++) {
            text.append("%d.000 1 10.0.%d.%d TCP_MISS/200 1 GET http://a.example/ - DIRECT/192.0.2.1 text/html\n"
                    .formatted(1_461_576_382L + (i * 7919L) % 30_000, i % 7, i % 200));
        }
        Bench.imported(archive, Bench.file(folder, "a.log", text.toString()));
        assertThat(Bench.ask(archive, """
                SELECT count(*) FROM (
                  SELECT src_endpoint_ip AS h, lag(src_endpoint_ip) OVER w AS g, time AS t, lag(time) OVER w AS s
                    FROM (SELECT *, row_number() OVER () AS n FROM log) WINDOW w AS (ORDER BY n))
                 WHERE h < g OR (h = g AND t < s)""")).containsExactly(List.of(0L));
    }

    @Test
    void setsAsideWhatIsNoTextAndWhatIsTooLong() throws IOException {
        Path log = Bench.file(
                folder, "access.log", SQUID + "a\0b\n" + "x".repeat(3 << 20) + "\n" + SQUID.replace("www", "w3"));
        Importing.Outcome outcome = Bench.imported(archive, log).getFirst();
        assertThat(outcome.rows()).isEqualTo(4);
        assertThat(outcome.aside()).containsKeys("binary", "too-long");
        assertThat(Bench.ask(archive, "SELECT sum(length(raw)) FROM aside WHERE reason <> 'binary'")
                        .getFirst()
                        .getFirst()
                        .toString())
                .isEqualTo(Integer.toString(3 << 20));
        assertThat(Bench.ask(archive, "SELECT raw FROM aside WHERE reason = 'binary'"))
                .containsExactly(List.of("a\\x00b"));
    }

    @Test
    void verifiesWhatItWroteAndFindsWhatWasDoneToIt() throws IOException {
        Bench.imported(
                archive, Bench.file(folder, "a.log", SQUID), Bench.file(folder, "b.log", SQUID.replace("www", "b")));
        Verification.Result clean = Verification.of(archive, Duration.ofHours(6), "");
        assertThat(clean.intact()).isTrue();
        assertThat(clean.faults()).isEmpty();
        Map<String, Entry.Sealed> present = Archive.present(archive.manifest());
        List<Path> files =
                present.keySet().stream().map(archive.folder()::resolve).toList();
        Files.write(files.getFirst(), new byte[] {1}, StandardOpenOption.APPEND);
        Files.delete(files.getLast());
        Files.writeString(files.getLast().resolveSibling("more.parquet"), "x");
        Verification.Result spoilt = Verification.of(archive, Duration.ofHours(6), "");
        assertThat(spoilt.intact()).isFalse();
        assertThat(spoilt.faults())
                .extracting(Fault::kind)
                .containsExactlyInAnyOrder(Fault.Kind.CHANGED, Fault.Kind.MISSING, Fault.Kind.ADDED);
        Files.writeString(
                archive.manifestFile(), Files.readString(archive.manifestFile()).replace("b.log", "c.log"));
        assertThat(Verification.of(archive, Duration.ofHours(6), clean.head()).faults())
                .extracting(Fault::kind)
                .contains(Fault.Kind.HEAD);
    }

    @Test
    void findsSilenceOfASource() throws IOException {
        Bench.imported(archive, Bench.file(folder, "a.log", SQUID + SQUID.replace("14615", "14616")));
        assertThat(Verification.of(archive, Duration.ofHours(6), "").faults())
                .extracting(Fault::kind)
                .containsExactly(Fault.Kind.GAP);
    }

    /** A firewall's log has no columns for DNS until a question to DNS stands in it, far below. */
    @Test
    void readsAMixtureAgainWhereItHoldsMoreThanItsBeginning() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            text.append("<166>Jan 25 01:58:06 fw : %ASA-6-302014: Teardown TCP connection ")
                    .append(i)
                    .append(" for outside:192.0.2.1/443 to inside:10.0.0.1/4000 duration 0:00:01 bytes ")
                    .append(i)
                    .append(" TCP FINs\n");
        }
        text.append("<30>Jan 25 01:59:06 ns dnsmasq[9]: query[A] a.example from 10.0.0.2\n");
        Archive archive = Archive.create(folder.resolve("archive"));
        Importing.Outcome outcome = Importing.one(
                archive,
                Importing.Options.standard(),
                Bench.file(folder, "mixed.log", text.toString()),
                java.time.Instant.now(),
                1_200_000);
        assertThat(outcome.rows()).isEqualTo(20_001);
        assertThat(outcome.aside()).isEmpty();
        assertThat(
                        Bench.ask(
                                archive,
                                "SELECT count(DISTINCT connection_info_uid), count(query_hostname), sum(traffic_bytes)::BIGINT, count(DISTINCT day) FROM log"))
                .containsExactly(java.util.List.of(20_000L, 1L, 20_000L * 19_999 / 2, 1L));
    }

    /** Files are found by these numbers: whoever changes one makes every archive unreadable. */
    @Test
    void numbersColumnsOnceAndForAll() {
        assertThat(Column.TIME.number()).isEqualTo(1);
        assertThat(Column.SRC_ENDPOINT_IP.number()).isEqualTo(19);
        assertThat(Column.DST_ENDPOINT_IP.number()).isEqualTo(25);
        assertThat(Column.TRAFFIC_BYTES.number()).isEqualTo(38);
        assertThat(Column.QUERY_HOSTNAME.number()).isEqualTo(54);
        assertThat(Column.TLS_SNI.number()).isEqualTo(63);
        assertThat(Column.UNMAPPED.number()).isEqualTo(69);
        assertThat(Column.COUNT).isEqualTo(69);
    }

    @Test
    void ordersAddressesByNumbersAsByText() {
        java.util.Random random = new java.util.Random(7);
        java.util.List<String> addresses = new java.util.ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            addresses.add(random.nextInt(256) + "." + random.nextInt(256) + "." + random.nextInt(256) + "."
                    + random.nextInt(256));
            addresses.add("2001:db8:" + Integer.toHexString(random.nextInt(65_536)) + "::"
                    + Integer.toHexString(random.nextInt(99)));
        }
        java.util.Collections.sort(addresses);
        for (int i = 1; i < addresses.size(); i++) {
            byte[] before = addresses.get(i - 1).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
            byte[] after = addresses.get(i).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
            long first = TextOrder.of(before, 0);
            long second = TextOrder.of(after, 0);
            boolean ordered = first < second
                    || (first == second
                            && TextOrder.of(before, TextOrder.LENGTH) <= TextOrder.of(after, TextOrder.LENGTH));
            // The last two letters share a rank, so neighbours that differ only there may be tied or, behind it, turned
            // round.
            assertThat(ordered || addresses.get(i).matches(".*[ef].*"))
                    .as(addresses.get(i - 1) + " " + addresses.get(i))
                    .isTrue();
        }
    }

    @Test
    void readsAFileAgainWhoseKindChangesWithin() throws IOException {
        String head = "#separator \\x09\n#unset_field\t-\n#path\t%s\n#fields\t%s\n";
        String conn = head.formatted(
                "conn", "ts\tuid\tid.orig_h\tid.orig_p\tid.resp_h\tid.resp_p\tproto\torig_bytes\tconn_state");
        String dns =
                head.formatted("dns", "ts\tuid\tid.orig_h\tid.orig_p\tid.resp_h\tid.resp_p\tproto\tquery\tqtype_name");
        StringBuilder text = new StringBuilder(conn);
        for (int i = 0; i < 40_000; i++) {
            text.append("%d.0\tC%d\t10.0.0.1\t1\t192.0.2.1\t443\ttcp\t%d\tSF\n".formatted(1_461_576_382L + i, i, i));
        }
        text.append(dns);
        for (int i = 0; i < 10; i++) {
            text.append("%d.0\tD%d\t10.0.0.1\t1\t192.0.2.1\t53\tudp\tname%d.example\tA\n"
                    .formatted(1_461_676_382L + i, i, i));
        }
        Archive archive = Archive.create(folder.resolve("archive"));
        Importing.Outcome outcome = Importing.one(
                archive,
                Importing.Options.standard(),
                Bench.file(folder, "both.log", text.toString()),
                java.time.Instant.now(),
                1_500_000);
        assertThat(outcome.rows()).isEqualTo(40_010);
        assertThat(outcome.known()).isZero();
        assertThat(
                        Bench.ask(
                                archive,
                                "SELECT count(DISTINCT connection_info_uid), count(query_hostname), sum(traffic_bytes_out)::BIGINT FROM log"))
                .containsExactly(java.util.List.of(40_010L, 10L, 40_000L * 39_999 / 2));
        assertThat(Verification.of(archive, java.time.Duration.ofDays(9), "").faults())
                .isEmpty();
    }
}
