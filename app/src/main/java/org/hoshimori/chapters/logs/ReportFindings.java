package org.hoshimori.chapters.logs;

import static org.hoshimori.chapters.logs.ReportWords.number;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hoshimori.documents.BarChart;
import org.hoshimori.documents.Report.Part;

/** What was found, in a report: bars by question, a line a rule, and every hit with the reviewer's word. */
final class ReportFindings {

    private static final int MOST = 200;

    /** The gravest first. */
    private static final List<String> STATES = List.of("incident", "none", "explained");

    private final ReportFigures figures;
    private final ReportWords words;

    ReportFindings(ReportFigures figures, ReportWords words) {
        this.figures = figures;
        this.words = words;
    }

    List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        parts.add(words.heading("log-report.found"));
        if (!figures.found().isEmpty()) {
            parts.add(bars());
        }
        parts.add(rules());
        parts.add(words.heading("log-report.list"));
        parts.add(figures.found().isEmpty() ? ReportWords.paragraph(words.say("log-question.nothing")) : hits());
        if (figures.found().size() > MOST) {
            parts.add(ReportWords.paragraph(
                    words.say("log-report.more", figures.found().size() - MOST)));
        }
        return parts;
    }

    private Part bars() {
        return new Part.Bars(
                new BarChart(
                        true,
                        Review.QUESTIONS.stream()
                                .map(q -> words.say("log-question.short." + q))
                                .toList(),
                        STATES.stream()
                                .map(s -> new BarChart.Series(
                                        words.say("log-mark." + s),
                                        Review.QUESTIONS.stream()
                                                .map(q -> figures.marked(q, s))
                                                .toList()))
                                .toList()),
                words.say("log-report.by-question"),
                words.say("log-report.by-question-said", figures.found().size()));
    }

    private Part rules() {
        return ReportWords.table(
                words.say("log-report.by-rule"),
                List.of(
                        words.column("log-review.question", 20),
                        words.column("log-review.rule", 52),
                        words.column("log-report.number", 14),
                        words.column("log-review.unmarked", 14)),
                Review.QUESTIONS.stream()
                        .flatMap(q -> figures.review().of(q).stream())
                        .map(this::rule)
                        .toList());
    }

    private List<String> rule(Review.Answer answer) {
        String title = answer.title(words.lang().tag());
        return List.of(
                words.say("log-question.short." + answer.question()),
                answer.asked() ? title : title + "\n" + words.needed(answer.missing()),
                answer.asked() ? number(answer.hits()) : "–",
                answer.asked() ? number(figures.unmarked(answer.rule())) : "–");
    }

    private Part hits() {
        String language = words.lang().tag();
        return ReportWords.table(
                "",
                List.of(
                        words.column("log-review.rule", 22),
                        words.column("log-review.sentence", 48),
                        words.column("log-mark.mark", 30)),
                figures.found().stream()
                        .sorted(Comparator.comparingInt(f -> STATES.indexOf(ReportFigures.state(f))))
                        .limit(MOST)
                        .map(f -> List.of(
                                figures.review().answer(f.rule()).title(language), f.sentence(language), mark(f)))
                        .toList());
    }

    private String mark(Found found) {
        Mark mark = found.mark();
        String state = words.say("log-mark." + ReportFigures.state(found));
        if (mark == null) {
            return state;
        }
        String name = figures.names().getOrDefault(mark.by(), mark.by());
        return state + "\n" + mark.note() + "\n" + words.say("log-mark.said", name, words.instant(mark.at()));
    }
}
