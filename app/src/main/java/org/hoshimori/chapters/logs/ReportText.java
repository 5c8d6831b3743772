package org.hoshimori.chapters.logs;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hoshimori.catalog.Lang;
import org.hoshimori.documents.BarChart;
import org.hoshimori.documents.Block;
import org.hoshimori.documents.Block.Grid;
import org.hoshimori.documents.Phrase;
import org.hoshimori.documents.Report;
import org.hoshimori.documents.Report.Part;
import org.hoshimori.logarchive.Gaps;
import org.springframework.context.MessageSource;

/** Puts a report's numbers into words, tables and pictures. */
final class ReportText {

    /** Sources beyond these are one in pictures. */
    private static final int COLOURS = 7;

    private static final int MOST_HITS = 200;
    private static final int MOST_GAPS = 40;
    private static final int EVERY = 5;

    private final ReportFigures figures;
    private final MessageSource words;
    private final Lang lang;
    private final Locale locale;
    private final List<Part> parts = new ArrayList<>();

    ReportText(ReportFigures figures, MessageSource words, Lang lang) {
        this.figures = figures;
        this.words = words;
        this.lang = lang;
        this.locale = Locale.forLanguageTag(lang.tag());
    }

    Report report() {
        summary();
        amounts();
        answers();
        hits();
        verification();
        gaps();
        aside();
        retention();
        signatures();
        LocalDate day = LocalDate.ofInstant(figures.made(), figures.zone());
        return new Report(
                lang,
                say(figures.month() ? "log-report.monthly" : "log-report.of-days"),
                figures.company(),
                say("log-report.span", day(figures.from()), day(figures.until()), day(day)),
                day,
                parts);
    }

    private String say(String code, Object... arguments) {
        return words.getMessage(code, arguments, locale);
    }

    private String shown(String format, TemporalAccessor time) {
        return DateTimeFormatter.ofPattern(say(format), locale).format(time);
    }

    private String day(LocalDate day) {
        return shown("log-report.date", day);
    }

    private String instant(Instant instant) {
        return shown("log-report.instant", instant.atZone(figures.zone()));
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private void heading(String code) {
        parts.add(new Part.Heading(say(code)));
    }

    private void say(Block block) {
        parts.add(new Part.Words(List.of(block)));
    }

    private void paragraph(String text) {
        say(new Block.Paragraph(List.of(), Phrase.of(text)));
    }

    private void table(String caption, List<Grid.Column> columns, List<List<String>> rows) {
        say(new Grid(
                List.of(),
                caption.isEmpty() ? Phrase.EMPTY : Phrase.of(caption),
                columns,
                rows.stream()
                        .map(r -> new Grid.Row(r.stream().map(ReportText::cell).toList()))
                        .toList()));
    }

    private static Grid.Cell cell(String text) {
        return new Grid.Cell(Stream.of(text.split("\n", -1))
                .filter(t -> !t.isEmpty())
                .map(Phrase::of)
                .toList());
    }

    private Grid.Column column(String code, int weight) {
        return new Grid.Column(Phrase.of(say(code)), weight);
    }

    private void summary() {
        heading("log-report.summary");
        long incidents = figures.marked("incident");
        long unmarked = figures.marked("none");
        paragraph(
                figures.found().isEmpty()
                        ? say("log-report.nothing")
                        : incidents > 0
                                ? say("log-report.incidents", incidents)
                                : unmarked > 0
                                        ? say("log-report.unmarked", unmarked)
                                        : say("log-report.all-explained"));
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(say("log-report.rows"), number(figures.kept().rows())));
        rows.add(List.of(
                say("log-report.hits"),
                say(
                        "log-report.hits-by-mark",
                        figures.found().size(),
                        unmarked,
                        figures.marked("explained"),
                        incidents)));
        rows.add(List.of(say("log-report.verification"), verified()));
        rows.add(List.of(
                say("log-report.gaps"),
                say("log-report.times", figures.kept().gaps().size())));
        rows.add(List.of(say("log-report.aside"), number(figures.kept().aside())));
        rows.add(List.of(say("log-report.review"), reviewed()));
        table("", List.of(column("log-report.item", 25), column("log-report.content", 75)), rows);
    }

    private String verified() {
        Verified verified = figures.verified();
        return verified == null
                ? say("log-report.not-verified")
                : say(verified.intact() ? "log-report.intact" : "log-report.broken", instant(verified.at()));
    }

    private String reviewed() {
        Review review = figures.review();
        String held = say("log-report.held", instant(review.at()));
        Instant closed = review.closedAt();
        return closed == null
                ? held + "\n" + say("log-report.open")
                : held + "\n"
                        + say(
                                "log-report.closed",
                                figures.names().getOrDefault(review.closedBy(), review.closedBy()),
                                instant(closed))
                        + (review.note().isEmpty() ? "" : "\n" + review.note());
    }

    private void amounts() {
        heading("log-report.amounts");
        List<LocalDate> days =
                figures.from().datesUntil(figures.until().plusDays(1)).toList();
        SortedMap<String, SortedMap<LocalDate, Long>> rows =
                figures.kept().daily().rows();
        if (rows.isEmpty()) {
            paragraph(say("log-report.no-rows"));
            return;
        }
        parts.add(new Part.Bars(
                new BarChart(false, labels(days), series(days, rows)),
                say("log-report.rows-a-day"),
                say("log-report.rows-a-day-said", number(figures.kept().rows()), rows.size(), days.size())));
        table(
                "",
                List.of(
                        column("log-report.source", 34),
                        column("log-report.rows", 22),
                        column("log-report.days", 22),
                        column("log-report.a-day", 22)),
                rows.entrySet().stream()
                        .map(e -> List.of(
                                e.getKey(),
                                number(sum(e.getValue())),
                                say("log-report.days-of", e.getValue().size(), days.size()),
                                number(sum(e.getValue()) / e.getValue().size())))
                        .toList());
        say(new Block.Note(List.of(), Phrase.of(say("log-report.utc"))));
    }

    private static long sum(Map<LocalDate, Long> days) {
        return days.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The first day of a month and every fifth, or of a longer span the first of each month. */
    private static List<String> labels(List<LocalDate> days) {
        boolean few = days.size() <= 62;
        return days.stream()
                .map(d -> few
                        ? d.getDayOfMonth() == 1 || (d.getDayOfMonth() % EVERY == 0 && d.getDayOfMonth() < 30)
                                ? d.getMonthValue() + "/" + d.getDayOfMonth()
                                : ""
                        : d.getDayOfMonth() == 1 ? d.getMonthValue() + "/1" : "")
                .toList();
    }

    private List<BarChart.Series> series(List<LocalDate> days, SortedMap<String, SortedMap<LocalDate, Long>> rows) {
        List<String> largest = rows.keySet().stream()
                .sorted((a, b) -> Long.compare(sum(rows.getOrDefault(b, none())), sum(rows.getOrDefault(a, none()))))
                .toList();
        List<BarChart.Series> series = new ArrayList<>();
        boolean many = largest.size() > COLOURS + 1;
        for (String source : many ? largest.subList(0, COLOURS) : largest) {
            SortedMap<LocalDate, Long> one = rows.getOrDefault(source, none());
            series.add(new BarChart.Series(
                    source, days.stream().map(d -> one.getOrDefault(d, 0L)).toList()));
        }
        if (many) {
            List<String> others = largest.subList(COLOURS, largest.size());
            series.add(new BarChart.Series(
                    say("log-report.others"),
                    days.stream()
                            .map(d -> others.stream()
                                    .mapToLong(s -> rows.getOrDefault(s, none()).getOrDefault(d, 0L))
                                    .sum())
                            .toList()));
        }
        return series;
    }

    private static SortedMap<LocalDate, Long> none() {
        return new TreeMap<>();
    }

    private void answers() {
        heading("log-report.found");
        List<String> states = List.of("incident", "none", "explained");
        parts.add(new Part.Bars(
                new BarChart(
                        true,
                        Review.QUESTIONS.stream()
                                .map(q -> say("log-question.short." + q))
                                .toList(),
                        states.stream()
                                .map(s -> new BarChart.Series(
                                        say("log-mark." + s),
                                        Review.QUESTIONS.stream()
                                                .map(q -> figures.marked(q, s))
                                                .toList()))
                                .toList()),
                say("log-report.by-question"),
                say("log-report.by-question-said", figures.found().size())));
        table(
                say("log-report.by-rule"),
                List.of(
                        column("log-review.question", 20),
                        column("log-review.rule", 48),
                        column("log-review.hits", 16),
                        column("log-review.unmarked", 16)),
                Review.QUESTIONS.stream()
                        .flatMap(q -> figures.review().of(q).stream())
                        .map(a -> List.of(
                                say("log-question.short." + a.question()),
                                a.title(lang.tag())
                                        + (a.asked()
                                                ? ""
                                                : "\n" + say("log-review.not-asked", String.join(", ", a.missing()))),
                                a.asked() ? number(a.hits()) : "–",
                                a.asked() ? number(figures.unmarked(a.rule())) : "–"))
                        .toList());
    }

    private void hits() {
        heading("log-report.list");
        if (figures.found().isEmpty()) {
            paragraph(say("log-question.nothing"));
            return;
        }
        table(
                "",
                List.of(column("log-review.rule", 22), column("log-review.sentence", 48), column("log-mark.mark", 30)),
                figures.found().stream()
                        .sorted((a, b) -> Integer.compare(rank(a), rank(b)))
                        .limit(MOST_HITS)
                        .map(f -> List.of(
                                figures.review().answer(f.rule()).title(lang.tag()), f.sentence(lang.tag()), mark(f)))
                        .toList());
        if (figures.found().size() > MOST_HITS) {
            paragraph(say("log-report.more", figures.found().size() - MOST_HITS));
        }
    }

    private static int rank(Found found) {
        return List.of("incident", "none", "explained").indexOf(ReportFigures.state(found));
    }

    private String mark(Found found) {
        Mark mark = found.mark();
        String state = say("log-mark." + ReportFigures.state(found));
        return mark == null
                ? state
                : state + "\n" + mark.note() + "\n"
                        + say("log-mark.said", figures.names().getOrDefault(mark.by(), mark.by()), instant(mark.at()));
    }

    private void verification() {
        heading("log-report.verification-title");
        Verified verified = figures.verified();
        if (verified == null) {
            paragraph(say("log-report.not-verified"));
            return;
        }
        paragraph(verified() + say("log-report.verified", number(verified.files()), number(verified.rows())));
        if (!verified.others().isEmpty()) {
            table(
                    "",
                    List.of(
                            column("log-archive.flaw", 30),
                            column("log-archive.what", 35),
                            column("log-archive.detail", 35)),
                    verified.others().stream()
                            .limit(MOST_GAPS)
                            .map(f -> List.of(say("log-fault." + f.kind()), f.what(), f.detail()))
                            .toList());
        }
        say(new Block.Note(List.of(), Phrase.of(say("log-report.head", verified.head()))));
    }

    private void gaps() {
        heading("log-report.gaps-title");
        List<Gaps.Gap> gaps = figures.kept().gaps();
        if (gaps.isEmpty()) {
            paragraph(say("log-archive.no-gaps"));
            return;
        }
        table(
                "",
                List.of(
                        column("log-archive.source", 28),
                        column("log-archive.from", 36),
                        column("log-archive.until", 36)),
                gaps.stream()
                        .limit(MOST_GAPS)
                        .map(g -> List.of(g.source(), instant(g.from()), instant(g.until())))
                        .toList());
        if (gaps.size() > MOST_GAPS) {
            paragraph(say("log-report.more", gaps.size() - MOST_GAPS));
        }
    }

    private void aside() {
        heading("log-report.aside-title");
        SortedMap<String, Long> aside = figures.kept().daily().aside();
        if (aside.isEmpty()) {
            paragraph(say("log-archive.no-aside"));
            return;
        }
        parts.add(new Part.Bars(
                new BarChart(
                        true,
                        aside.keySet().stream().map(r -> say("log-aside." + r)).toList(),
                        List.of(new BarChart.Series(say("log-archive.lines"), List.copyOf(aside.values())))),
                say("log-report.aside-by-reason"),
                say("log-report.aside-said", number(figures.kept().aside()))));
    }

    private void retention() {
        heading("log-report.retention-title");
        Period retention = figures.retention();
        paragraph(say("log-archive.kept", retention.getYears(), retention.getMonths(), retention.getDays())
                + say("log-report.stop")
                + (figures.kept().due().files() == 0
                        ? say("log-archive.nothing-due")
                        : say(
                                "log-report.due",
                                figures.kept().due().files(),
                                number(figures.kept().due().rows()))));
    }

    private void signatures() {
        heading("log-report.signatures");
        table(
                "",
                List.of(column("log-report.role", 30), column("log-report.signed", 25), column("log-report.name", 45)),
                Stream.of("log-report.administrator", "log-report.officer")
                        .map(r -> List.of(say(r), "　", "　"))
                        .toList());
    }
}
