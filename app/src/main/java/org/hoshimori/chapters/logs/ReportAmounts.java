package org.hoshimori.chapters.logs;

import static org.hoshimori.chapters.logs.ReportWords.number;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hoshimori.documents.BarChart;
import org.hoshimori.documents.Report.Part;

/** What came in, in a report: bars of each day's rows by source, and their sums. */
final class ReportAmounts {

    /** Sources beyond these are one. */
    private static final int COLOURS = 7;

    private static final int MONTHS = 62;
    private static final int EVERY = 5;
    private static final int LAST = 30;

    private final ReportWords words;
    private final List<LocalDate> days;
    private final SortedMap<String, SortedMap<LocalDate, Long>> rows;
    private final long all;

    ReportAmounts(ReportFigures figures, ReportWords words) {
        this.words = words;
        this.days = figures.from().datesUntil(figures.until().plusDays(1)).toList();
        this.rows = figures.kept().daily().rows();
        this.all = figures.kept().rows();
    }

    List<Part> parts() {
        if (rows.isEmpty()) {
            return List.of(words.heading("log-report.amounts"), ReportWords.paragraph(words.say("log-report.no-rows")));
        }
        return List.of(
                words.heading("log-report.amounts"),
                new Part.Bars(
                        new BarChart(false, labels(), series()),
                        words.say("log-report.rows-a-day"),
                        words.say("log-report.rows-a-day-said", number(all), rows.size(), days.size())),
                ReportWords.table(
                        "",
                        List.of(
                                words.column("log-report.source", 34),
                                words.column("log-report.rows", 22),
                                words.column("log-report.days", 22),
                                words.column("log-report.a-day", 22)),
                        rows.entrySet().stream()
                                .map(e -> List.of(
                                        e.getKey(),
                                        number(sum(e.getValue())),
                                        words.say(
                                                "log-report.days-of",
                                                e.getValue().size(),
                                                days.size()),
                                        number(sum(e.getValue()) / e.getValue().size())))
                                .toList()),
                ReportWords.note(words.say("log-report.utc")));
    }

    private static long sum(Map<LocalDate, Long> days) {
        return days.values().stream().mapToLong(Long::longValue).sum();
    }

    private SortedMap<LocalDate, Long> of(String source) {
        return rows.getOrDefault(source, new TreeMap<>());
    }

    /** The first day of a month and every fifth, or of a longer span the first of each month. */
    private List<String> labels() {
        boolean few = days.size() <= MONTHS;
        return days.stream()
                .map(d -> {
                    int day = d.getDayOfMonth();
                    boolean told = day == 1 || (few && day % EVERY == 0 && day < LAST);
                    return told ? d.getMonthValue() + "/" + day : "";
                })
                .toList();
    }

    private List<BarChart.Series> series() {
        List<String> largest = rows.keySet().stream()
                .sorted(Comparator.comparingLong((String s) -> sum(of(s))).reversed())
                .toList();
        boolean many = largest.size() > COLOURS + 1;
        List<BarChart.Series> series = new ArrayList<>();
        for (String source : many ? largest.subList(0, COLOURS) : largest) {
            series.add(series(source, List.of(source)));
        }
        if (many) {
            series.add(series(words.say("log-report.others"), largest.subList(COLOURS, largest.size())));
        }
        return series;
    }

    private BarChart.Series series(String name, List<String> sources) {
        return new BarChart.Series(
                name,
                days.stream()
                        .map(d -> sources.stream()
                                .mapToLong(s -> of(s).getOrDefault(d, 0L))
                                .sum())
                        .toList());
    }
}
