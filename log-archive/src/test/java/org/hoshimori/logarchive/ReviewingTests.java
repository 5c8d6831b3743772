package org.hoshimori.logarchive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each shipped rule finds what was planted and leaves alone what is common. */
class ReviewingTests {

    private static final long MONDAY = Instant.parse("2026-03-02T01:00:00Z").getEpochSecond();

    @TempDir
    Path folder;

    private final StringBuilder conn = new StringBuilder("""
            #separator \\x09
            #unset_field\t-
            #path\tconn
            #fields\tts\tuid\tid.orig_h\tid.orig_p\tid.resp_h\tid.resp_p\tproto\tservice\torig_bytes\tresp_bytes\tconn_state
            #types\ttime\tstring\taddr\tport\taddr\tport\tenum\tstring\tcount\tcount\tstring
            """);
    private final StringBuilder dns = new StringBuilder("""
            #separator \\x09
            #unset_field\t-
            #path\tdns
            #fields\tts\tuid\tid.orig_h\tid.orig_p\tid.resp_h\tid.resp_p\tproto\tquery\tqtype_name
            #types\ttime\tstring\taddr\tport\taddr\tport\tenum\tstring\tstring
            """);
    private final StringBuilder dhcp = new StringBuilder();
    private final Random random = new Random(5);
    private Path registers;
    private Archive archive;
    private int uid;

    private void connection(double at, String from, String to, int port, long sent, String state) {
        conn.append(String.format(
                Locale.ROOT,
                "%.6f\tC%d\t%s\t%d\t%s\t%d\ttcp\t-\t%d\t%d\t%s%n",
                at,
                uid++,
                from,
                1024 + random.nextInt(60_000),
                to,
                port,
                sent,
                state.equals("SF") ? 900 : 0,
                state));
    }

    private void question(double at, String from, String name) {
        dns.append(
                String.format(Locale.ROOT, "%.6f\tD%d\t%s\t4000\t10.1.0.53\t53\tudp\t%s\tA%n", at, uid++, from, name));
    }

    private void lease(String mac, String ip) {
        dhcp.append("Mar  2 10:00:00 dhcp dhcpd[1]: DHCPACK on " + ip + " to " + mac + " (pc) via eth0\n");
    }

    @BeforeEach
    void office() throws IOException {
        registers = folder.resolve("registers");
        Bench.file(registers, "networks.csv", """
                cidr,name,zone,managed
                10.1.0.0/16,office,office,yes
                10.9.0.0/16,guests,guest,no
                10.7.0.0/16,control,satellite,yes
                """);
        Bench.file(registers, "devices.csv", """
                mac,ip,hostname
                AA-BB-CC-00-00-01,10.1.0.1,pc1
                aa:bb:cc:00:00:02,10.1.0.2,pc2
                """);
        Bench.file(registers, "permits.csv", "mac,ip,opened,closed\naa:bb:cc:00:00:07,,2026-03-01,2026-03-31\n");
        Bench.file(registers, "flows.csv", "from_zone,to_zone,protocol,port\noffice,satellite,tcp,22\n");
        Bench.file(
                registers,
                "diagnosis.csv",
                "ip,port,opened,closed\n10.1.0.200,5900,2026-03-02 09:00,2026-03-02 11:00\n");
        Bench.file(
                registers,
                "indicators/plain.txt",
                "# known\n198.51.100.66\nevil.example # c2\n8.8.8.8\n198.51.100.67:4444\n");
        Bench.file(
                registers,
                "indicators/stix.json",
                "{\"type\":\"bundle\",\"objects\":[{\"type\":\"indicator\",\"pattern\":\"[domain-name:value = 'stix.example']\"}]}");
        Bench.file(
                registers,
                "indicators/misp.json",
                "{\"Event\":{\"Attribute\":[{\"type\":\"ip-dst\",\"category\":\"Network activity\",\"to_ids\":true,\"value\":\"198.51.100.68\"},{\"type\":\"domain\",\"category\":\"Other\",\"to_ids\":false,\"value\":\"context.example\"}]}}");
        Bench.file(registers, "guards/public-dns.json", "{\"type\":\"cidr\",\"list\":[\"8.8.8.0/24\"]}");
        for (int day = 0; day < 7; day++) {
            for (int host = 1; host <= 20; host++) {
                double at = MONDAY + day * 86_400.0;
                for (int i = 0; i < 40; i++) {
                    at += random.nextDouble() * 900;
                    connection(
                            at,
                            "10.1.0." + host,
                            "203.0.113." + random.nextInt(30),
                            443,
                            2000 + random.nextInt(9000),
                            "SF");
                    question(at, "10.1.0." + host, "www" + random.nextInt(40) + ".example.jp");
                }
                connection(at, "10.1.0." + host, "8.8.8.8", 443, 100, "SF");
            }
        }
        for (int host = 3; host <= 20; host++) {
            lease(String.format("aa:bb:cc:00:00:%02x", host), "10.1.0." + host);
        }
    }

    private Map<String, List<Hit>> review() throws IOException {
        archive = Archive.create(folder.resolve("archive"));
        Bench.imported(
                archive,
                Bench.file(folder, "conn.log", conn.toString()),
                Bench.file(folder, "dns.log", dns.toString()),
                Bench.file(folder, "dhcp.log", dhcp.toString()));
        Reviewing.Result result = Reviewing.of(archive, options());
        return result.rules().stream().collect(Collectors.toMap(Reviewing.Answer::rule, Reviewing.Answer::hits));
    }

    private Reviewing.Options options() {
        return new Reviewing.Options(
                null,
                registers,
                LocalDate.parse("2026-03-01"),
                LocalDate.parse("2026-03-31"),
                ZoneId.of("Asia/Tokyo"),
                Map.of(),
                3);
    }

    private static List<Object> hosts(List<Hit> hits) {
        return hits.stream().map(h -> h.values().get("host")).toList();
    }

    @Test
    void leavesACommonWeekAlone() throws IOException {
        dhcp.setLength(0);
        lease("aa:bb:cc:00:00:01", "10.1.0.1");
        Map<String, List<Hit>> hits = review();
        hits.remove("unknown-host");
        assertThat(hits).allSatisfy((rule, found) -> assertThat(found).as(rule).isEmpty());
    }

    @Test
    void findsEgressAndDevicesOutsideManagement() throws IOException {
        connection(MONDAY, "10.9.0.5", "203.0.113.9", 443, 500, "SF");
        connection(MONDAY, "192.168.44.5", "203.0.113.9", 443, 500, "SF");
        for (int i = 0; i < 30; i++) {
            connection(MONDAY + i, "10.1.0.99", "203.0.113.9", 443, 10, "SF");
        }
        lease("aa:bb:cc:00:00:07", "10.1.0.7");
        Map<String, List<Hit>> hits = review();
        assertThat(hosts(hits.get("unmanaged-egress"))).containsExactlyInAnyOrder("10.9.0.5", "192.168.44.5");
        assertThat(hits.get("unknown-device"))
                .extracting(h -> h.values().get("mac"))
                .hasSize(17)
                .contains("aa:bb:cc:00:00:03")
                .doesNotContain("aa:bb:cc:00:00:01", "aa:bb:cc:00:00:07");
        assertThat(hosts(hits.get("unknown-host"))).containsExactly("10.1.0.99");
        Hit hit = hits.get("unmanaged-egress").getFirst();
        assertThat(hit.rows()).isNotEmpty();
        assertThat(hit.sentence().get("ja")).contains("2026-03-02 10:00").contains("管理対象");
    }

    @Test
    void findsIndicatorsOfEveryKindAndRespectsTheGuards() throws IOException {
        connection(MONDAY, "10.1.0.4", "198.51.100.66", 443, 10, "SF");
        connection(MONDAY, "10.1.0.4", "198.51.100.67", 443, 10, "SF");
        connection(MONDAY, "10.1.0.4", "198.51.100.67", 4444, 10, "SF");
        connection(MONDAY, "10.1.0.5", "198.51.100.68", 443, 10, "SF");
        connection(MONDAY, "198.51.100.66", "10.1.0.9", 25, 10, "SF");
        connection(MONDAY, "198.51.100.66", "10.1.0.10", 25, 0, "S0");
        question(MONDAY, "10.1.0.6", "a.b.evil.example");
        question(MONDAY, "10.1.0.6", "notevil.example");
        question(MONDAY, "10.1.0.7", "stix.example");
        question(MONDAY, "10.1.0.7", "context.example");
        Map<String, List<Hit>> hits = review();
        assertThat(hits.get("indicator-address"))
                .extracting(h -> h.values().get("host") + ">" + h.values().get("destination") + "*"
                        + h.values().get("events"))
                .containsExactlyInAnyOrder(
                        "10.1.0.9>198.51.100.66*1",
                        "10.1.0.4>198.51.100.66*1",
                        "10.1.0.4>198.51.100.67*1",
                        "10.1.0.5>198.51.100.68*1");
        assertThat(hits.get("indicator-name"))
                .extracting(h -> h.values().get("name"))
                .containsExactlyInAnyOrder("a.b.evil.example", "stix.example");
    }

    @Test
    void findsBeaconsScansTunnelsAndClearTextLogIns() throws IOException {
        for (int i = 0; i < 100; i++) {
            connection(MONDAY + i * 300 + random.nextInt(40), "10.1.0.8", "198.51.100.1", 443, 300, "SF");
        }
        for (int i = 0; i < 200; i++) {
            connection(MONDAY + i, "10.1.0.9", "10.1.0." + i, 445, 0, i % 20 == 0 ? "SF" : "S0");
            question(
                    MONDAY + i,
                    "10.1.0.10",
                    "mzxw6ytboi%08x%08xnbswy3dpeb3w64tmmq.t.example.com".formatted(random.nextInt(), i));
        }
        connection(MONDAY, "10.1.0.11", "203.0.113.21", 21, 90, "SF");
        Map<String, List<Hit>> hits = review();
        assertThat(hosts(hits.get("beaconing"))).containsExactly("10.1.0.8");
        assertThat(hosts(hits.get("port-scan"))).containsExactly("10.1.0.9");
        assertThat(hosts(hits.get("dns-tunnelling"))).containsExactly("10.1.0.10");
        assertThat(hosts(hits.get("clear-text-login"))).containsExactly("10.1.0.11");
    }

    @Test
    void takesNeitherAnswersNorAResolverForAScan() throws IOException {
        for (int i = 0; i < 200; i++) {
            conn.append("%d.0\tC1\t10.1.0.14\t4000\t198.51.100.%d\t53\tudp\tdns\t40\t0\tS0\n".formatted(MONDAY + i, i));
            conn.append("%d.0\tC2\t10.1.0.15\t443\t10.1.0.%d\t%d\ttcp\t-\t0\t0\tOTH\n"
                    .formatted(MONDAY + i, i, 30_000 + i));
        }
        assertThat(review().get("port-scan")).isEmpty();
    }

    @Test
    void countsNeighboursInAScanThatWereTriedBeforeOrAreTriedAgain() throws IOException {
        double scan = MONDAY + 2 * 86_400;
        for (int i = 0; i < 50; i++) {
            for (int host = 16; host <= 17; host++) {
                String from = "10.1.0." + host;
                String to = "10.1.1." + i;
                if (i > 0 || host == 16) {
                    connection(scan + i, from, to, 445, 0, "S0");
                }
                if (i % 3 > 0) {
                    connection(scan + (i % 3 == 1 ? -3600 : 3600) * (i + 1), from, to, 445, 0, "S0");
                }
            }
        }
        assertThat(hosts(review().get("port-scan"))).containsExactly("10.1.0.16");
    }

    @Test
    void findsWhatAHostNeverDidBefore() throws IOException {
        connection(MONDAY + 5 * 86_400 + 3600, "10.1.0.12", "203.0.113.5", 443, 900_000_000, "SF");
        connection(MONDAY + 3 * 86_400 + 15 * 3600, "10.1.0.13", "203.0.113.5", 443, 50_000_000, "SF");
        Map<String, List<Hit>> hits = review();
        assertThat(hosts(hits.get("unusual-volume"))).containsExactly("10.1.0.12");
        assertThat(hosts(hits.get("unusual-hours"))).containsExactlyInAnyOrder("10.1.0.12", "10.1.0.13");
    }

    @Test
    void findsRemoteDiagnosisOutsideItsTimeAndFlowsBetweenZones() throws IOException {
        connection(MONDAY, "203.0.113.77", "10.1.0.200", 5900, 10, "SF");
        connection(MONDAY + 4 * 3600, "203.0.113.78", "10.1.0.200", 5900, 10, "SF");
        connection(MONDAY, "10.1.0.3", "10.7.0.1", 22, 10, "SF");
        connection(MONDAY, "10.1.0.3", "10.7.0.1", 3389, 10, "SF");
        connection(MONDAY, "10.7.0.1", "10.1.0.3", 22, 10, "SF");
        Map<String, List<Hit>> hits = review();
        assertThat(hosts(hits.get("remote-diagnosis"))).containsExactly("203.0.113.78");
        assertThat(hits.get("zone-flow"))
                .extracting(h -> h.values().get("host") + ":" + h.values().get("port"))
                .containsExactlyInAnyOrder("10.1.0.3:3389", "10.7.0.1:22");
    }

    @Test
    void answersTheSameWhenAddressesStayTexts() throws IOException {
        for (int i = 0; i < 120; i++) {
            connection(MONDAY + i * 600.0 + random.nextInt(20), "10.1.0.4", "198.51.100.9", 443, 300, "SF");
            connection(MONDAY + i, "10.1.0.5", "10.1.0." + (100 + i), 445, 0, "S0");
            connection(MONDAY + i * 60.0, "10.1.0.6", "203.0.113." + random.nextInt(60), 80, 0, "REJ");
        }
        connection(MONDAY, "10.9.0.5", "203.0.113.9", 23, 500, "SF");
        connection(MONDAY, "10.7.0.1", "10.1.0.3", 22, 10, "SF");
        connection(MONDAY + 5 * 86_400 + 3600, "10.1.0.12", "198.51.100.66", 443, 900_000_000, "SF");
        Map<String, List<Hit>> hits = review();
        assertThat(hits.values().stream().filter(h -> !h.isEmpty()).count()).isGreaterThan(7);
        Reviewing.Result again =
                Reviewing.of(archive, options(), (in, files) -> new PlainTexts((Questions) Questions.of(in, files)));
        assertThat(again.rules())
                .allSatisfy(a -> assertThat(a.hits())
                        .as(a.rule())
                        .usingRecursiveComparison()
                        .isEqualTo(hits.get(a.rule())));
    }

    /** The same engine, to which addresses are texts like any other. */
    private record PlainTexts(Questions questions) implements Asking {
        @Override
        public void addresses(String table) throws SQLException {
            questions.run("CREATE MACRO hm_address(a) AS a");
        }

        @Override
        public void table(String name, List<Field> fields, List<List<@Nullable Object>> rows) throws SQLException {
            questions.table(
                    name,
                    fields.stream()
                            .map(f -> f.type() == Type.ADDRESS ? new Field(f.name(), Type.TEXT) : f)
                            .toList(),
                    rows);
        }

        @Override
        public void keep(String name, String sql) throws SQLException {
            questions.keep(name, sql);
        }

        @Override
        public void answer(String sql, Consumer<List<String>> head, Consumer<List<@Nullable Object>> row)
                throws SQLException {
            questions.answer(sql, head, row);
        }

        @Override
        public void close() throws SQLException {
            questions.close();
        }
    }

    @Test
    void remembersWhatReviewersSaid() throws IOException {
        connection(MONDAY, "10.9.0.5", "203.0.113.9", 443, 500, "SF");
        Hit hit = review().get("unmanaged-egress").getFirst();
        assertThat(hit.mark()).isNull();
        Marks.say(archive, new Marks.Mark(hit.id(), Marks.State.explained, "来客", "sato", Instant.now()));
        Hit again = Reviewing.of(archive, options()).rules().stream()
                .flatMap(r -> r.hits().stream())
                .filter(h -> h.id().equals(hit.id()))
                .findFirst()
                .orElseThrow();
        assertThat(again.mark()).isNotNull().extracting(Marks.Mark::note).isEqualTo("来客");
        assertThat(archive.manifest().entries().getLast()).isInstanceOf(Entry.Reviewed.class);
    }

    @Test
    void doesNotAskWhatItHasNoRegisterFor() throws IOException {
        archive = Archive.create(folder.resolve("archive"));
        Bench.imported(archive, Bench.file(folder, "conn.log", conn.toString()));
        Reviewing.Result result = Reviewing.of(
                archive, new Reviewing.Options(null, null, null, null, ZoneId.of("Asia/Tokyo"), Map.of(), 3));
        assertThat(result.rules())
                .filteredOn(r -> r.rule().equals("unknown-device"))
                .singleElement()
                .satisfies(r -> assertThat(r.missing()).containsExactly("register_device"));
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void shipsRulesThatSayWhatTheyMeanInBothLanguages(String id) {
        Rule rule = Rule.shipped(id);
        assertThat(rule.question()).isIn("egress", "devices", "suspicious");
        for (String header : List.of("title", "means", "do", "sentence")) {
            assertThat(rule.text(header, "ja")).containsPattern("[\\p{IsHiragana}\\p{IsHan}]");
            assertThat(rule.text(header, "en"))
                    .doesNotContainPattern("[\\p{IsHiragana}\\p{IsHan}]")
                    .isNotBlank();
        }
        assertThat(rule.key()).isNotEmpty();
    }

    static List<String> shipped() {
        return Rule.SHIPPED;
    }

    @Test
    void refusesSqlThatEnginesReadDifferently() {
        for (String wrong : List.of(
                "SELECT approx_count_distinct(a) FROM log",
                "SELECT a FROM log ORDER BY a",
                "SELECT a FROM log ORDER BY a NULLS LAST, b",
                "SELECT a / b FROM log",
                "SELECT a::INT FROM log",
                "SELECT now() FROM log",
                "SELECT a FROM log LIMIT 5",
                "SELECT * FROM read_csv('/etc/passwd')",
                "SELECT a FROM log WHERE b ILIKE 'x'",
                "SELECT list_distinct(a) FROM log",
                "SELECT a % 2 FROM log")) {
            assertThatThrownBy(() -> RuleSql.check("x", wrong)).as(wrong).isInstanceOf(ArchiveRefused.class);
        }
        RuleSql.check(
                "x",
                "WITH a AS (SELECT sum(b) / nullif(count(*), 0) AS c FROM log) SELECT c FROM a ORDER BY c DESC NULLS LAST");
    }

    @Test
    void answersOneSelectAndNothingElse() throws IOException {
        archive = Archive.create(folder.resolve("archive"));
        for (String wrong : List.of(
                "DROP VIEW log",
                "SELECT 1; DROP VIEW log",
                "COPY log TO '/tmp/x'",
                "SELECT 1) TO '/tmp/x' --",
                "SET threads = 1",
                "SELECT * FROM read_text('/etc/passwd')",
                "SELECT * FROM nowhere")) {
            assertThatThrownBy(() -> Bench.ask(archive, wrong)).as(wrong).isInstanceOf(ArchiveRefused.class);
        }
        assertThat(Bench.ask(archive, "SELECT 1 AS a -- comment;\n;")).containsExactly(List.of(1));
        assertThat(Bench.ask(archive, "SELECT count(*) FROM log_dns")).containsExactly(List.of(0L));
    }
}
