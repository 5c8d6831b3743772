package org.hoshimori.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hoshimori.logarchive.Archive;
import org.hoshimori.logarchive.Importing;
import org.hoshimori.logarchive.Questions;
import org.hoshimori.logarchive.Reviewing;
import org.jspecify.annotations.Nullable;

/**
 * What each rule finds of known harm and what it finds wrongly: {@code bin/bench logs --detect [FOLDER…]}. A folder is a labelled set: logs, beside them
 * {@code bad.txt} (a host or network a line that harm is known of; after a blank, the rules that should find it, if one knows), and perhaps
 * {@code registers/}.
 */
final class LogsDetect {

    private static final int SEEDS = 5;
    private static final Set<String> OF_SETS = Set.of(
            "indicator-address",
            "indicator-name",
            "indicator-url",
            "beaconing",
            "unusual-volume",
            "unusual-hours",
            "port-scan",
            "dns-tunnelling");

    private final Map<String, int[]> counts = new TreeMap<>();
    private double hostDays;

    private LogsDetect() {}

    /** Arguments: a folder to work in, a folder of indicator lists and one of guards ({@code -} for none), labelled sets. */
    public static void main(String[] args) throws IOException {
        Path work = Path.of(args[0]);
        System.out.println(LogsBench.load());
        LogsDetect zeek = new LogsDetect();
        LogsDetect argus = new LogsDetect();
        for (int seed = 1; seed <= SEEDS; seed++) {
            OfficeLogs logs = new OfficeLogs(seed);
            Path folder = Files.createDirectories(work.resolve("office-" + seed));
            Path registers = registers(folder);
            Map<String, Set<String>> flowsOnly = new TreeMap<>(logs.truth());
            flowsOnly.keySet().removeAll(Set.of("dns-tunnelling", "indicator-name"));
            zeek.judge(folder.resolve("zeek"), logs.zeek(folder), registers, logs.truth());
            argus.judge(folder.resolve("argus"), logs.argus(folder), registers, flowsOnly);
        }
        zeek.print(SEEDS + " made-up offices as Zeek wrote them");
        argus.print("the same as Argus wrote them");
        for (String set : List.of(args).subList(3, args.length)) {
            set(work, Path.of(set), args[1], args[2]);
        }
        System.out.println(LogsBench.load());
    }

    private static void set(Path work, Path set, String indicators, String guards) throws IOException {
        Path registers = Files.createDirectories(work.resolve("registers-" + set.getFileName()));
        if (!indicators.equals("-")) {
            Files.createSymbolicLink(
                    registers.resolve("indicators"), Path.of(indicators).toAbsolutePath());
        }
        if (!guards.equals("-")) {
            Files.createSymbolicLink(
                    registers.resolve("guards"), Path.of(guards).toAbsolutePath());
        }
        if (Files.exists(set.resolve("networks.csv"))) {
            Files.copy(set.resolve("networks.csv"), registers.resolve("networks.csv"));
        }
        Map<String, Set<String>> truth = new TreeMap<>();
        for (String line : Files.readAllLines(set.resolve("bad.txt"))) {
            String[] words = line.strip().split(" +", -1);
            for (String rule : words.length > 1 ? List.of(words).subList(1, words.length) : List.of("any")) {
                truth.computeIfAbsent(rule, r -> new TreeSet<>()).add(words[0]);
            }
        }
        List<Path> files;
        try (var all = Files.list(set)) {
            files = all.filter(Files::isRegularFile)
                    .filter(p ->
                            !p.toString().endsWith("bad.txt") && !p.toString().endsWith(".csv"))
                    .sorted()
                    .toList();
        }
        LogsDetect judged = new LogsDetect();
        judged.judge(work.resolve("archive-" + set.getFileName()), files, registers, truth);
        judged.print(String.valueOf(set.getFileName()));
    }

    private static Path registers(Path folder) throws IOException {
        Path registers = Files.createDirectories(folder.resolve("registers"));
        Files.writeString(registers.resolve("networks.csv"), "cidr,name,zone,managed\n10.1.0.0/16,office,office,yes\n");
        Files.writeString(
                Files.createDirectories(registers.resolve("indicators")).resolve("list.txt"),
                "192.0.2.66\nevil.example\n151.101.0.9\n");
        Files.writeString(
                Files.createDirectories(registers.resolve("guards")).resolve("list.json"),
                "{\"name\":\"g\",\"type\":\"cidr\",\"list\":[\"151.101.0.0/16\"]}");
        return registers;
    }

    private void judge(Path folder, List<Path> files, Path registers, Map<String, Set<String>> truth)
            throws IOException {
        Archive archive = Archive.create(folder);
        Importing.Options options = new Importing.Options(
                "auto", "", ZoneOffset.UTC, Importing.Options.standard().formats());
        Importing.run(archive, options, files, outcome -> {
            if (outcome.rows() == 0 || !outcome.aside().isEmpty()) {
                System.out.println(
                        "  " + outcome.file() + ": " + outcome.rows() + " rows, set aside " + outcome.aside());
            }
        });
        Map<String, String> asked = new HashMap<>();
        Questions.ask(
                archive,
                "SELECT (SELECT count(*) FROM (SELECT DISTINCT src_endpoint_ip, time::DATE FROM log WHERE src_endpoint_ip SIMILAR TO"
                        + " '(10|192\\.168|172\\.(1[6-9]|2\\d|3[01])|147\\.32)\\..*')), min(time)::DATE, max(time)::DATE FROM log",
                head -> {},
                row -> {
                    asked.put("days", String.valueOf(row.get(0)));
                    asked.put("first", String.valueOf(row.get(1)).substring(0, 10));
                    asked.put("last", String.valueOf(row.get(2)).substring(0, 10));
                });
        hostDays += Double.parseDouble(asked.getOrDefault("days", "0"));
        Reviewing.Result result = Reviewing.of(
                archive,
                new Reviewing.Options(
                        null,
                        registers,
                        LocalDate.parse(asked.getOrDefault("first", "")),
                        LocalDate.parse(asked.getOrDefault("last", "")),
                        ZoneId.of(ZoneOffset.ofHours(9).getId()),
                        Map.of(),
                        0));
        Set<String> known = truth.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        for (Reviewing.Answer answer : result.rules()) {
            Set<String> meant = truth.getOrDefault(answer.rule(), Set.of());
            int[] count = counts.computeIfAbsent(answer.rule(), r -> new int[4]);
            Set<String> hosts = new TreeSet<>();
            answer.hits().forEach(h -> hosts.add(host(h.values().get("host"))));
            count[0] += (int) hosts.stream().filter(meant::contains).count();
            count[1] += meant.size();
            count[2] += (int) hosts.stream()
                    .filter(h -> known.contains(h) && !meant.contains(h))
                    .count();
            Set<String> wrong =
                    hosts.stream().filter(h -> !known.contains(h)).collect(Collectors.toCollection(TreeSet::new));
            count[3] += wrong.size();
            if (OF_SETS.contains(answer.rule())) {
                Set<String> missed = new TreeSet<>(meant);
                missed.removeAll(hosts);
                if (!missed.isEmpty() || !wrong.isEmpty()) {
                    System.out.println("  " + folder.getFileName() + " " + answer.rule() + ": missed " + missed
                            + ", wrongly " + wrong.stream().limit(5).toList());
                }
            }
        }
    }

    private static String host(@Nullable Object value) {
        return String.valueOf(value);
    }

    private void print(String what) {
        System.out.printf(Locale.ROOT, "%s, %,.0f host-days%n", what, hostDays);
        System.out.println(
                "  rule                   found of planted   also on bad hosts   on others   a thousand host-days");
        counts.forEach((rule, c) -> {
            if (c[0] + c[1] + c[2] + c[3] > 0) {
                System.out.printf(
                        Locale.ROOT,
                        "  %-22s %5d of %-7d %17d %11d %22.2f%n",
                        rule,
                        c[0],
                        c[1],
                        c[2],
                        c[3],
                        c[3] / Math.max(hostDays, 1) * 1000);
            }
        });
    }
}
