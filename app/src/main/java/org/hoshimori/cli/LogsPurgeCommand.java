package org.hoshimori.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.hoshimori.catalog.ParameterKey;
import org.hoshimori.catalog.Span;
import org.hoshimori.logarchive.Purging;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** {@code logs purge}: deletes what the regulation no longer asks to be kept ({@code inf-3.b}), and nothing else. */
@CommandLine.Command(name = "purge")
final class LogsPurgeCommand implements Callable<Integer> {

    private static final ParameterKey.OfSpan RETENTION = new ParameterKey.OfSpan("inf-3.b_retention");

    private final Terminal terminal;

    @CommandLine.Mixin
    private final Common common = new Common();

    @CommandLine.Mixin
    private final LogsOptions logs = new LogsOptions();

    @CommandLine.Option(names = "--older-than", paramLabel = "P3Y", descriptionKey = "logs.older-than")
    private @Nullable Period olderThan;

    @CommandLine.Option(names = "--tailoring", paramLabel = "FILE", descriptionKey = "tailoring")
    private @Nullable Path tailoring;

    @CommandLine.Option(names = "--dry-run", descriptionKey = "logs.dry-run")
    private boolean rehearse;

    @CommandLine.Option(names = "--format", paramLabel = "text|json", descriptionKey = "format")
    private LogsOptions.Format format = LogsOptions.Format.text;

    LogsPurgeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Period retention = retention(tailoring);
        Purging.Result result =
                Purging.of(logs.open(), olderThan == null ? retention : olderThan, retention, Instant.now(), rehearse);
        if (!common.quiet()) {
            switch (format) {
                case json -> {
                    Map<String, Object> object = new LinkedHashMap<>();
                    object.put("dryRun", rehearse);
                    object.put("retention", retention.toString());
                    object.put("files", result.files());
                    object.put("rows", result.rows());
                    object.put("bytes", result.bytes());
                    terminal.out().println(LogsOptions.json(object));
                }
                case text ->
                    terminal.say(
                            rehearse ? "logs.would-purge" : "logs.purged",
                            Integer.toString(result.files()),
                            Long.toString(result.rows()),
                            Long.toString(result.bytes()),
                            retention.toString());
            }
        }
        return Exit.FINE;
    }

    /** How long the regulation asks logs to be kept; a part of a day is kept for the whole of it. */
    static Period retention(@Nullable Path tailoring) throws IOException {
        Span span = Regulations.read(tailoring).value(RETENTION).orElseGet(() -> Span.parse("P3Y"));
        return Period.of(
                span.years(), span.months(), span.days() + Math.toIntExact((span.seconds() + 86_399) / 86_400));
    }
}
