package org.hoshimori.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.hoshimori.logarchive.Archive;
import org.hoshimori.logarchive.Formats;
import org.hoshimori.logarchive.Importing;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/** {@code logs import}: files of logs become rows of the archive, each line once. */
@CommandLine.Command(name = "import")
final class LogsImportCommand implements Callable<Integer> {

    private final Terminal terminal;

    @CommandLine.Mixin
    private final Common common = new Common();

    @CommandLine.Mixin
    private final LogsOptions logs = new LogsOptions();

    @CommandLine.Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "logs.file")
    private List<Path> files = List.of();

    /** The log's format and the output's share a name, as {@code docs/formats.md} explains. */
    @CommandLine.Option(names = "--format", paramLabel = "NAME|auto|json", descriptionKey = "logs.format")
    private List<String> formats = List.of();

    @CommandLine.Mixin
    private final LogsReadOptions reading = new LogsReadOptions();

    @CommandLine.Mixin
    private final LogsEngine engine = new LogsEngine();

    LogsImportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        for (Path file : files) {
            if (!Files.exists(file)) {
                throw new Refused("no-such-mail", file.toString());
            }
        }
        boolean json = formats.contains("json");
        String format = formats.stream()
                .filter(f -> !f.equals("json") && !f.equals("text"))
                .findFirst()
                .orElse("auto");
        List<Importing.Outcome> outcomes = new ArrayList<>();
        Consumer<Importing.Outcome> told = outcome -> {
            outcomes.add(outcome);
            if (!json && !common.quiet()) {
                tell(terminal, outcome);
            }
        };
        if (engine.isSpark()) {
            for (JsonNode outcome : engine.ask("import", reading.arguments(logs.folder(), format, files))) {
                told.accept(LogsOptions.read(outcome, Importing.Outcome.class));
            }
        } else {
            Importing.run(Archive.create(logs.folder()), reading.options(format), files, told);
        }
        boolean aside = outcomes.stream().anyMatch(o -> !o.aside().isEmpty());
        if (json && !common.quiet()) {
            terminal.out().println(LogsOptions.json(Map.of("files", outcomes)));
        }
        return aside ? Exit.FINDINGS : Exit.FINE;
    }

    static void tell(Terminal terminal, Importing.Outcome outcome) {
        String aside = outcome.aside().entrySet().stream()
                .map(e -> e.getKey() + " " + e.getValue())
                .collect(Collectors.joining(", "));
        if (outcome.lines() == 0 && outcome.known() > 0) {
            terminal.say("logs.known", outcome.file());
        } else {
            terminal.say(
                    "logs.imported",
                    outcome.file(),
                    outcome.format(),
                    Long.toString(outcome.rows()),
                    aside.isEmpty() ? "0" : aside,
                    outcome.first(),
                    outcome.last());
        }
    }

    /** How lines are to be read. */
    static final class LogsReadOptions {

        @CommandLine.Option(names = "--source", paramLabel = "NAME", descriptionKey = "logs.source")
        private String source = "";

        @CommandLine.Option(names = "--zone", paramLabel = "ZONE", descriptionKey = "logs.zone")
        private ZoneId zone = ZoneId.of("Asia/Tokyo");

        @CommandLine.Option(names = "--mapping", paramLabel = "FILE", descriptionKey = "logs.mapping")
        private @Nullable Path mapping;

        Importing.Options options(String format) throws IOException {
            Formats formats = Formats.shipped();
            return new Importing.Options(format, source, zone, mapping == null ? formats : formats.with(mapping));
        }

        /** The same for another process. */
        List<String> arguments(Path archive, String format, List<Path> files) {
            List<String> all = new ArrayList<>(List.of(
                    "--archive", archive.toAbsolutePath().toString(), "--format", format, "--zone", zone.getId()));
            if (!source.isEmpty()) {
                all.addAll(List.of("--source", source));
            }
            if (mapping != null) {
                all.addAll(List.of("--mapping", mapping.toAbsolutePath().toString()));
            }
            files.forEach(f -> all.add(f.toAbsolutePath().toString()));
            return all;
        }
    }
}
