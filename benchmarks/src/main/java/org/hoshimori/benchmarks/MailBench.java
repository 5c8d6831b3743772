package org.hoshimori.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.hoshimori.mail.Context;
import org.hoshimori.mail.Fact;
import org.hoshimori.mail.Inspection;
import org.hoshimori.mail.Inspector;
import org.hoshimori.mail.Judgement;
import org.hoshimori.mail.Verdict;

/** What mail inspection finds, wrongly finds and costs, on folders of real mail: {@code bin/bench mail}. */
final class MailBench {

    private static final int PASSES = 5;

    private MailBench() {}

    /** A message of a set. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Sample(byte[] bytes, boolean tuned) {}

    /** Arguments: the folder of mail, with a folder for each set. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path data = Path.of(args[0]);
        Map<String, List<Sample>> sets = new LinkedHashMap<>();
        for (String set : List.of("phishing", "spamassassin/easy-ham", "spamassassin/hard-ham", "spamassassin/spam")) {
            if (Files.isDirectory(data.resolve(set))) {
                sets.put(set, samples(data.resolve(set)));
            }
        }
        Inspector inspector = Inspector.with(Context.standard());
        Map<String, Map<String, Integer>> hits = new TreeMap<>();
        sets.forEach((set, samples) -> quality(inspector, set, samples, hits));
        System.out.println("hits per indicator and fact, in per cent of each set:");
        hits.forEach((name, bySet) -> {
            StringBuilder line = new StringBuilder("%-32s".formatted(name));
            sets.forEach((set, samples) ->
                    line.append("%8.1f".formatted(100.0 * bySet.getOrDefault(set, 0) / samples.size())));
            System.out.println(line);
        });
        speed(inspector, sets.values().stream().flatMap(List::stream).toList());
    }

    private static List<Sample> samples(Path folder) throws IOException {
        List<Sample> samples = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path each : files.filter(Files::isRegularFile).sorted().toList()) {
                if (!each.getFileName().toString().startsWith("LICENSE")) {
                    samples.add(new Sample(Files.readAllBytes(each), tuned(each)));
                }
            }
        }
        return samples;
    }

    /** Weights and words were chosen by looking at one half of each set only, drawn by the hash of the file's name. */
    private static boolean tuned(Path file) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
            return hash[hash.length - 1] % 2 == 0;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void quality(
            Inspector inspector, String set, List<Sample> samples, Map<String, Map<String, Integer>> hits) {
        for (boolean tuned : new boolean[] {true, false}) {
            int[] scores = new int[12];
            Map<Verdict, Integer> verdicts = new TreeMap<>();
            int suspect = 0;
            int all = 0;
            for (Sample each : samples) {
                if (each.tuned() == tuned) {
                    Inspection inspection = inspector.inspect(each.bytes());
                    all++;
                    verdicts.merge(inspection.verdict(), 1, Integer::sum);
                    suspect += inspection.suspect() ? 1 : 0;
                    for (int t = 0; t < scores.length; t++) {
                        scores[t] += inspection.score() >= t ? 1 : 0;
                    }
                    count(inspection, set, hits);
                }
            }
            System.out.printf("%-24s %-9s %4d", set, tuned ? "tuned" : "held out", all);
            for (Verdict verdict : Verdict.values()) {
                System.out.printf("  %s %.1f %%", verdict.word(), 100.0 * verdicts.getOrDefault(verdict, 0) / all);
            }
            System.out.printf("  suspect %.1f %%  curve", 100.0 * suspect / all);
            for (int t = 2; t < scores.length; t++) {
                System.out.printf(" %d:%.1f", t, 100.0 * scores[t] / all);
            }
            System.out.println();
        }
    }

    private static void count(Inspection inspection, String set, Map<String, Map<String, Integer>> hits) {
        for (Judgement each : inspection.judgements()) {
            if (each.state() == Judgement.State.HOLDS) {
                hits.computeIfAbsent(each.indicator().id(), _ -> new TreeMap<>())
                        .merge(set, 1, Integer::sum);
            }
        }
        for (Fact each : inspection.facts()) {
            hits.computeIfAbsent("fact " + each.name().id(), _ -> new TreeMap<>())
                    .merge(set, 1, Integer::sum);
        }
    }

    private static void speed(Inspector inspector, List<Sample> samples) throws InterruptedException {
        int threads = Runtime.getRuntime().availableProcessors();
        for (int pass = 1; pass <= PASSES; pass++) {
            long[] nanos = new long[samples.size()];
            AtomicLong processor = new AtomicLong();
            long begun = System.nanoTime();
            List<Thread> workers = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                int first = t;
                workers.add(Thread.ofPlatform().start(() -> {
                    for (int i = first; i < nanos.length; i += threads) {
                        long from = System.nanoTime();
                        inspector.inspect(samples.get(i).bytes());
                        nanos[i] = System.nanoTime() - from;
                    }
                    processor.addAndGet(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
                }));
            }
            for (Thread each : workers) {
                each.join();
            }
            long whole = System.nanoTime() - begun;
            Arrays.sort(nanos);
            System.out.printf(
                    "pass %d: %,.0f messages/s on %d threads (%,.0f a second of processor time), median %.2f ms, p99 %.1f ms, longest %.1f ms%n",
                    pass,
                    nanos.length * 1e9 / whole,
                    threads,
                    nanos.length * 1e9 / processor.get(),
                    nanos[nanos.length / 2] / 1e6,
                    nanos[nanos.length * 99 / 100] / 1e6,
                    nanos[nanos.length - 1] / 1e6);
        }
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        System.out.printf(
                "heap in use afterwards %d MB, largest allowed %d MB%n",
                (runtime.totalMemory() - runtime.freeMemory()) >> 20, runtime.maxMemory() >> 20);
    }
}
