package org.hoshimori.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.hoshimori.logarchive.Compacting;
import picocli.CommandLine;

/** {@code logs compact}: one file for the many small ones of a source's day. */
@CommandLine.Command(name = "compact")
final class LogsCompactCommand implements Callable<Integer> {

    private final Terminal terminal;

    @CommandLine.Mixin
    private final Common common = new Common();

    @CommandLine.Mixin
    private final LogsOptions logs = new LogsOptions();

    @CommandLine.Option(names = "--format", paramLabel = "text|json", descriptionKey = "format")
    private LogsOptions.Format format = LogsOptions.Format.text;

    LogsCompactCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Compacting.Result result = Compacting.of(logs.open());
        if (!common.quiet()) {
            switch (format) {
                case json -> terminal.out().println(LogsOptions.json(result));
                case text -> {
                    terminal.say(
                            "logs.compacted",
                            Integer.toString(result.before()),
                            Integer.toString(result.after()),
                            Long.toString(result.bytesBefore()),
                            Long.toString(result.bytesAfter()));
                    result.changed().forEach(f -> terminal.say("logs.left-alone", Errors.oneLine(f)));
                }
            }
        }
        return result.changed().isEmpty() ? Exit.FINE : Exit.FINDINGS;
    }
}
