package org.hoshimori.proof;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** A report as text for people or as JSON for programs. */
final class ReportPrinter {

    private static final int MOST_LINES = 500;

    private final PrintStream out;
    private final Locale locale;

    ReportPrinter(PrintStream out, Locale locale) {
        this.out = out;
        this.locale = locale;
    }

    void print(Path file, Manifest manifest, Report report, boolean json) {
        if (json) {
            out.println(CanonicalJson.text(json(file, manifest, report)));
            return;
        }
        say(Problem.of("verify.package", file, manifest.exportedBy(), Micros.text(manifest.exportedAt())));
        say(Problem.of(
                "verify.range",
                manifest.first(),
                manifest.last(),
                report.entries(),
                report.heads(),
                report.attachments()));
        lines(report.faults());
        lines(report.notices());
        say(
                report.clean()
                        ? Problem.of("verify.clean")
                        : Problem.of("verify.faults", report.faults().size()));
    }

    private void lines(List<? extends Finding> findings) {
        findings.stream().limit(MOST_LINES).forEach(finding -> {
            Problem mark = Problem.of(finding instanceof Fault ? "verify.fault" : "verify.notice");
            out.println("  " + mark.say(locale) + " " + finding.say(locale));
        });
        if (findings.size() > MOST_LINES) {
            out.println("  "
                    + Problem.of("verify.more", findings.size() - MOST_LINES).say(locale));
        }
    }

    private void say(Problem sentence) {
        out.println(sentence.say(locale));
    }

    private Json json(Path file, Manifest manifest, Report report) {
        Json.Obj head = Json.object()
                .with("version", Json.of(1))
                .with("package", Json.of(String.valueOf(file.getFileName())))
                .with("exportedBy", Json.of(manifest.exportedBy()))
                .with("exportedAt", Json.of(Micros.text(manifest.exportedAt())))
                .with("first", Json.of(manifest.first()))
                .with("last", Json.of(manifest.last()));
        return report.members(head, locale);
    }
}
