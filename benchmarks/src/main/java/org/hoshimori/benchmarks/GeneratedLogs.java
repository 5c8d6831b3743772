package org.hoshimori.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Made-up traffic of an office, the same for the same seed, with harm planted in it.
 *
 * <p>200 hosts in 10.1.0.0/16 (activity by host log-normal, sigma 0.8) make connections through the day (Poisson, three times as many from 9
 * to 18 o'clock in Japan): a third are DNS, the rest go to 3,000 outside servers, the k-th with a weight of 1/k (Zipf), port 443 nine times of
 * ten. Bytes sent and received are log-normal (median 400 and 1,800, sigma 2), durations too (median 0.14 s, sigma 2); three of four connections
 * end well, the others are unanswered, refused or reset. User agents and paths come from short lists.
 *
 * <p>Planted: {@link #BEACONS} hosts call one server of their own each 60 to 3,600 s with a tenth of jitter; {@link #SCANS} hosts try 300
 * neighbours on one port; {@link #TUNNELS} hosts ask for 400 names of 45 random characters below one domain; {@link #STRANGERS} devices
 * take a lease without being in the register.
 */
final class GeneratedLogs {

    static final int HOSTS = 200;
    static final int BEACONS = 5;
    static final int SCANS = 3;
    static final int TUNNELS = 2;
    static final int STRANGERS = 4;

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final List<String> STATES = List.of("SF", "SF", "SF", "S0", "REJ", "RSTO");
    private static final DateTimeFormatter BSD =
            DateTimeFormatter.ofPattern("MMM dd HH:mm:ss", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter CLF = DateTimeFormatter.ofPattern(
                    "dd/MMM/yyyy:HH:mm:ss +0000", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    /** The first instant: the beginning of a Monday, UTC. */
    static final long BEGIN = Instant.parse("2026-03-02T00:00:00Z").getEpochSecond();

    private final Random random;
    private final double[] weights = new double[HOSTS];
    private final double[] servers = new double[3000];
    private final long seconds;
    private final List<Event> planted = new ArrayList<>();
    private int nextPlanted;

    /** A connection. */
    record Event(
            double time,
            String uid,
            String from,
            int fromPort,
            String to,
            int port,
            String state,
            long sent,
            long got,
            double lasted) {}

    GeneratedLogs(long seed, int days) {
        random = new Random(seed);
        seconds = days * 86_400L;
        double sum = 0;
        for (int i = 0; i < HOSTS; i++) {
            sum += Math.exp(random.nextGaussian() * 0.8);
            weights[i] = sum;
        }
        sum = 0;
        for (int i = 0; i < servers.length; i++) {
            sum += 1.0 / (i + 1);
            servers[i] = sum;
        }
        plant();
    }

    static String host(int i) {
        return "10.1." + i / 200 + "." + (1 + i % 200);
    }

    private void plant() {
        for (int b = 0; b < BEACONS; b++) {
            double period = 60 * Math.pow(60, b / (BEACONS - 1.0));
            for (double t = random.nextDouble() * period;
                    t < seconds;
                    t += period * (0.95 + random.nextDouble() * 0.1)) {
                planted.add(new Event(
                        BEGIN + t, uid(), host(10 + b), port(), "198.51.100." + (10 + b), 443, "SF", 310, 620, 0.2));
            }
        }
        for (int s = 0; s < SCANS; s++) {
            double from = 30_000 + s * 9_000.0;
            for (int i = 0; i < 300; i++) {
                planted.add(new Event(
                        BEGIN + from + i * 0.7,
                        uid(),
                        host(30 + s),
                        port(),
                        "10.1.0." + (1 + i % 254),
                        i < 254 ? 445 : 3389,
                        "S0",
                        0,
                        0,
                        0));
            }
        }
        planted.sort((a, b) -> Double.compare(a.time(), b.time()));
    }

    /** Takes an event. */
    interface Taker {
        void take(Event event) throws IOException;
    }

    /** This many events in the order of time, the planted ones among them. */
    void each(int count, Taker taker) throws IOException {
        double at = BEGIN;
        double step = seconds / (double) count;
        for (int i = 0; i < count; i++) {
            int hour = (int) (((long) at / 3600 + 9) % 24);
            at += -Math.log(1 - random.nextDouble()) * step * (hour >= 9 && hour < 18 ? 0.58 : 1.75);
            while (nextPlanted < planted.size() && planted.get(nextPlanted).time() <= at) {
                taker.take(planted.get(nextPlanted++));
            }
            boolean dns = random.nextInt(3) == 0;
            String to = dns ? "10.1.255.53" : server();
            int port = dns ? 53 : random.nextInt(10) > 0 ? 443 : 80;
            taker.take(new Event(
                    at,
                    uid(),
                    host(pick(weights)),
                    port(),
                    to,
                    port,
                    STATES.get(random.nextInt(STATES.size())),
                    (long) Math.exp(random.nextGaussian() * 2 + 6),
                    (long) Math.exp(random.nextGaussian() * 2 + 7.5),
                    Math.exp(random.nextGaussian() * 2 - 2)));
        }
        while (nextPlanted < planted.size()) {
            taker.take(planted.get(nextPlanted++));
        }
    }

    private String server() {
        int k = pick(servers);
        return (100 + k % 97) + "." + k / 97 + "." + (k * 7 % 250) + "." + (1 + k % 250);
    }

    private int pick(double[] sums) {
        int found = java.util.Arrays.binarySearch(sums, random.nextDouble() * sums[sums.length - 1]);
        return Math.min(found < 0 ? -found - 1 : found, sums.length - 1);
    }

    private int port() {
        return 1024 + random.nextInt(60_000);
    }

    private String uid() {
        StringBuilder uid = new StringBuilder("C");
        for (int i = 0; i < 17; i++) {
            uid.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return uid.toString();
    }

    /** What a format writes of an event. */
    static String line(String format, Event e) {
        Instant time = Instant.ofEpochMilli((long) (e.time() * 1000));
        boolean tcp = e.port() != 53;
        String proto = tcp ? "tcp" : "udp";
        return switch (format) {
            case "zeek" ->
                String.format(
                        Locale.ROOT,
                        "%.6f\t%s\t%s\t%d\t%s\t%d\t%s\t%s\t%.6f\t%d\t%d\t%s\tT\t%s\t0\t%s\t%d\t%d\t%d\t%d\t-",
                        e.time(),
                        e.uid(),
                        e.from(),
                        e.fromPort(),
                        e.to(),
                        e.port(),
                        proto,
                        tcp ? "ssl" : "dns",
                        e.lasted(),
                        e.sent(),
                        e.got(),
                        e.state(),
                        e.to().startsWith("10.") ? "T" : "F",
                        e.state().equals("SF") ? "ShADadFf" : "S",
                        1 + e.sent() / 1000,
                        e.sent() + 60,
                        1 + e.got() / 1300,
                        e.got() + 60);
            case "squid" ->
                String.format(
                        Locale.ROOT,
                        "%.3f %6d %s TCP_MISS/200 %d GET http://www%d.example.jp/path/%d - HIER_DIRECT/%s text/html",
                        e.time(),
                        (long) (e.lasted() * 1000),
                        e.from(),
                        e.got(),
                        e.sent() % 500,
                        e.got() % 5000,
                        e.to());
            case "apache" ->
                String.format(
                        Locale.ROOT,
                        "%s - - [%s] \"GET /path/%d HTTP/1.1\" 200 %d \"http://www%d.example.jp/\" \"Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/%d.0\"",
                        e.from(),
                        CLF.format(time),
                        e.got() % 5000,
                        e.got(),
                        e.sent() % 500,
                        100 + e.sent() % 30);
            case "cisco-asa" ->
                String.format(
                        Locale.ROOT,
                        "<166>%s fw1 : %%ASA-6-302014: Teardown TCP connection %d for outside:%s/%d to inside:%s/%d duration 0:00:%02d bytes %d TCP FINs",
                        BSD.format(time),
                        e.sent() + e.got() * 7,
                        e.to(),
                        e.port(),
                        e.from(),
                        e.fromPort(),
                        (int) Math.min(59, e.lasted()),
                        e.got());
            case "fortigate" ->
                String.format(
                        Locale.ROOT,
                        "<189>date=%s time=%s devname=\"fw1\" devid=\"FGT60D4614044725\" logid=\"0000000013\" type=\"traffic\" subtype=\"forward\" level=\"notice\" vd=\"root\" srcip=%s srcport=%d srcintf=\"port1\" dstip=%s dstport=%d dstintf=\"port2\" sessionid=%d proto=%d action=\"accept\" policyid=2 service=\"HTTPS\" duration=%d sentbyte=%d rcvdbyte=%d sentpkt=%d rcvdpkt=%d",
                        DATE.format(time),
                        TIME.format(time),
                        e.from(),
                        e.fromPort(),
                        e.to(),
                        e.port(),
                        e.sent() * 31 + e.got(),
                        tcp ? 6 : 17,
                        (long) e.lasted(),
                        e.sent(),
                        e.got(),
                        1 + e.sent() / 1000,
                        1 + e.got() / 1300);
            case "suricata" ->
                String.format(
                        Locale.ROOT,
                        "{\"timestamp\":\"%s+0000\",\"flow_id\":%d,\"in_iface\":\"ens5\",\"event_type\":\"flow\",\"src_ip\":\"%s\",\"src_port\":%d,\"dest_ip\":\"%s\",\"dest_port\":%d,\"proto\":\"%s\",\"app_proto\":\"tls\",\"flow\":{\"pkts_toserver\":%d,\"pkts_toclient\":%d,\"bytes_toserver\":%d,\"bytes_toclient\":%d,\"age\":%d,\"state\":\"closed\",\"reason\":\"timeout\",\"alerted\":false}}",
                        DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS")
                                .withZone(ZoneOffset.UTC)
                                .format(time),
                        e.sent() * 977 + e.got(),
                        e.from(),
                        e.fromPort(),
                        e.to(),
                        e.port(),
                        tcp ? "TCP" : "UDP",
                        1 + e.sent() / 1000,
                        1 + e.got() / 1300,
                        e.sent(),
                        e.got(),
                        (long) e.lasted());
            case "iptables" ->
                String.format(
                        Locale.ROOT,
                        "<4>%s gw kernel: [%.6f] FW-ACCEPT IN=eth0 OUT=eth1 MAC=02:bd:e5:4f:d0:e2:02:d8:14:81:fc:48:08:00 SRC=%s DST=%s LEN=%d TOS=0x00 PREC=0x00 TTL=63 ID=%d DF PROTO=%s SPT=%d DPT=%d WINDOW=65535 RES=0x00 SYN URGP=0",
                        BSD.format(time),
                        e.time() - BEGIN,
                        e.from(),
                        e.to(),
                        40 + e.sent() % 1400,
                        e.got() % 65_536,
                        tcp ? "TCP" : "UDP",
                        e.fromPort(),
                        e.port());
            case "nfdump" ->
                String.format(
                        Locale.ROOT,
                        "%s %s,%s %s,%.3f,%s,%s,%d,%d,%s,...AP.SF,0,0,%d,%d,%d,%d,0,0,0,0,0,0,0,0,0.0.0.0,0.0.0.0,0,0,00:00:00:00:00:00,00:00:00:00:00:00,00:00:00:00:00:00,00:00:00:00:00:00,0-0-0,0-0-0,0-0-0,0-0-0,0-0-0,0-0-0,0-0-0,0-0-0,0-0-0,0-0-0,    0.000,    0.000,    0.000,0.0.0.0,17/1,0,%s 23:59:00.000",
                        DATE.format(time),
                        TIME.format(time),
                        DATE.format(time.plusMillis((long) (e.lasted() * 1000))),
                        TIME.format(time.plusMillis((long) (e.lasted() * 1000))),
                        e.lasted(),
                        e.from(),
                        e.to(),
                        e.fromPort(),
                        e.port(),
                        tcp ? "TCP" : "UDP",
                        1 + e.sent() / 1000,
                        e.sent(),
                        1 + e.got() / 1300,
                        e.got(),
                        DATE.format(time));
            default -> throw new IllegalArgumentException(format);
        };
    }

    static final String ZEEK = """
            #separator \\x09
            #set_separator\t,
            #empty_field\t(empty)
            #unset_field\t-
            #path\tconn
            #fields\tts\tuid\tid.orig_h\tid.orig_p\tid.resp_h\tid.resp_p\tproto\tservice\tduration\torig_bytes\tresp_bytes\tconn_state\tlocal_orig\tlocal_resp\tmissed_bytes\thistory\torig_pkts\torig_ip_bytes\tresp_pkts\tresp_ip_bytes\ttunnel_parents
            #types\ttime\tstring\taddr\tport\taddr\tport\tenum\tstring\tinterval\tcount\tcount\tstring\tbool\tbool\tcount\tstring\tcount\tcount\tcount\tcount\tset[string]
            """;

    static final String NFDUMP =
            "ts,te,td,sa,da,sp,dp,pr,flg,fwd,stos,ipkt,ibyt,opkt,obyt,in,out,sas,das,smk,dmk,dtos,dir,nh,nhb,svln,dvln,ismc,odmc,idmc,osmc,"
                    + "mpls1,mpls2,mpls3,mpls4,mpls5,mpls6,mpls7,mpls8,mpls9,mpls10,cl,sl,al,ra,eng,exid,tr\n";

    /** Writes a file of one format. */
    static Path write(Path file, String format, int count, long seed, int days) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            if (format.equals("zeek")) {
                out.write(ZEEK);
            } else if (format.equals("nfdump")) {
                out.write(NFDUMP);
            }
            new GeneratedLogs(seed, days).each(count, e -> {
                out.write(line(format, e));
                out.write('\n');
            });
        }
        return file;
    }

    /** Questions to DNS with the tunnels, and leases with the strangers, as syslog writes them. */
    void others(Path dns, Path dhcp) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(dns)) {
            for (int i = 0; i < 20_000; i++) {
                Instant time = Instant.ofEpochSecond(BEGIN + (long) (i * seconds / 20_000.0));
                String name = "www" + random.nextInt(3000) + ".example.jp";
                out.write(BSD.format(time) + " ns dnsmasq[9]: query[A] " + name + " from " + host(random.nextInt(HOSTS))
                        + "\n");
                if (i % 25 == 0) {
                    StringBuilder hidden = new StringBuilder();
                    for (int k = 0; k < 45; k++) {
                        hidden.append((char) ('a' + random.nextInt(26)));
                    }
                    int which = i / 25 % TUNNELS;
                    out.write(BSD.format(time) + " ns dnsmasq[9]: query[TXT] " + hidden + ".t" + which
                            + ".example.net from " + host(50 + which) + "\n");
                }
            }
        }
        try (BufferedWriter out = Files.newBufferedWriter(dhcp)) {
            for (int i = 0; i < HOSTS + STRANGERS; i++) {
                out.write(BSD.format(Instant.ofEpochSecond(BEGIN + i)) + " dhcp dhcpd[1]: DHCPACK on " + host(i)
                        + " to " + mac(i) + " (pc) via eth0\n");
            }
        }
    }

    static String mac(int i) {
        return String.format(Locale.ROOT, "aa:bb:cc:00:%02x:%02x", i / 256, i % 256);
    }
}
