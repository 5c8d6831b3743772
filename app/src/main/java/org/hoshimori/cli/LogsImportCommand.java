package org.hoshimori.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.hoshimori.logarchive.Archive;
import org.hoshimori.logarchive.Formats;
import org.hoshimori.logarchive.Importing;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

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
        Importing.run(Archive.create(logs.folder()), reading.options(format), files, outcome -> {
            outcomes.add(outcome);
            if (!json && !common.quiet()) {
                tell(terminal, outcome);
            }
        });
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
    }
}
