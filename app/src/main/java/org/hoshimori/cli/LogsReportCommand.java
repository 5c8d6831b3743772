package org.hoshimori.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.hoshimori.chapters.logs.LogReport;
import org.hoshimori.documents.Documents;
import org.hoshimori.documents.Format;
import org.hoshimori.documents.Report;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ResourceBundleMessageSource;
import picocli.CommandLine;

/** {@code logs report}: the monthly review as a document ({@code inf-3.d}); it verifies the archive and holds the review itself. */
@CommandLine.Command(name = "report")
final class LogsReportCommand implements Callable<Integer> {

    private final Terminal terminal;

    @CommandLine.Mixin
    private final Common common = new Common();

    @CommandLine.Mixin
    private final LogsOptions logs = new LogsOptions();

    @CommandLine.Option(names = "--month", required = true, paramLabel = "2026-01", descriptionKey = "logs.month")
    private YearMonth month = YearMonth.of(2026, 1);

    @CommandLine.Option(names = "--as", required = true, paramLabel = "docx|pdf", descriptionKey = "logs.report-as")
    private As as = As.docx;

    @CommandLine.Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            required = true,
            descriptionKey = "output")
    private Path output = Path.of("");

    @CommandLine.Option(names = "--force", descriptionKey = "force")
    private boolean force;

    @CommandLine.Option(names = "--company", paramLabel = "NAME", descriptionKey = "logs.company")
    private String company = "";

    @CommandLine.Option(names = "--rules", paramLabel = "DIR", descriptionKey = "logs.rules")
    private @Nullable Path rules;

    @CommandLine.Option(names = "--registers", paramLabel = "DIR", descriptionKey = "logs.registers")
    private @Nullable Path registers;

    @CommandLine.Option(names = "--zone", paramLabel = "ZONE", descriptionKey = "logs.review-zone")
    private ZoneId zone = ZoneId.of("Asia/Tokyo");

    @CommandLine.Option(names = "--tailoring", paramLabel = "FILE", descriptionKey = "tailoring")
    private @Nullable Path tailoring;

    LogsReportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** In which format. */
    enum As {
        docx,
        pdf
    }

    @Override
    public Integer call() throws IOException {
        Output file = Output.to(output, force, terminal, List.of());
        Period retention = LogsPurgeCommand.retention(tailoring);
        Report report = LogReport.of(
                logs.open(),
                new LogReport.Wish(
                        month,
                        company,
                        retention,
                        registers,
                        rules,
                        zone,
                        Clock.systemUTC().instant()),
                words(),
                terminal.lang());
        Format format = Format.valueOf(as.name().toUpperCase(Locale.ROOT));
        file.write(out -> Documents.write(report, format, out));
        if (!common.quiet() && !file.streams()) {
            terminal.say("logs.reported", output.toString());
        }
        return Exit.FINE;
    }

    /** The pages' own words. */
    private static ResourceBundleMessageSource words() {
        ResourceBundleMessageSource words = new ResourceBundleMessageSource();
        words.setBasenames("messages/log-report", "messages/logs");
        words.setDefaultEncoding("UTF-8");
        words.setFallbackToSystemLocale(false);
        words.setAlwaysUseMessageFormat(true);
        return words;
    }
}
