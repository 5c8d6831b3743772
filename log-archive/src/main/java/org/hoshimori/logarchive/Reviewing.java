package org.hoshimori.logarchive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Asks the rules about a span of days: the regulation's three questions ({@code inf-3.d}). */
public final class Reviewing {

    /** How far before the span a host's own past reaches. */
    private static final int PAST_DAYS = 60;

    private static final Pattern PLACE = Pattern.compile("\\{([a-z_]+)\\}");

    private final Archive archive;
    private final Options options;
    private final Asking.Opening engine;
    private final Progress progress;

    private Reviewing(Archive archive, Options options, Asking.Opening engine, Progress progress) {
        this.archive = archive;
        this.options = options;
        this.engine = engine;
        this.progress = progress;
    }

    /**
     * What to ask.
     *
     * @param rules a folder of rules that takes the place of the shipped ones, or null
     * @param registers a folder of CSV files, with {@code indicators/} and {@code guards/} in it, or null
     * @param from the first day (UTC), or null: 31 days to the newest row
     * @param until the last day, or null
     * @param parameters {@code rule.parameter} to its value
     * @param sampled how many rows of each hit are shown
     * @param known what else the company knows of itself, by register ({@code device}): rows of columns as the CSV file of that name has
     *     them; a row of a file about the same network, gateway, device or place takes its place
     */
    public record Options(
            @Nullable Path rules,
            @Nullable Path registers,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            ZoneId zone,
            Map<String, String> parameters,
            int sampled,
            Map<String, List<Map<String, String>>> known) {

        /** Keeps its own copies. */
        public Options {
            parameters = Map.copyOf(parameters);
            known = Map.copyOf(known);
        }

        /** With what the folder knows and nothing else. */
        public Options(
                @Nullable Path rules,
                @Nullable Path registers,
                @Nullable LocalDate from,
                @Nullable LocalDate until,
                ZoneId zone,
                Map<String, String> parameters,
                int sampled) {
            this(rules, registers, from, until, zone, parameters, sampled, Map.of());
        }
    }

    /** All answers. */
    public record Result(LocalDate from, LocalDate until, long rows, List<Answer> rules) {}

    /**
     * A rule's answer.
     *
     * @param missing registers without which it was not asked; empty if it was
     */
    public record Answer(
            String rule,
            String question,
            Map<String, String> title,
            Map<String, String> means,
            Map<String, String> advice,
            List<String> missing,
            List<Hit> hits,
            long millis) {}

    /** Asks, and records in the manifest that it was asked. */
    public static Result of(Archive archive, Options options) throws IOException {
        return watched(archive, options, Progress.UNSEEN);
    }

    /** The same, while somebody looks how many rules are done. */
    public static Result watched(Archive archive, Options options, Progress progress) throws IOException {
        return new Reviewing(archive, options, Questions::of, progress).run();
    }

    /** The same, asked of another engine, which finds files by their place: a move that a crash left undone is finished first. */
    public static Result of(Archive archive, Options options, Asking.Opening engine) throws IOException {
        archive.write().close();
        return new Reviewing(archive, options, engine, Progress.UNSEEN).run();
    }

    private static List<Path> days(List<Path> files, LocalDate from, LocalDate until) {
        return files.stream()
                .filter(f -> {
                    LocalDate day = LocalDate.parse(f.toString().replaceAll("(?s).*[/\\\\!]day=([0-9-]{10}).*", "$1"));
                    return !day.isBefore(from) && !day.isAfter(until);
                })
                .toList();
    }

    private Asking.Files files(Manifest manifest, LocalDate from, LocalDate until) {
        List<Path> all = archive.rowFiles(manifest);
        return new Asking.Files(
                archive.folder().resolve("rows"),
                days(all, from, until),
                days(all, from.minusDays(PAST_DAYS), from.minusDays(1)),
                Column.fields());
    }

    private Result run() throws IOException {
        Manifest manifest = archive.manifest();
        LocalDate until = options.until() == null ? newest(manifest) : options.until();
        LocalDate from = options.from() == null ? until.minusDays(30) : options.from();
        List<Rule> rules = options.rules() == null ? Rule.shipped() : Rule.of(options.rules());
        Registers registers = Registers.read(options.registers(), options.known(), options.zone());
        List<Answer> answers = new ArrayList<>();
        long rows;
        try (Asking questions = engine.open(archive, files(manifest, from, until))) {
            registers.load(questions);
            Indicators indicators = Indicators.read(
                    options.registers() == null ? null : options.registers().resolve("indicators"),
                    Guards.read(
                            options.registers() == null
                                    ? null
                                    : options.registers().resolve("guards")));
            KnownThings.load(questions, registers, indicators);
            long[] count = {0};
            questions.answer(
                    "SELECT count(*) FROM log",
                    head -> {},
                    row -> count[0] = row.getFirst() instanceof Number n ? n.longValue() : 0);
            rows = count[0];
            Map<String, Marks.Mark> marks = Marks.of(archive);
            for (Rule rule : rules) {
                progress.at(answers.size(), rules.size());
                answers.add(ask(rule, questions, registers, indicators, marks));
            }
        } catch (SQLException e) {
            throw new IOException(e.getMessage(), e);
        }
        try (Archive.Writing writing = archive.write()) {
            writing.manifest()
                    .append(new Entry.Reviewed(
                            writing.manifest().nextNumber(),
                            writing.manifest().head(),
                            Instant.now(),
                            from.atStartOfDay(ZoneOffset.UTC).toInstant(),
                            until.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant(),
                            rules.size(),
                            answers.stream().mapToInt(a -> a.hits().size()).sum()));
        }
        return new Result(from, until, rows, answers);
    }

    private static LocalDate newest(Manifest manifest) {
        return Archive.present(manifest).values().stream()
                .map(Entry.Sealed::last)
                .filter(java.util.Objects::nonNull)
                .max(Instant::compareTo)
                .map(Verification::day)
                .orElse(LocalDate.now(ZoneOffset.UTC));
    }

    private Answer ask(
            Rule rule, Asking questions, Registers registers, Indicators indicators, Map<String, Marks.Mark> marks)
            throws SQLException {
        List<String> missing = rule.needs().stream()
                .filter(n ->
                        n.equals("indicator") ? indicators.size() == 0 : !registers.has(n.replace("register_", "")))
                .toList();
        List<Hit> hits = new ArrayList<>();
        long begun = System.nanoTime();
        if (missing.isEmpty()) {
            List<String> columns = new ArrayList<>();
            List<Map<String, @Nullable Object>> found = new ArrayList<>();
            try {
                questions.answer(
                        rule.sql(options.parameters()), columns::addAll, row -> found.add(named(columns, row)));
            } catch (SQLException e) {
                throw new ArchiveRefused("logs.rule", rule.id(), String.valueOf(e.getMessage()));
            }
            for (Map<String, @Nullable Object> values : found) {
                hits.add(hit(rule, values, questions, marks));
            }
        }
        return new Answer(
                rule.id(),
                rule.question(),
                both(rule, "title"),
                both(rule, "means"),
                both(rule, "do"),
                missing,
                hits,
                (System.nanoTime() - begun) / 1_000_000);
    }

    private static Map<String, String> both(Rule rule, String header) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("ja", rule.text(header, "ja"));
        texts.put("en", rule.text(header, "en"));
        return texts;
    }

    private static Map<String, @Nullable Object> named(List<String> columns, List<@Nullable Object> row) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            values.put(columns.get(i), row.get(i));
        }
        return values;
    }

    private Hit hit(Rule rule, Map<String, @Nullable Object> values, Asking questions, Map<String, Marks.Mark> marks)
            throws SQLException {
        String key = rule.key().stream().map(k -> String.valueOf(values.get(k))).collect(Collectors.joining("\u0000"));
        String id = rule.id() + ":"
                + Hashes.sha256(key.getBytes(StandardCharsets.UTF_8)).substring(0, 12);
        Map<String, String> sentence = new HashMap<>();
        for (String lang : List.of("ja", "en")) {
            sentence.put(lang, filled(rule.text("sentence", lang), values));
        }
        return new Hit(id, new java.util.TreeMap<>(sentence), values, rows(rule, values, questions), marks.get(id));
    }

    /** A sentence with the hit's values; times in the zone of the review, to the minute. */
    private String filled(String pattern, Map<String, @Nullable Object> values) {
        return PLACE.matcher(pattern).replaceAll(m -> Matcher.quoteReplacement(shown(values.get(m.group(1)))));
    }

    private String shown(@Nullable Object value) {
        String text = value == null ? "–" : value.toString();
        if (text.matches("\\d{4}-\\d\\d-\\d\\dT.*Z")) {
            return Instant.parse(text)
                    .atZone(options.zone())
                    .toLocalDateTime()
                    .toString()
                    .replace('T', ' ')
                    .substring(0, 16);
        }
        return text;
    }

    private List<Map<String, @Nullable Object>> rows(Rule rule, Map<String, @Nullable Object> values, Asking questions)
            throws SQLException {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        if (rule.rows() == null || options.sampled() == 0) {
            return rows;
        }
        String condition = PLACE.matcher(rule.rows()).replaceAll(m -> {
            Object value = values.get(m.group(1));
            return Matcher.quoteReplacement(
                    value == null
                            ? "NULL"
                            : value instanceof Number ? value.toString() : Engine.quoted(value.toString()));
        });
        String span = values.get("first_seen") == null
                ? ""
                : " AND time BETWEEN TIMESTAMP " + literal(values.get("first_seen")) + " AND TIMESTAMP "
                        + literal(values.get("last_seen"));
        List<String> columns = new ArrayList<>();
        questions.answer(
                "SELECT * FROM log WHERE (" + condition + ")" + span + " ORDER BY time LIMIT " + options.sampled(),
                columns::addAll,
                row -> {
                    Map<String, @Nullable Object> shown = named(columns, row);
                    shown.values().removeIf(java.util.Objects::isNull);
                    rows.add(shown);
                });
        return rows;
    }

    private static String literal(@Nullable Object time) {
        return Engine.quoted(String.valueOf(time).replace("T", " ").replace("Z", ""));
    }
}
