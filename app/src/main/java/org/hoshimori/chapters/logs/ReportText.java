package org.hoshimori.chapters.logs;

import static org.hoshimori.chapters.logs.ReportWords.number;
import static org.hoshimori.chapters.logs.ReportWords.paragraph;
import static org.hoshimori.chapters.logs.ReportWords.table;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.hoshimori.catalog.Lang;
import org.hoshimori.documents.BarChart;
import org.hoshimori.documents.Report;
import org.hoshimori.documents.Report.Part;
import org.hoshimori.logarchive.Gaps;
import org.springframework.context.MessageSource;

/** Puts a report's numbers into words, tables and pictures. */
final class ReportText {

    private static final int MOST = 40;

    private final ReportFigures figures;
    private final ReportWords words;
    private final List<Part> parts = new ArrayList<>();

    ReportText(ReportFigures figures, MessageSource messages, Lang lang) {
        this.figures = figures;
        this.words = new ReportWords(messages, lang, figures.zone());
    }

    Report report() {
        summary();
        parts.addAll(new ReportAmounts(figures, words).parts());
        parts.addAll(new ReportFindings(figures, words).parts());
        verification();
        gaps();
        aside();
        retention();
        signatures();
        LocalDate day = LocalDate.ofInstant(figures.made(), figures.zone());
        return new Report(
                words.lang(),
                words.say(figures.month() ? "log-report.monthly" : "log-report.of-days"),
                figures.company(),
                words.say("log-report.span", words.day(figures.from()), words.day(figures.until()), words.day(day)),
                day,
                parts);
    }

    private void summary() {
        parts.add(words.heading("log-report.summary"));
        parts.add(paragraph(conclusion()));
        parts.add(table(
                "",
                List.of(words.column("log-report.item", 28), words.column("log-report.content", 72)),
                List.of(
                        List.of(
                                words.say("log-report.rows"),
                                number(figures.kept().rows())),
                        List.of(
                                words.say("log-report.hits"),
                                words.say(
                                        "log-report.hits-by-mark",
                                        figures.found().size(),
                                        figures.marked("none"),
                                        figures.marked("explained"),
                                        figures.marked("incident"))),
                        List.of(words.say("log-report.verification"), verified()),
                        List.of(
                                words.say("log-report.gaps"),
                                words.say(
                                        "log-report.times",
                                        figures.kept().gaps().size())),
                        List.of(
                                words.say("log-report.aside"),
                                number(figures.kept().aside())),
                        List.of(words.say("log-report.review"), reviewed()))));
    }

    private String conclusion() {
        if (figures.found().isEmpty()) {
            return words.say("log-report.nothing");
        }
        String unmarked = figures.marked("none") == 0 ? "" : words.say("log-report.unmarked", figures.marked("none"));
        if (figures.marked("incident") > 0) {
            return words.say("log-report.incidents", figures.marked("incident")) + unmarked;
        }
        return words.say("log-report.asked") + (unmarked.isEmpty() ? words.say("log-report.all-explained") : unmarked);
    }

    private String verified() {
        Verified verified = figures.verified();
        return verified == null
                ? words.say("log-report.not-verified")
                : words.say(
                        verified.intact() ? "log-report.intact" : "log-report.broken", words.instant(verified.at()));
    }

    private String reviewed() {
        Review review = figures.review();
        String held = words.say("log-report.held", words.instant(review.at()));
        Instant closed = review.closedAt();
        if (closed == null) {
            return held + "\n" + words.say("log-report.open");
        }
        String name = figures.names().getOrDefault(review.closedBy(), review.closedBy());
        return held + "\n" + words.say("log-report.closed", name, words.instant(closed)) + "\n" + review.note();
    }

    private void verification() {
        parts.add(words.heading("log-report.verification-title"));
        Verified verified = figures.verified();
        if (verified == null) {
            parts.add(paragraph(words.say("log-report.not-verified")));
            return;
        }
        parts.add(paragraph(
                verified() + words.say("log-report.verified", number(verified.files()), number(verified.rows()))));
        if (!verified.others().isEmpty()) {
            parts.add(table(
                    "",
                    List.of(
                            words.column("log-archive.flaw", 30),
                            words.column("log-archive.what", 35),
                            words.column("log-archive.detail", 35)),
                    verified.others().stream()
                            .limit(MOST)
                            .map(f -> List.of(words.say("log-fault." + f.kind()), f.what(), f.detail()))
                            .toList()));
        }
        parts.add(ReportWords.note(words.say("log-report.head", verified.head())));
    }

    private void gaps() {
        parts.add(words.heading("log-report.gaps-title"));
        List<Gaps.Gap> gaps = figures.kept().gaps();
        if (gaps.isEmpty()) {
            parts.add(paragraph(words.say("log-archive.no-gaps")));
            return;
        }
        parts.add(table(
                "",
                List.of(
                        words.column("log-archive.source", 28),
                        words.column("log-archive.from", 36),
                        words.column("log-archive.until", 36)),
                gaps.stream()
                        .limit(MOST)
                        .map(g -> List.of(g.source(), words.instant(g.from()), words.instant(g.until())))
                        .toList()));
        if (gaps.size() > MOST) {
            parts.add(paragraph(words.say("log-report.more", gaps.size() - MOST)));
        }
    }

    private void aside() {
        parts.add(words.heading("log-report.aside-title"));
        SortedMap<String, Long> aside = figures.kept().daily().aside();
        if (aside.isEmpty()) {
            parts.add(paragraph(words.say("log-archive.no-aside")));
            return;
        }
        List<String> reasons =
                aside.keySet().stream().map(r -> words.say("log-aside." + r)).toList();
        parts.add(new Part.Bars(
                new BarChart(
                        true,
                        reasons,
                        List.of(new BarChart.Series(words.say("log-archive.lines"), List.copyOf(aside.values())))),
                words.say("log-report.aside-by-reason"),
                words.say(
                        "log-report.aside-said",
                        String.join(words.say("log-needs.comma"), reasons),
                        number(figures.kept().aside()))));
    }

    private void retention() {
        parts.add(words.heading("log-report.retention-title"));
        Period retention = figures.retention();
        parts.add(paragraph(
                words.say("log-archive.kept", retention.getYears(), retention.getMonths(), retention.getDays())
                        + words.say("log-report.stop")
                        + (figures.kept().due().files() == 0
                                ? words.say("log-archive.nothing-due")
                                : words.say(
                                        "log-report.due",
                                        figures.kept().due().files(),
                                        number(figures.kept().due().rows())))));
    }

    /** Blank, to be signed on paper. */
    private void signatures() {
        parts.add(words.heading("log-report.signatures"));
        parts.add(table(
                "",
                List.of(
                        words.column("log-report.role", 34),
                        words.column("log-report.signed", 26),
                        words.column("log-report.name", 40)),
                Stream.of("log-report.administrator", "log-report.officer")
                        .map(r -> List.of(words.say(r), "　\n　", "　"))
                        .toList()));
    }
}
