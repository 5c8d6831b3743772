package org.hoshimori.logarchive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a line holds, it becomes a row or is set aside; nothing breaks and nothing is lost. */
class RobustnessTests {

    @TempDir
    Path folder;

    private static List<String> lines() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String name : List.of("asa.log", "bro.json", "squid.log", "paloalto.log", "apache.log", "yaf.txt")) {
            lines.addAll(TwinsTests.sample(name).lines().limit(30).toList());
        }
        lines.add(
                "<189>date=2026-01-02 time=03:04:05 devname=\"fw\" devid=\"F\" logid=\"1\" type=\"traffic\" srcip=10.0.0.1 dstip=10.0.0.2 proto=6");
        lines.add(
                "<4>Jan 25 01:58:06 gw kernel: [1.5] DROP IN=eth0 OUT= MAC= SRC=10.0.0.1 DST=10.0.0.2 LEN=40 PROTO=TCP SPT=1 DPT=2 SYN");
        lines.add(
                "<27>Jan 25 01:58:06 filterlog: 82,,,1,igb0,match,pass,out,4,0x0,,64,1,0,DF,6,tcp,60,10.0.0.1,10.0.0.2,1,2,0,S,1,,1,,");
        lines.add("Jan 25 01:58:06 d dhcpd[1]: DHCPACK on 192.168.1.120 to 00:50:56:13:60:56 (h) via eth1");
        lines.add("Jan 25 01:58:06 d dnsmasq[1]: query[A] a.example from 10.0.0.1");
        lines.add(
                "<111>1 2026-01-01T00:00:00Z h named 9 - [a b=\"c\\\"]\"] client @0x7f 10.0.0.1#5 (a): query: a IN A + (10.0.0.2)");
        return lines;
    }

    @Test
    void readsOrSetsAsideEverySpoiltLine() throws IOException {
        Random random = new Random(42);
        List<String> lines = lines();
        LogFormat format = Formats.shipped().choose("syslog", new byte[0]);
        LineReader reader = format.reader(Bench.TOKYO);
        Line line = new Line();
        Rows rows = new Rows(1);
        for (int round = 0; round < 40_000; round++) {
            byte[] bytes = spoilt(lines.get(random.nextInt(lines.size())), random);
            line.at(bytes, 0, bytes.length);
            assertThatCode(() -> reader.read(line, rows))
                    .as(new String(bytes, StandardCharsets.ISO_8859_1))
                    .doesNotThrowAnyException();
            rows.drop();
        }
    }

    /** What Jazzer found, each line by line of the report. */
    @Test
    void readsOrSetsAsideWhatOnceBrokeAReader() {
        String nines = "9".repeat(70);
        for (String line : List.of(
                "<166>Jan 25 01:58:06 fw : %ASA-6-302013: Built inbound SCTP connection 1 for out:192.0.2.1/" + nines
                        + " (192.0.2.1/1) to in:10.0.0.1/80 (10.0.0.1/80)",
                "<166>Jan 25 01:58:06 fw : %ASA-6-302014: Teardown TCP connection 1 for out:192.0.2.1/70000 to in:10.0.0.1/80 duration "
                        + nines + ":00:00 bytes 1 TCP FINs",
                "Jan 25 01:58:06 d dhcpd[1]: DHCPACK on 192.168.1.120 to 00:50:56:13:60:56 (h) via eth1 lease-duration "
                        + nines,
                "1461576382.642 1 127.0.0.1 TCP_MISS/99999999999 1 GET http://a.example/ - DIRECT/192.0.2.1 text/html")) {
            assertThatCode(() -> Bench.read(line)).as(line).doesNotThrowAnyException();
        }
        assertThat(Bench.read(
                                "<166>Jan 25 01:58:06 fw : %ASA-6-302014: Teardown TCP connection 1 for out:192.0.2.1/70000 to in:10.0.0.1/80")
                        .row())
                .doesNotContainKey("src_endpoint_port");
    }

    @Test
    void heedsNoHeadingOfZeekThatIsNone() {
        String fields = "#fields\tts\tid.orig_h\tlocal_orig2\n#types\ttime\taddr\tbool\n";
        for (String separator : List.of("\\x", "\\x#f", "\\xzz", "\\x00", "(", "")) {
            List<Bench.Read> read = Bench.all(
                    Formats.shipped().named("zeek").orElseThrow(),
                    Bench.UTC,
                    "#separator " + separator + "\n" + fields,
                    "1461576382.5\t10.0.0.1\tT",
                    "1461576382.5\t10.0.0.1\t");
            assertThat(read).as(separator).extracting(Bench.Read::reason).containsOnlyNulls();
            assertThat(read).extracting(r -> r.get("src_endpoint_ip")).containsOnly("10.0.0.1");
        }
        assertThat(Bench.all(
                        Formats.shipped().named("zeek").orElseThrow(),
                        Bench.UTC,
                        "#separator \\x28\n" + fields.replace('\t', '('),
                        "1461576382.5(10.0.0.1(T"))
                .extracting(r -> r.get("src_endpoint_ip"))
                .containsExactly("10.0.0.1");
    }

    private static byte[] spoilt(String text, Random random) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int i = random.nextInt(4); i > 0 && bytes.length > 0; i--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(5)) {
                case 0 -> bytes[at] = (byte) (1 + random.nextInt(255));
                case 1 -> bytes = java.util.Arrays.copyOf(bytes, at);
                case 2 -> bytes[at] = (byte) " ,=:\"[]{}()/".charAt(random.nextInt(12));
                case 3 -> bytes = java.util.Arrays.copyOfRange(bytes, at, bytes.length);
                default -> bytes[at] = (byte) ('0' + random.nextInt(10));
            }
        }
        return bytes;
    }

    @Test
    void keepsEveryLineOfASpoiltFile() throws IOException {
        Random random = new Random(7);
        List<String> lines = lines();
        java.io.ByteArrayOutputStream all = new java.io.ByteArrayOutputStream();
        int expected = 0;
        for (int i = 0; i < 3000; i++) {
            byte[] bytes = spoilt(lines.get(random.nextInt(lines.size())), random);
            boolean holds = false;
            for (byte b : bytes) {
                holds |= b != '\r' && b != '\n';
            }
            String text = new String(bytes, StandardCharsets.ISO_8859_1)
                    .replace('\n', '?')
                    .replace('\r', '?');
            all.write(text.getBytes(StandardCharsets.ISO_8859_1));
            all.write('\n');
            expected += holds && !text.startsWith("#spool ") ? 1 : text.isEmpty() ? 0 : 1;
        }
        Path file = folder.resolve("spoilt.log");
        Files.write(file, all.toByteArray());
        Archive archive = Archive.create(folder.resolve("archive"));
        Importing.Outcome outcome = Bench.imported(archive, file).getFirst();
        long aside =
                outcome.aside().values().stream().mapToLong(Long::longValue).sum();
        assertThat(outcome.rows() + aside).isEqualTo(expected);
        assertThat(outcome.rows()).isPositive();
        assertThat(Bench.ask(archive, "SELECT count(*) FROM log").getFirst().getFirst())
                .isEqualTo(outcome.rows());
        assertThat(Bench.ask(archive, "SELECT count(*) FROM aside").getFirst().getFirst())
                .isEqualTo(aside);
    }
}
