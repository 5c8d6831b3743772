package org.hoshimori.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Two weeks of an office for judging detection: harm of many shapes, and what is harmless but looks like it. The same for the same seed.
 *
 * <p>Harmless: 150 people's browsing by day; every machine asks an update service each hour and a mail server every five minutes, to the
 * second; a monitor polls 60 inside hosts each minute; ten machines ask a service of theirs every quarter of an hour; a backup sends 2 GB each night;
 * twenty have a printer that no longer answers; two are behind a broken proxy for an hour (200 failures, one target); one
 * leaves a page open that asks for news irregularly; one runs an
 * application of peers that fail one time in three; names of delivery networks are long and many; a resolver asks 300 name servers an hour.
 *
 * <p>Harm, each on a host of its own: beacons of 30 to 7,200 seconds with no to 50 percent of jitter, one with every tenth call
 * missing, one in bursts of three, one by HTTP with changing ports, one of three hosts to one server; scans of hosts, of ports, slow ones (one a minute), one by UDP, one
 * that is refused; tunnels through DNS of two shapes; 3 GB sent out once by day and 80 MB once by night; connections with listed addresses.
 */
final class OfficeLogs {

    static final int DAYS = 14;
    static final int HOSTS = 200;
    static final long BEGIN = Instant.parse("2026-03-02T00:00:00Z").getEpochSecond();

    private static final DateTimeFormatter ARGUS =
            DateTimeFormatter.ofPattern("yyyy/MM/dd HH:mm:ss.SSSSSS").withZone(ZoneOffset.UTC);

    private final Random random;
    private final List<Flow> flows = new ArrayList<>();
    private final List<Question> questions = new ArrayList<>();
    private final Map<String, Set<String>> truth = new TreeMap<>();
    private int nextBad = 20;

    /** A connection; its state is Zeek's. */
    record Flow(
            double time,
            String from,
            int fromPort,
            String to,
            int port,
            String proto,
            String state,
            long out,
            long in) {}

    /** A question to DNS. */
    record Question(double time, String from, String name) {}

    OfficeLogs(long seed) {
        random = new Random(seed);
        harmless();
        harm();
        flows.sort(Comparator.comparingDouble(Flow::time));
        questions.sort(Comparator.comparingDouble(Question::time));
    }

    /** Which hosts each rule should find. */
    Map<String, Set<String>> truth() {
        return truth;
    }

    static String host(int i) {
        return "10.1." + i / 250 + "." + (1 + i % 250);
    }

    private void flow(double at, String from, String to, int port, String proto, String state, long out, long in) {
        flows.add(new Flow(BEGIN + at, from, 20_000 + random.nextInt(40_000), to, port, proto, state, out, in));
    }

    private long bytes(double median) {
        return (long) Math.exp(random.nextGaussian() * 1.5 + Math.log(median));
    }

    private void every(double period, double jitter, double from, double to, Visit visit) {
        for (double t = from + random.nextDouble() * period;
                t < to;
                t += period * (1 - jitter + random.nextDouble() * 2 * jitter)) {
            visit.at(t);
        }
    }

    /** Something done at a time. */
    private interface Visit {
        void at(double time);
    }

    private void harmless() {
        double end = DAYS * 86_400.0;
        for (int h = 0; h < 150; h++) {
            String host = host(h);
            for (int day = 0; day < DAYS; day++) {
                double morning = day * 86_400.0; // 9 o'clock in Japan
                int visits = (int) bytes(120);
                for (int i = 0; i < Math.min(visits, 800); i++) {
                    int site = (int) (300 * random.nextDouble() * random.nextDouble());
                    flow(
                            morning + random.nextDouble() * 32_000,
                            host,
                            "151.101." + site / 200 + "." + (1 + site % 200),
                            443,
                            "tcp",
                            random.nextInt(15) == 0 ? "S0" : "SF",
                            bytes(900),
                            bytes(20_000));
                }
                for (int i = 0; i < 12; i++) {
                    String name = "r" + random.nextInt(9) + "---sn-" + Long.toHexString(random.nextInt(1 << 30))
                            + ".cdn-video.example.org";
                    questions.add(new Question(BEGIN + morning + random.nextDouble() * 32_000, host, name));
                }
            }
            every(3600, 0.001, 0, end, t -> flow(t, host, "13.107.4.50", 443, "tcp", "SF", 700, 1500));
            every(300, 0.001, 0, end, t -> flow(t, host, "40.99.10.34", 443, "tcp", "SF", 900, 1200));
            if (h % 8 == 0) {
                every(20_000, 0.4, 0, end, t -> flow(t, host, "10.1.3.9", 9100, "tcp", "S0", 0, 0));
            }
            if (h < 10) {
                every(900, 0.002, 0, end, t -> flow(t, host, "52.114.7.1", 443, "tcp", "SF", 300, 300));
            }
        }
        every(60, 0.001, 0, end, t -> {
            for (int i = 0; i < 60; i += 10) {
                flow(t, host(190), host(i + random.nextInt(10)), 161, "udp", "SF", 90, 120);
            }
        });
        for (int day = 0; day < DAYS; day++) {
            flow(day * 86_400.0 + 61_200, host(191), "203.0.113.200", 443, "tcp", "SF", 2_000_000_000L, 90_000);
            for (int hour = 0; hour < 24; hour++) {
                for (int i = 0; i < 60; i++) {
                    flow(
                            day * 86_400.0 + hour * 3600 + random.nextDouble() * 3600,
                            host(192),
                            "192.0." + random.nextInt(2) + "." + (1 + random.nextInt(150)),
                            53,
                            "udp",
                            random.nextInt(3) == 0 ? "S0" : "SF",
                            45,
                            110);
                    flow(
                            day * 86_400.0 + hour * 3600 + random.nextDouble() * 3600,
                            host(193),
                            "77." + random.nextInt(90) + "." + random.nextInt(250) + ".7",
                            10_000 + random.nextInt(50_000),
                            "udp",
                            random.nextInt(3) == 0 ? "S0" : "SF",
                            bytes(3000),
                            bytes(3000));
                }
            }
        }
        // A page left open that asks for news, irregularly, of a site that nobody else reads.
        for (int i = 0; i < 60; i++) {
            flow(
                    5 * 86_400.0 + i * 40 + random.nextDouble() * 400,
                    host(196),
                    "203.0.113.90",
                    443,
                    "tcp",
                    "SF",
                    900,
                    4000);
        }
        for (int i = 0; i < 200; i++) {
            flow(3 * 86_400.0 + i * 17, host(194 + i % 2), "10.1.3.8", 3128, "tcp", "S0", 0, 0);
        }
    }

    private String bad(String rule) {
        String host = host(150 + nextBad++ - 20);
        truth.computeIfAbsent(rule, r -> new TreeSet<>()).add(host);
        return host;
    }

    private void harm() {
        double end = DAYS * 86_400.0;
        double[][] beacons = {{30, 0}, {60, 0.1}, {300, 0.25}, {900, 0.2}, {3600, 0.1}, {7200, 0.05}};
        for (int i = 0; i < beacons.length; i++) {
            String host = bad("beaconing");
            String to = "198.51.100." + (10 + i);
            double period = beacons[i][0];
            every(
                    period,
                    beacons[i][1],
                    86_400,
                    Math.min(end, 86_400 + period * 1500),
                    t -> flow(t, host, to, 443, "tcp", "SF", 320, 640));
        }
        String gaps = bad("beaconing");
        every(120, 0.05, 2 * 86_400, 5 * 86_400, t -> {
            if (random.nextInt(10) > 0) {
                flow(t, gaps, "198.51.100.30", 8080, "tcp", "SF", 320, 640);
            }
        });
        for (int i = 0; i < 3; i++) {
            String host = bad("beaconing");
            every(600, 0.1, 86_400, end, t -> flow(t, host, "198.51.100.31", 443, "tcp", "SF", 320, 640));
        }
        String loose = bad("beaconing");
        every(240, 0.5, 86_400, 3 * 86_400, t -> flow(t, loose, "198.51.100.33", 443, "tcp", "SF", 320, 640));
        String bursts = bad("beaconing");
        every(300, 0.1, 86_400, 2 * 86_400, t -> {
            for (int i = 0; i < 3; i++) {
                flow(t + i * 2, bursts, "198.51.100.34", 80, "tcp", "SF", 320, 640);
            }
        });
        String dead = bad("beaconing");
        every(180, 0.05, 86_400, 3 * 86_400, t -> flow(t, dead, "198.51.100.32", 443, "tcp", "S0", 0, 0));

        String hosts = bad("port-scan");
        String ports = bad("port-scan");
        String slow = bad("port-scan");
        String udp = bad("port-scan");
        String refused = bad("port-scan");
        for (int i = 0; i < 400; i++) {
            flow(
                    200_000 + i * 0.3,
                    hosts,
                    "10.1.0." + (1 + i % 250),
                    i < 250 ? 445 : 22,
                    "tcp",
                    i % 20 == 0 ? "SF" : "S0",
                    0,
                    0);
            flow(300_000 + i * 0.2, ports, host(5), 1 + i * 7, "tcp", i % 40 == 0 ? "SF" : "REJ", 0, 0);
            flow(400_000 + i * 60, slow, "172.16." + i / 250 + "." + (1 + i % 250), 3389, "tcp", "S0", 0, 0);
            flow(500_000 + i * 0.5, udp, "10.1.0." + (1 + i % 250), 161, "udp", "S0", 45, 0);
            flow(600_000 + i * 0.5, refused, "203.0.113." + (1 + i % 250), 23, "tcp", i % 30 == 0 ? "SF" : "REJ", 0, 0);
        }
        String base32 = bad("dns-tunnelling");
        String hex = bad("dns-tunnelling");
        for (int i = 0; i < 1500; i++) {
            questions.add(new Question(
                    BEGIN + 90_000 + i * 11L,
                    base32,
                    letters(50, "abcdefghijklmnopqrstuvwxyz234567") + ".t.example.net"));
            questions.add(new Question(
                    BEGIN + 95_000 + i * 40L, hex, letters(30, "0123456789abcdef") + ".data.example.co.jp"));
        }
        String much = bad("unusual-volume");
        String night = bad("unusual-hours");
        for (int day = 0; day < DAYS; day++) {
            for (int i = 0; i < 30; i++) {
                flow(day * 86_400.0 + i * 900, much, "151.101.0.9", 443, "tcp", "SF", bytes(4000), bytes(20_000));
                flow(day * 86_400.0 + i * 900, night, "151.101.0.9", 443, "tcp", "SF", bytes(4000), bytes(20_000));
            }
        }
        flow(9 * 86_400.0 + 7200, much, "203.0.113.77", 443, "tcp", "SF", 3_000_000_000L, 50_000);
        flow(9 * 86_400.0 + 61_200, night, "203.0.113.78", 443, "tcp", "SF", 80_000_000L, 50_000);
        String address = bad("indicator-address");
        flow(123_456, address, "192.0.2.66", 80, "tcp", "SF", 300, 9000);
        questions.add(new Question(BEGIN + 222_222, bad("indicator-name"), "cdn.evil.example"));
    }

    private String letters(int n, String alphabet) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < n; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    /** Zeek's conn and dns. */
    List<Path> zeek(Path folder) throws IOException {
        Path conn = folder.resolve("conn.log");
        Path dns = folder.resolve("dns.log");
        try (BufferedWriter out = Files.newBufferedWriter(conn)) {
            out.write(GeneratedLogs.ZEEK);
            for (Flow f : flows) {
                boolean well = f.state().equals("SF");
                out.write(String.format(
                        Locale.ROOT,
                        "%.6f\tC%d\t%s\t%d\t%s\t%d\t%s\t-\t%s\t%s\t%s\t%s\tT\tF\t0\tS\t%d\t%d\t%d\t%d\t-%n",
                        f.time(),
                        f.fromPort(),
                        f.from(),
                        f.fromPort(),
                        f.to(),
                        f.port(),
                        f.proto(),
                        well ? "0.2" : "-",
                        well || f.out() > 0 ? f.out() : "-",
                        well ? f.in() : "-",
                        f.state(),
                        1 + f.out() / 1000,
                        f.out() + 60,
                        well ? 1 + f.in() / 1300 : 0,
                        well ? f.in() + 60 : 0));
            }
        }
        try (BufferedWriter out = Files.newBufferedWriter(dns)) {
            out.write(ManyLogs.DNS);
            for (Question q : questions) {
                out.write(String.format(
                        Locale.ROOT,
                        "%.6f\tC1\t%s\t5353\t10.1.255.53\t53\tudp\t7\t%s\tA\tNOERROR\t-%n",
                        q.time(),
                        q.from(),
                        q.name()));
            }
        }
        return List.of(conn, dns);
    }

    /** The connections as Argus writes them. */
    List<Path> argus(Path folder) throws IOException {
        Path file = folder.resolve("capture.binetflow");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(
                    "StartTime,Dur,Proto,SrcAddr,Sport,Dir,DstAddr,Dport,State,sTos,dTos,TotPkts,TotBytes,SrcBytes\n");
            for (Flow f : flows) {
                boolean well = f.state().equals("SF");
                boolean tcp = f.proto().equals("tcp");
                String state = well ? tcp ? "FSPA_FSPA" : "CON" : f.state().equals("REJ") ? "S_RA" : tcp ? "S_" : "INT";
                long there = f.out() + (tcp ? 186 : 42);
                long back = well ? f.in() + 180 : f.state().equals("REJ") ? 60 : 0;
                long packets = 3 + f.out() / 1000 + (back > 0 ? 1 + f.in() / 1300 : 0);
                out.write(String.format(
                        Locale.ROOT,
                        "%s,0.200000,%s,%s,%d,   ->,%s,%d,%s,0,0,%d,%d,%d%n",
                        ARGUS.format(Instant.ofEpochSecond((long) f.time(), (long) (f.time() % 1 * 1e9))),
                        f.proto(),
                        f.from(),
                        f.fromPort(),
                        f.to(),
                        f.port(),
                        state,
                        packets,
                        there + back,
                        there));
            }
        }
        return List.of(file);
    }
}
