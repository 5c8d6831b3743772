package org.hoshimori.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.hoshimori.regulation.Lint;
import org.hoshimori.regulation.LintReport;
import org.hoshimori.regulation.Regulation;
import org.hoshimori.regulation.Severity;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** {@code regulation lint}: what is open, unknown, too weak or contradictory. */
@CommandLine.Command(name = "lint")
final class LintCommand implements Callable<Integer> {

    private final Terminal terminal;

    @CommandLine.Mixin
    private final Common common = new Common();

    @CommandLine.Parameters(arity = "0..1", paramLabel = "TAILORING", descriptionKey = "tailoring")
    private @Nullable Path tailoring;

    @CommandLine.Option(names = "--format", paramLabel = "text|json|sarif", descriptionKey = "format")
    private Format format = Format.text;

    LintCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    enum Format {
        text,
        json,
        sarif
    }

    @Override
    public Integer call() throws IOException {
        Regulation regulation = Regulations.read(tailoring);
        LintReport report = new LintReport(Lint.of(regulation), terminal.lang());
        if (!common.quiet()) {
            terminal.out()
                    .println(
                            switch (format) {
                                case text -> report.text().stripTrailing();
                                case json -> report.json();
                                case sarif ->
                                    report.sarif(
                                            regulation.tailorings().getLast().source());
                            });
        }
        return report.count(Severity.ERROR) + report.count(Severity.WARNING) > 0 ? Exit.FINDINGS : Exit.FINE;
    }
}
