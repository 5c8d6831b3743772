package org.hoshimori.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.hoshimori.logarchive.Hit;
import org.hoshimori.logarchive.Reviewing;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** {@code logs review}: the regulation's three questions, asked of a span of days. */
@CommandLine.Command(name = "review")
final class LogsReviewCommand implements Callable<Integer> {

    private static final int SHOWN = 20;

    private final Terminal terminal;

    @CommandLine.Mixin
    private final Common common = new Common();

    @CommandLine.Mixin
    private final LogsOptions logs = new LogsOptions();

    @CommandLine.Option(names = "--rules", paramLabel = "DIR", descriptionKey = "logs.rules")
    private @Nullable Path rules;

    @CommandLine.Option(names = "--registers", paramLabel = "DIR", descriptionKey = "logs.registers")
    private @Nullable Path registers;

    @CommandLine.Mixin
    private final LogsEngine engine = new LogsEngine();

    @CommandLine.Option(names = "--from", paramLabel = "2026-01-01", descriptionKey = "logs.from")
    private @Nullable LocalDate from;

    @CommandLine.Option(names = "--until", paramLabel = "2026-01-31", descriptionKey = "logs.until")
    private @Nullable LocalDate until;

    @CommandLine.Option(names = "--zone", paramLabel = "ZONE", descriptionKey = "logs.review-zone")
    private ZoneId zone = ZoneId.of("Asia/Tokyo");

    @CommandLine.Option(names = "--set", paramLabel = "RULE.PARAMETER=VALUE", descriptionKey = "logs.set")
    private Map<String, String> parameters = new LinkedHashMap<>();

    @CommandLine.Option(names = "--rows", paramLabel = "N", descriptionKey = "logs.rows")
    private int rows = 10;

    @CommandLine.Option(names = "--format", paramLabel = "text|json", descriptionKey = "format")
    private LogsOptions.Format format = LogsOptions.Format.text;

    LogsReviewCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        int shown = Math.clamp(rows, 0, 1000);
        Reviewing.Result result = engine.isSpark()
                ? onCluster(shown)
                : Reviewing.of(
                        logs.open(), new Reviewing.Options(rules, registers, from, until, zone, parameters, shown));
        boolean open = result.rules().stream().flatMap(r -> r.hits().stream()).anyMatch(h -> h.mark() == null);
        if (!common.quiet()) {
            switch (format) {
                case json -> terminal.out().println(LogsOptions.json(Shown.of(result, engine.kind())));
                case text -> tell(result);
            }
        }
        return open ? Exit.FINDINGS : Exit.FINE;
    }

    private Reviewing.Result onCluster(int shown) throws IOException {
        logs.open();
        List<String> arguments = new ArrayList<>(List.of(
                "--archive", logs.folder().toAbsolutePath().toString(), "--zone", zone.getId(), "--rows", "" + shown));
        given(arguments, "--rules", rules == null ? null : rules.toAbsolutePath());
        given(arguments, "--registers", registers == null ? null : registers.toAbsolutePath());
        given(arguments, "--from", from);
        given(arguments, "--until", until);
        parameters.forEach((name, value) -> given(arguments, "--set", name + "=" + value));
        return LogsOptions.read(engine.ask("review", arguments), Reviewing.Result.class);
    }

    private static void given(List<String> arguments, String option, @Nullable Object value) {
        if (value != null) {
            arguments.addAll(List.of(option, value.toString()));
        }
    }

    private void tell(Reviewing.Result result) {
        String lang = terminal.lang().tag();
        terminal.say(
                "logs.review-of", result.from().toString(), result.until().toString(), Long.toString(result.rows()));
        for (Reviewing.Answer answer : result.rules()) {
            if (!answer.missing().isEmpty()) {
                terminal.say(
                        "logs.not-asked",
                        answer.rule(),
                        String.valueOf(answer.title().get(lang)),
                        String.join(", ", answer.missing()));
            } else if (!answer.hits().isEmpty()) {
                terminal.say(
                        "logs.hits",
                        answer.rule(),
                        String.valueOf(answer.title().get(lang)),
                        Integer.toString(answer.hits().size()));
                answer.hits().stream().limit(SHOWN).forEach(h -> tell(h, lang));
                terminal.out().println("  → " + answer.advice().get(lang));
            }
        }
        long marked = result.rules().stream()
                .flatMap(r -> r.hits().stream())
                .filter(h -> h.mark() != null)
                .count();
        long all = result.rules().stream().mapToLong(r -> r.hits().size()).sum();
        terminal.say("logs.review-counts", Long.toString(all), Long.toString(marked));
    }

    private void tell(Hit hit, String lang) {
        String mark = hit.mark() == null
                ? ""
                : " [" + terminal.word("logs.mark." + hit.mark().state()) + "]";
        terminal.out()
                .println("  " + hit.id() + mark + "  "
                        + Errors.oneLine(String.valueOf(hit.sentence().get(lang))));
    }

    /** As JSON shows it. */
    private record Shown(String from, String until, long rows, String engine, List<Reviewing.Answer> rules) {
        static Shown of(Reviewing.Result result, LogsEngine.Kind engine) {
            return new Shown(
                    result.from().toString(), result.until().toString(), result.rows(), engine.name(), result.rules());
        }
    }
}
