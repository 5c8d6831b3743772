package org.hoshimori.logarchive.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** A made-up fortnight of an office in which there is something for every rule, and the registers that the rules need. */
final class Traffic {

    private static final long BEGIN = 1_772_409_600L; // 2026-03-02 00:00 UTC, a Monday

    private final Path folder;
    private final Random random = new Random(29);
    private final StringBuilder conn = new StringBuilder();
    private final StringBuilder squid = new StringBuilder();
    private final StringBuilder ssl = new StringBuilder();
    private final StringBuilder dns = new StringBuilder();
    private final StringBuilder dhcp = new StringBuilder();
    private int uid;

    Traffic(Path folder) {
        this.folder = folder;
    }

    private void connection(double at, String from, String to, int port, long sent, String state) {
        conn.append(String.format(
                Locale.ROOT,
                "%.6f\tC%d\t%s\t%d\t%s\t%d\ttcp\t-\t%.6f\t%d\t%d\t%s%n",
                at,
                uid++,
                from,
                1024 + random.nextInt(60_000),
                to,
                port,
                random.nextDouble() * 100,
                sent,
                state.equals("SF") ? 900 + random.nextInt(100_000) : 0,
                state));
    }

    private void question(double at, String from, String name) {
        dns.append(String.format(
                Locale.ROOT,
                "{\"ts\":%.6f,\"uid\":\"D%d\",\"id.orig_h\":\"%s\",\"id.orig_p\":4000,\"id.resp_h\":\"10.1.0.53\",\"id.resp_p\":53,\"proto\":\"udp\",\"trans_id\":1,\"query\":\"%s\",\"qtype_name\":\"A\"}%n",
                at,
                uid++,
                from,
                name));
    }

    /** Writes logs; says where they are. */
    List<Path> logs() throws IOException {
        conn.append(
                "#separator \\x09\n#unset_field\t-\n#path\tconn\n"
                        + "#fields\tts\tuid\tid.orig_h\tid.orig_p\tid.resp_h\tid.resp_p\tproto\tservice\tduration\torig_bytes\tresp_bytes\tconn_state\n");
        for (int day = -14; day < 14; day++) {
            for (int host = 1; host <= 30; host++) {
                double at = BEGIN + day * 86_400.0 + 3600;
                for (int i = 0; i < 12; i++) {
                    at += random.nextDouble() * 2400;
                    connection(
                            at,
                            "10.1.0." + host,
                            "203.0.113." + random.nextInt(60),
                            random.nextInt(4) > 0 ? 443 : 80,
                            (long) Math.exp(random.nextGaussian() * 2 + 8),
                            random.nextInt(7) > 0 ? "SF" : "REJ");
                    question(
                            at,
                            "10.1.0." + host,
                            "www" + random.nextInt(90) + ".example." + (host % 2 == 0 ? "co.jp" : "com"));
                }
            }
        }
        planted();
        return List.of(
                written("conn.log", conn),
                written("access.log", squid),
                written("ssl.json", ssl),
                written("dns.json", dns),
                written("dhcp.log", dhcp));
    }

    private void planted() {
        for (int i = 0; i < 200; i++) {
            connection(BEGIN + 7000 + i * 300 + random.nextInt(50), "10.1.0.3", "198.51.100.1", 443, 300, "SF");
            connection(BEGIN + 9000 + i * 0.7, "10.1.0.4", "10.1.0." + i, 445, 0, i % 20 == 0 ? "SF" : "S0");
            question(
                    BEGIN + 9000 + i,
                    "10.1.0.5",
                    "mzxw6ytboi%08x%08xnbswy3dpeb3w64tmmq.t.example.net".formatted(random.nextInt(), i));
        }
        for (int host = 6; host < 10; host++) {
            connection(BEGIN + 9 * 86_400 + host, "10.1.0." + host, "203.0.113.5", 443, 900_000_000L + host, "SF");
            connection(BEGIN + 8 * 86_400 + 17 * 3600 + host, "10.1.0." + host, "203.0.113.6", 443, 50_000_000L, "SF");
            connection(BEGIN + 5000 + host, "10.1.0." + host, "203.0.113.21", 21, 90, "SF");
            connection(BEGIN + 5000 + host, "10.1.0." + host, "192.0.2." + host, 443, 90, "SF");
            connection(BEGIN + 5000 + host, "10.1.0." + host, "198.51.100.66", 443, 10, "SF");
            connection(BEGIN + 5000 + host, "10.1.0." + host, "10.7.0.1", 3389, 10, "SF");
            connection(BEGIN + host, "203.0.113.77", "10.1.0.200", 5900, 10, "SF");
            connection(BEGIN + host, "10.9.0." + host, "203.0.113.9", 443, 500, "SF");
            connection(BEGIN + host, "10.1.0.9" + host, "203.0.113.9", 443, 500, "SF");
            question(BEGIN + host, "10.1.0." + host, "a.evil.example");
            squid.append(
                    "%d.500 1 10.1.0.%d TCP_MISS/200 9 GET http://bad.example/x.exe - HIER_DIRECT/203.0.113.5 text/html%n"
                            .formatted(BEGIN + host, host));
            ssl.append(
                    "{\"ts\":%d.0,\"uid\":\"S%d\",\"id.orig_h\":\"10.1.0.%d\",\"id.orig_p\":4,\"id.resp_h\":\"203.0.113.4\",\"id.resp_p\":443,\"cipher\":\"x\",\"established\":true,\"server_name\":\"x.example\",\"ja3\":\"e7d705a3286e19ea42f587b344ee6865\"}%n"
                            .formatted(BEGIN + host, host, host));
            dhcp.append("Mar  2 10:00:0%d dhcp dhcpd[1]: DHCPACK on 10.1.0.%d to aa:bb:cc:00:00:%02x (pc) via eth0%n"
                    .formatted(host, host, host));
        }
    }

    private Path written(String name, CharSequence text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    /** Writes registers; says where they are. */
    Path registers() throws IOException {
        written("registers/networks.csv", """
                cidr,name,zone,managed
                10.1.0.0/16,office,office,yes
                10.9.0.0/16,guests,guest,no
                10.7.0.0/16,control,satellite,yes
                """);
        written("registers/gateways.csv", "ip,name\n10.1.0.250,proxy\n");
        written("registers/devices.csv", "mac,ip,hostname\naa:bb:cc:00:00:06,10.1.0.6,pc6\n");
        written("registers/permits.csv", "mac,ip,opened,closed\naa:bb:cc:00:00:07,,2026-03-01,2026-03-31\n");
        written("registers/flows.csv", "from_zone,to_zone,protocol,port\noffice,satellite,tcp,22\n");
        written(
                "registers/diagnosis.csv",
                "ip,port,opened,closed\n10.1.0.200,5900,2026-03-05 09:00,2026-03-05 11:00\n");
        written("registers/places.csv", "cidr,place\n203.0.113.0/24,A\n192.0.2.0/24,B\n");
        written("registers/indicators/list.txt", """
                198.51.100.66
                evil.example
                http://bad.example/x.exe
                e7d705a3286e19ea42f587b344ee6865
                """);
        return folder.resolve("registers");
    }
}
