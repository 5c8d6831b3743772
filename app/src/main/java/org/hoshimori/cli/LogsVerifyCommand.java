package org.hoshimori.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.hoshimori.logarchive.Fault;
import org.hoshimori.logarchive.Verification;
import picocli.CommandLine;

/** {@code logs verify}: is the archive what its manifest says, and is anything missing? */
@CommandLine.Command(name = "verify")
final class LogsVerifyCommand implements Callable<Integer> {

    private final Terminal terminal;

    @CommandLine.Mixin
    private final Common common = new Common();

    @CommandLine.Mixin
    private final LogsOptions logs = new LogsOptions();

    @CommandLine.Option(names = "--gap", paramLabel = "PT6H", descriptionKey = "logs.gap")
    private Duration gap = Duration.ofHours(6);

    @CommandLine.Option(names = "--head", paramLabel = "HASH", descriptionKey = "logs.head")
    private String head = "";

    @CommandLine.Option(names = "--format", paramLabel = "text|json", descriptionKey = "format")
    private LogsOptions.Format format = LogsOptions.Format.text;

    LogsVerifyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Verification.Result result = Verification.of(logs.open(), gap, head);
        if (!common.quiet()) {
            switch (format) {
                case json -> terminal.out().println(LogsOptions.json(Shown.of(result)));
                case text -> {
                    for (Fault fault : result.faults()) {
                        terminal.say("logs.fault." + fault.kind().code(), Errors.oneLine(fault.what()), fault.detail());
                    }
                    terminal.say(
                            result.intact() ? "logs.intact" : "logs.broken",
                            Long.toString(result.files()),
                            Long.toString(result.rows()),
                            Long.toString(result.bytes()),
                            result.head());
                }
            }
        }
        return result.faults().isEmpty() ? Exit.FINE : Exit.FINDINGS;
    }

    /** As JSON shows it. */
    private record Shown(
            boolean intact,
            long entries,
            String head,
            long files,
            long rows,
            long bytes,
            java.util.List<ShownFault> faults) {
        static Shown of(Verification.Result r) {
            return new Shown(
                    r.intact(),
                    r.entries(),
                    r.head(),
                    r.files(),
                    r.rows(),
                    r.bytes(),
                    r.faults().stream()
                            .map(f -> new ShownFault(
                                    f.kind().code(),
                                    f.what(),
                                    f.detail(),
                                    f.kind().breaks()))
                            .toList());
        }
    }

    private record ShownFault(String code, String what, String detail, boolean breaks) {}
}
