package org.hoshimori.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.hoshimori.logarchive.Questions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** {@code logs query}: one SELECT over the archive. */
@CommandLine.Command(name = "query")
final class LogsQueryCommand implements Callable<Integer> {

    private final Terminal terminal;

    @CommandLine.Mixin
    private final Common common = new Common();

    @CommandLine.Mixin
    private final LogsOptions logs = new LogsOptions();

    @CommandLine.Parameters(index = "0", paramLabel = "SQL", descriptionKey = "logs.sql")
    private String sql = "";

    @CommandLine.Option(names = "--format", paramLabel = "text|json", descriptionKey = "logs.query-format")
    private LogsOptions.Format format = LogsOptions.Format.text;

    LogsQueryCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        List<String> columns = new ArrayList<>();
        boolean json = format == LogsOptions.Format.json;
        Questions.ask(
                logs.open(),
                sql,
                head -> {
                    columns.addAll(head);
                    if (!json && !common.quiet()) {
                        terminal.out().println(String.join("\t", head));
                    }
                },
                row -> {
                    if (!common.quiet()) {
                        terminal.out().println(json ? object(columns, row) : tabbed(row));
                    }
                });
        return Exit.FINE;
    }

    private static String object(List<String> columns, List<@Nullable Object> row) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            object.put(columns.get(i), row.get(i));
        }
        return LogsOptions.line(object);
    }

    private static String tabbed(List<@Nullable Object> row) {
        return row.stream()
                .map(v -> v == null ? "" : v.toString().replaceAll("\\p{Cntrl}", " "))
                .collect(Collectors.joining("\t"));
    }
}
