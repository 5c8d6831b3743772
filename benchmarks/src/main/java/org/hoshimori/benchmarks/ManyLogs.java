package org.hoshimori.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Made-up traffic of a month for archives of any size, a file a day and source, the same for the same seed; fast enough to make 10⁸ lines.
 *
 * <p>2,000 hosts in 10.1.0.0/16 (activity by host log-normal, sigma 0.8) make connections through the day, three times as many from 9 to 18
 * o'clock in Japan. Of 20 lines 14 are Zeek's conn, 3 its dns, 3 Squid's. Outside servers are 20,000, the k-th with a weight of 1/k (Zipf); each host
 * has eight of ten connections with 40 of them that are its own. Bytes and durations are log-normal as in {@link GeneratedLogs}; three of four
 * connections end well. Names asked for are 5,000 by Zipf.
 *
 * <p>Planted, and nothing else: {@link #BEACONS} hosts call one server of their own each 60 to 3,600 s, a tenth of jitter; {@link #SCANS} hosts try
 * 300 neighbours on one port within four minutes, on one day each; {@link #TUNNELS} hosts ask for 60 names a day of 45 random characters
 * below one domain.
 */
final class ManyLogs {

    static final int DAYS = 31;
    static final int HOSTS = 2000;
    static final int BEACONS = 5;
    static final int SCANS = 3;
    static final int TUNNELS = 2;
    static final LocalDate FIRST = LocalDate.parse("2026-03-01");

    private static final int SERVERS = 20_000;
    private static final int NAMES = 5000;
    private static final int OWN = 40;
    private static final int HALF_MINUTES = 2880;
    private static final byte[] LETTERS =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".getBytes(StandardCharsets.US_ASCII);
    private static final String[] STATES = {"SF", "SF", "SF", "SF", "SF", "SF", "S0", "REJ"};
    private static final String CONN = GeneratedLogs.ZEEK;
    static final String DNS = """
            #separator \\x09
            #set_separator\t,
            #empty_field\t(empty)
            #unset_field\t-
            #path\tdns
            #fields\tts\tuid\tid.orig_h\tid.orig_p\tid.resp_h\tid.resp_p\tproto\ttrans_id\tquery\tqtype_name\trcode_name\tanswers
            #types\ttime\tstring\taddr\tport\taddr\tport\tenum\tcount\tstring\tstring\tstring\tvector[string]
            """;

    private final long seed;
    private final int[] hosts = new int[1 << 14];
    private final int[] servers = new int[1 << 16];
    private final int[] names = new int[1 << 14];
    private final long[] sent = new long[1 << 12];
    private final long[] got = new long[1 << 12];
    private final byte[] buffer = new byte[1 << 20];
    private int length;
    private SplittableRandom random = new SplittableRandom();

    ManyLogs(long seed) {
        this.seed = seed;
        java.util.Random normal = new java.util.Random(seed);
        double[] weights = new double[HOSTS];
        for (int i = 0; i < HOSTS; i++) {
            weights[i] = Math.exp(normal.nextGaussian() * 0.8);
        }
        fill(hosts, weights);
        fill(servers, zipf(SERVERS));
        fill(names, zipf(NAMES));
        for (int i = 0; i < sent.length; i++) {
            sent[i] = (long) Math.exp(normal.nextGaussian() * 2 + 6);
            got[i] = (long) Math.exp(normal.nextGaussian() * 2 + 7.5);
        }
    }

    private static double[] zipf(int n) {
        double[] weights = new double[n];
        Arrays.setAll(weights, k -> 1.0 / (k + 1));
        return weights;
    }

    /** A table from which a uniform index draws by weight. */
    private static void fill(int[] table, double[] weights) {
        double all = Arrays.stream(weights).sum();
        double reached = 0;
        int at = 0;
        for (int i = 0; i < weights.length; i++) {
            reached += weights[i] / all * table.length;
            while (at < reached && at < table.length) {
                table[at++] = i;
            }
        }
        Arrays.fill(table, at, table.length, 0);
    }

    static String host(int i) {
        return "10.1." + i / 250 + "." + (1 + i % 250);
    }

    private static String server(int k) {
        return (100 + k % 89) + "." + (k / 89 % 250) + "." + (k * 7 % 250) + "." + (1 + k % 250);
    }

    /** Writes a day of one source; the file's last lines are the planted ones. */
    void write(Path file, String source, int day, long lines) throws IOException {
        random = new SplittableRandom(seed * 1000 + day * 10L + source.hashCode() % 7);
        long begin = FIRST.plusDays(day).atStartOfDay(ZoneOffset.UTC).toEpochSecond();
        double[] until = new double[HALF_MINUTES];
        double sum = 0;
        for (int i = 0; i < HALF_MINUTES; i++) {
            int hour = (i / 120 + 9) % 24;
            sum += hour >= 9 && hour < 18 ? 3 : 1;
            until[i] = sum;
        }
        try (OutputStream out = Files.newOutputStream(file)) {
            text(source.equals("conn") ? CONN : source.equals("dns") ? DNS : "");
            long written = 0;
            for (int i = 0; i < HALF_MINUTES; i++) {
                long to = (long) (until[i] / sum * lines);
                long micros = begin * 1_000_000L + i * 30_000_000L;
                long step = 30_000_000L / Math.max(1, to - written);
                for (long n = written; n < to; n++) {
                    line(source, micros + (n - written) * step + random.nextInt((int) Math.max(1, step)));
                    room(out);
                }
                written = to;
            }
            planted(source, day, begin, out);
            out.write(buffer, 0, length);
            length = 0;
        }
    }

    private void room(OutputStream out) throws IOException {
        if (length > buffer.length - 4096) {
            out.write(buffer, 0, length);
            length = 0;
        }
    }

    private void line(String source, long micros) {
        int host = hosts[random.nextInt(hosts.length)];
        switch (source) {
            case "conn" -> {
                int server = random.nextInt(10) < 8
                        ? (host * 7919 + random.nextInt(OWN) * 104_729 + SERVERS) % SERVERS
                        : servers[random.nextInt(servers.length)];
                conn(
                        micros,
                        host,
                        server(Math.floorMod(server, SERVERS)),
                        random.nextInt(10) > 0 ? 443 : 80,
                        STATES[random.nextInt(STATES.length)],
                        sent[random.nextInt(sent.length)],
                        got[random.nextInt(got.length)],
                        random.nextInt(3_000_000));
            }
            case "dns" -> dns(micros, host, "www" + names[random.nextInt(names.length)] + ".example.jp", "A");
            default -> squid(micros, host);
        }
    }

    private void planted(String source, int day, long begin, OutputStream out) throws IOException {
        if (source.equals("conn")) {
            for (int b = 0; b < BEACONS; b++) {
                double period = 60 * Math.pow(60, b / (BEACONS - 1.0));
                for (double t = random.nextDouble() * period;
                        t < 86_400;
                        t += period * (0.95 + random.nextDouble() * 0.1)) {
                    conn((long) ((begin + t) * 1e6), 10 + b, "198.51.100." + (10 + b), 443, "SF", 310, 620, 200_000);
                    room(out);
                }
            }
            if (day % 10 == 5 && day / 10 < SCANS) {
                for (int i = 0; i < 300; i++) {
                    conn((long) ((begin + 30_000 + i * 0.7) * 1e6), 30 + day / 10, host(i), 445, "S0", 0, 0, 0);
                    room(out);
                }
            }
        } else if (source.equals("dns")) {
            for (int i = 0; i < 60 * TUNNELS; i++) {
                StringBuilder hidden = new StringBuilder();
                for (int k = 0; k < 45; k++) {
                    hidden.append((char) ('a' + random.nextInt(26)));
                }
                dns(
                        begin * 1_000_000L + i * 1_000_000L * 400,
                        50 + i % TUNNELS,
                        hidden + ".t" + i % TUNNELS + ".example.net",
                        "TXT");
                room(out);
            }
        }
    }

    private void conn(long micros, int host, String to, int port, String state, long out, long in, long lasted) {
        boolean well = state.equals("SF");
        time(micros);
        tab();
        uid();
        tab();
        text(host(host));
        tab();
        number(1024 + random.nextInt(60_000));
        tab();
        text(to);
        tab();
        number(port);
        text("\ttcp\t");
        text(port == 443 ? "ssl" : port == 80 ? "http" : "-");
        tab();
        if (well) {
            number(lasted / 1_000_000);
            buffer[length++] = '.';
            padded(lasted % 1_000_000);
            tab();
            number(out);
            tab();
            number(in);
        } else {
            text("-\t-\t-");
        }
        tab();
        text(state);
        text(to.startsWith("10.") ? "\tT\tT\t0\t" : "\tT\tF\t0\t");
        text(well ? "ShADadFf" : state.equals("S0") ? "S" : "Sr");
        tab();
        number(well ? 1 + out / 1000 : 1);
        tab();
        number(well ? out + 60 : 60);
        tab();
        number(well ? 1 + in / 1300 : 0);
        tab();
        number(well ? in + 60 : 0);
        text("\t-\n");
    }

    private void dns(long micros, int host, String name, String type) {
        time(micros);
        tab();
        uid();
        tab();
        text(host(host));
        tab();
        number(1024 + random.nextInt(60_000));
        text("\t10.1.255.53\t53\tudp\t");
        number(random.nextInt(65_536));
        tab();
        text(name);
        tab();
        text(type);
        text("\tNOERROR\t");
        text(server(Math.floorMod(name.hashCode(), SERVERS)));
        buffer[length++] = '\n';
    }

    private void squid(long micros, int host) {
        number(micros / 1_000_000);
        buffer[length++] = '.';
        long millis = micros / 1000 % 1000;
        buffer[length++] = (byte) ('0' + millis / 100);
        buffer[length++] = (byte) ('0' + millis / 10 % 10);
        buffer[length++] = (byte) ('0' + millis % 10);
        text("    ");
        number(random.nextInt(3000));
        buffer[length++] = ' ';
        text(host(host));
        text(" TCP_MISS/200 ");
        number(got[random.nextInt(got.length)]);
        int name = names[random.nextInt(names.length)];
        text(" GET http://www");
        number(name);
        text(".example.jp/path/");
        number(random.nextInt(5000));
        text(" - HIER_DIRECT/");
        text(server(name));
        text(" text/html\n");
    }

    private void tab() {
        buffer[length++] = '\t';
    }

    private void uid() {
        buffer[length++] = 'C';
        long bits = random.nextLong();
        for (int i = 0; i < 17; i++) {
            if (i == 9) {
                bits = random.nextLong();
            }
            buffer[length++] = LETTERS[(int) (bits & 63) % 62];
            bits >>>= 6;
        }
    }

    private void time(long micros) {
        number(micros / 1_000_000);
        buffer[length++] = '.';
        padded(micros % 1_000_000);
    }

    private void padded(long six) {
        for (long d = 100_000; d > 0; d /= 10) {
            buffer[length++] = (byte) ('0' + six / d % 10);
        }
    }

    private void number(long value) {
        long d = 1;
        while (value / d > 9) {
            d *= 10;
        }
        for (; d > 0; d /= 10) {
            buffer[length++] = (byte) ('0' + value / d % 10);
        }
    }

    private void text(String text) {
        for (int i = 0; i < text.length(); i++) {
            buffer[length++] = (byte) text.charAt(i);
        }
    }
}
