package org.hoshimori.logarchive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules that live on registers: gateways, lists of harm, places. Each finds what was planted and leaves its neighbour alone. */
class RegisteredThingsTests {

    private static final long MONDAY = 1_772_413_200L; // 2026-03-02 01:00 UTC

    @TempDir
    Path folder;

    private final StringBuilder zeek = new StringBuilder();
    private final StringBuilder squid = new StringBuilder();
    private final StringBuilder dhcp = new StringBuilder();
    private Path registers;

    @BeforeEach
    void office() throws IOException {
        registers = folder.resolve("registers");
        Bench.file(registers, "networks.csv", "cidr,name,zone,managed\n10.1.0.0/16,office,office,yes\n");
    }

    private void connection(long at, String from, String to, int port, String state) {
        zeek.append(
                "{\"ts\":%d.0,\"uid\":\"C%d\",\"id.orig_h\":\"%s\",\"id.orig_p\":40000,\"id.resp_h\":\"%s\",\"id.resp_p\":%d,\"proto\":\"tcp\",\"orig_bytes\":100,\"resp_bytes\":9,\"conn_state\":\"%s\"}%n"
                        .formatted(at, zeek.length(), from, to, port, state));
    }

    private void handshake(String from, String ja3, String ja4) {
        zeek.append(
                "{\"ts\":%d.0,\"uid\":\"S%d\",\"id.orig_h\":\"%s\",\"id.orig_p\":40000,\"id.resp_h\":\"203.0.113.4\",\"id.resp_p\":443,\"version\":\"TLSv13\",\"cipher\":\"x\",\"established\":true,\"ja3\":\"%s\",\"ja4\":\"%s\"}%n"
                        .formatted(MONDAY, zeek.length(), from, ja3, ja4));
    }

    private void request(String from, String url) {
        squid.append(
                "%d.000 1 %s TCP_MISS/200 9 GET %s - HIER_DIRECT/203.0.113.5 text/html%n".formatted(MONDAY, from, url));
    }

    private Map<String, Reviewing.Answer> review() throws IOException {
        return review(Map.of());
    }

    private Map<String, Reviewing.Answer> review(Map<String, List<Map<String, String>>> known) throws IOException {
        Archive archive = Archive.create(folder.resolve("archive"));
        if (!zeek.isEmpty()) {
            Bench.imported(archive, Bench.file(folder, "zeek.json", zeek.toString()));
        }
        if (!squid.isEmpty()) {
            Bench.imported(archive, Bench.file(folder, "access.log", squid.toString()));
        }
        if (!dhcp.isEmpty()) {
            Bench.imported(archive, Bench.file(folder, "dhcpd.log", dhcp.toString()));
        }
        return Reviewing.of(
                        archive,
                        new Reviewing.Options(
                                null,
                                registers,
                                LocalDate.parse("2026-03-01"),
                                LocalDate.parse("2026-03-31"),
                                ZoneId.of("Asia/Tokyo"),
                                Map.of(),
                                3,
                                known))
                .rules()
                .stream()
                .collect(Collectors.toMap(Reviewing.Answer::rule, a -> a));
    }

    private void lease(String mac, String ip) {
        dhcp.append("2026-03-02T10:00:00+09:00 dhcp dhcpd[1]: DHCPACK on %s to %s (pc) via eth0%n".formatted(ip, mac));
    }

    private static List<String> values(Reviewing.Answer answer, String... columns) {
        assertThat(answer.missing()).isEmpty();
        return answer.hits().stream()
                .map(h -> java.util.Arrays.stream(columns)
                        .map(c -> String.valueOf(h.values().get(c)))
                        .collect(Collectors.joining(" ")))
                .toList();
    }

    @Test
    void findsWebTrafficThatGoesPastTheGateway() throws IOException {
        Bench.file(registers, "gateways.csv", "ip,name\n10.1.0.250,proxy\n");
        for (int i = 0; i < 6; i++) {
            connection(MONDAY + i, "10.1.0.40", "203.0.113." + i, 443, "SF");
            connection(MONDAY + i, "10.1.0.250", "203.0.113.1", 443, "SF"); // the gateway itself
            connection(MONDAY + i, "10.1.0.41", "203.0.113.1", 443, "S0"); // comes to nothing
            connection(MONDAY + i, "10.1.0.42", "10.1.0.250", 8080, "SF"); // through the gateway
            connection(MONDAY + i, "10.1.0.43", "203.0.113.1", 22, "SF"); // not the web
        }
        for (int i = 0; i < 4; i++) {
            connection(MONDAY + i, "10.1.0.44", "203.0.113.1", 443, "SF"); // fewer than min_events
        }
        Reviewing.Answer answer = review().get("gateway-bypass");
        assertThat(values(answer, "host", "events", "destinations")).containsExactly("10.1.0.40 6 6");
        assertThat(answer.hits().getFirst().sentence().get("ja"))
                .contains("10.1.0.40")
                .contains("6 宛先");
        assertThat(answer.hits().getFirst().rows()).isNotEmpty();
    }

    @Test
    void findsRequestsForListedUrls() throws IOException {
        Bench.file(
                registers,
                "indicators/urls.txt",
                "hxxp://bad.example/payload.exe\nhttp://Shared.example:80/a?b=C\nhttp://guarded.example/x\nhttp://guarded.example/\n");
        Bench.file(registers, "guards/own.json", "{\"type\":\"hostname\",\"list\":[\"guarded.example\"]}");
        request("10.1.0.50", "http://bad.example/payload.exe");
        request("10.1.0.50", "http://BAD.example/payload.exe");
        request("10.1.0.51", "http://bad.example/other.exe");
        request("10.1.0.52", "http://shared.example/a?b=C");
        request("10.1.0.53", "http://shared.example/a?b=c");
        request("10.1.0.54", "http://guarded.example/x"); // one page of a common host is no common page
        request("10.1.0.55", "http://guarded.example/");
        assertThat(values(review().get("indicator-url"), "host", "name", "list"))
                .containsExactlyInAnyOrder(
                        "10.1.0.50 bad.example urls.txt",
                        "10.1.0.52 shared.example urls.txt",
                        "10.1.0.54 guarded.example urls.txt");
    }

    @Test
    void findsListedFingerprints() throws IOException {
        String ja3 = "e7d705a3286e19ea42f587b344ee6865";
        String ja4 = "t13d1516h2_8daaf6152771_e5627efa2ab1";
        Bench.file(registers, "indicators/ja.txt", ja3.toUpperCase(java.util.Locale.ROOT) + "\n" + ja4 + "\n");
        handshake("10.1.0.60", ja3, "t13d1516h2_aaaaaaaaaaaa_bbbbbbbbbbbb");
        handshake("10.1.0.61", "00000000000000000000000000000000", ja4);
        handshake("10.1.0.62", "00000000000000000000000000000001", "t13d1516h2_aaaaaaaaaaaa_bbbbbbbbbbbb");
        assertThat(values(review().get("indicator-fingerprint"), "host", "fingerprint"))
                .containsExactlyInAnyOrder("10.1.0.60 " + ja3, "10.1.0.61 " + ja4);
    }

    @Test
    void findsPlacesThatThereWasNoTrafficWithBefore() throws IOException {
        Bench.file(
                registers,
                "places.csv",
                "cidr,place\n203.0.113.0/24,A\n198.51.100.0/24,B\n192.0.2.0/24,C\n192.0.2.128/25,D\n");
        connection(MONDAY - 20 * 86_400, "10.1.0.70", "203.0.113.1", 443, "SF");
        connection(MONDAY, "10.1.0.71", "203.0.113.2", 443, "SF"); // known
        connection(MONDAY, "10.1.0.72", "198.51.100.2", 443, "SF");
        connection(MONDAY, "10.1.0.72", "198.51.100.3", 443, "SF");
        connection(MONDAY, "10.1.0.73", "192.0.2.1", 443, "REJ"); // refused
        connection(MONDAY, "10.1.0.74", "192.0.2.200", 443, "SF"); // the narrower place
        connection(MONDAY, "10.1.0.75", "100.0.0.1", 443, "SF"); // in no place
        assertThat(values(review().get("new-place"), "host", "place", "events", "bytes_out"))
                .containsExactlyInAnyOrder("10.1.0.72 B 2 200", "10.1.0.74 D 1 100");
    }

    @Test
    void callsNothingNewWhereThereIsNoPast() throws IOException {
        Bench.file(registers, "places.csv", "cidr,place\n203.0.113.0/24,A\n");
        connection(MONDAY, "10.1.0.71", "203.0.113.2", 443, "SF");
        assertThat(values(review().get("new-place"), "host")).isEmpty();
    }

    @Test
    void knowsDevicesThatAreHandedIn() throws IOException {
        lease("aa:bb:cc:00:00:01", "10.1.0.1");
        lease("aa:bb:cc:00:00:02", "10.1.0.2");
        lease("aa:bb:cc:00:00:03", "10.1.0.3");
        assertThat(review().get("unknown-device").missing()).containsExactly("register_device");
        assertThat(review(Map.of("device", List.of())).get("unknown-device").missing())
                .as("nothing is known of any device")
                .containsExactly("register_device");
        Map<String, List<Map<String, String>>> known =
                Map.of("device", List.of(Map.of("mac", "AA-BB-CC-00-00-01", "hostname", "pc1")));
        assertThat(values(review(known).get("unknown-device"), "mac"))
                .containsExactlyInAnyOrder("aa:bb:cc:00:00:02", "aa:bb:cc:00:00:03");
        Bench.file(registers, "devices.csv", "mac,ip\naa:bb:cc:00:00:02,10.1.0.2\n");
        assertThat(values(review(known).get("unknown-device"), "mac"))
                .as("the folder adds to it")
                .containsExactly("aa:bb:cc:00:00:03");
    }

    @Test
    void believesTheFolderOverWhatIsHandedIn() throws IOException {
        Map<String, List<Map<String, String>>> known = Map.of(
                "network",
                List.of(
                        Map.of("cidr", "10.2.0.0/16", "name", "guests", "managed", "yes"),
                        Map.of("cidr", "10.3.0.0/16", "name", "laboratory", "managed", "yes")));
        connection(MONDAY, "10.2.0.5", "203.0.113.9", 443, "SF");
        connection(MONDAY, "10.3.0.5", "203.0.113.9", 443, "SF");
        assertThat(values(review(known).get("unmanaged-egress"), "host")).isEmpty();
        Bench.file(registers, "networks.csv", "cidr,name,zone,managed\n10.2.0.0/16,guests,office,no\n");
        assertThat(values(review(known).get("unmanaged-egress"), "host")).containsExactly("10.2.0.5");
    }

    @Test
    void forgetsTheAddressOfADeviceThatTheFolderKnowsBetter() throws IOException {
        lease("aa:bb:cc:00:00:01", "10.1.0.1");
        for (int i = 0; i < 25; i++) {
            connection(MONDAY + i, "10.1.0.50", "203.0.113.9", 443, "SF");
        }
        Map<String, List<Map<String, String>>> known =
                Map.of("device", List.of(Map.of("mac", "aa:bb:cc:00:00:01", "ip", "10.1.0.50")));
        assertThat(values(review(known).get("unknown-host"), "host")).isEmpty();
        Bench.file(registers, "devices.csv", "mac,ip\naa:bb:cc:00:00:01,10.1.0.51\n");
        assertThat(values(review(known).get("unknown-host"), "host")).containsExactly("10.1.0.50");
    }
}
