package org.hoshimori.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.hoshimori.logarchive.Statistics;
import picocli.CommandLine;

/** {@code logs stats}: what is in the archive, by source. */
@CommandLine.Command(name = "stats")
final class LogsStatsCommand implements Callable<Integer> {

    private final Terminal terminal;

    @CommandLine.Mixin
    private final Common common = new Common();

    @CommandLine.Mixin
    private final LogsOptions logs = new LogsOptions();

    @CommandLine.Option(names = "--format", paramLabel = "text|json", descriptionKey = "format")
    private LogsOptions.Format format = LogsOptions.Format.text;

    LogsStatsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Statistics.Result result = Statistics.of(logs.open());
        if (common.quiet()) {
            return Exit.FINE;
        }
        if (format == LogsOptions.Format.json) {
            terminal.out().println(LogsOptions.json(result));
            return Exit.FINE;
        }
        List<String> head = List.of(
                terminal.word("logs.stats.source"),
                terminal.word("logs.stats.rows"),
                terminal.word("logs.stats.days"),
                terminal.word("logs.stats.first"),
                terminal.word("logs.stats.last"),
                terminal.word("logs.stats.bytes"),
                terminal.word("logs.stats.raw"),
                terminal.word("logs.stats.aside"));
        List<List<String>> rows = new ArrayList<>();
        for (Statistics.Source s : result.sources()) {
            rows.add(List.of(
                    Errors.oneLine(s.name()),
                    Long.toString(s.rows()),
                    Integer.toString(s.days()),
                    s.first() == null ? "" : s.first().toString(),
                    s.last() == null ? "" : s.last().toString(),
                    Long.toString(s.bytes()),
                    Long.toString(s.rawBytes()),
                    s.aside().entrySet().stream()
                            .map(e -> e.getKey() + " " + e.getValue())
                            .collect(Collectors.joining(", "))));
        }
        terminal.out().print(new Columns(head, rows).text());
        return Exit.FINE;
    }
}
