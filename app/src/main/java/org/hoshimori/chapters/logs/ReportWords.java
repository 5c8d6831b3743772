package org.hoshimori.chapters.logs;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hoshimori.catalog.Lang;
import org.hoshimori.documents.Block;
import org.hoshimori.documents.Block.Grid;
import org.hoshimori.documents.Phrase;
import org.hoshimori.documents.Report.Part;
import org.springframework.context.MessageSource;

/** How a report speaks: messages, days and numbers in its language, and the parts that are made of them. */
record ReportWords(MessageSource messages, Lang lang, ZoneId zone) {

    private Locale locale() {
        return Locale.forLanguageTag(lang.tag());
    }

    String say(String code, Object... arguments) {
        return messages.getMessage(code, arguments, locale());
    }

    /** What a rule lacks, as people call it. */
    String needed(List<String> missing) {
        return say(
                "log-review.not-asked",
                missing.stream()
                        .map(m -> String.valueOf(messages.getMessage("log-needs." + m, null, m, locale())))
                        .collect(Collectors.joining(say("log-needs.comma"))));
    }

    private String shown(String format, TemporalAccessor time) {
        return DateTimeFormatter.ofPattern(say(format), locale()).format(time);
    }

    String day(LocalDate day) {
        return shown("log-report.date", day);
    }

    String instant(Instant instant) {
        return shown("log-report.instant", instant.atZone(zone));
    }

    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    Part heading(String code) {
        return new Part.Heading(say(code));
    }

    static Part paragraph(String text) {
        return new Part.Words(List.of(new Block.Paragraph(List.of(), Phrase.of(text))));
    }

    static Part note(String text) {
        return new Part.Words(List.of(new Block.Note(List.of(), Phrase.of(text))));
    }

    Grid.Column column(String code, int weight) {
        return new Grid.Column(Phrase.of(say(code)), weight);
    }

    /** A table; a line of a cell is a paragraph. */
    static Part table(String caption, List<Grid.Column> columns, List<List<String>> rows) {
        return new Part.Words(List.of(new Grid(
                List.of(),
                Phrase.of(caption),
                columns,
                rows.stream()
                        .map(r -> new Grid.Row(r.stream().map(ReportWords::cell).toList()))
                        .toList())));
    }

    private static Grid.Cell cell(String text) {
        return new Grid.Cell(Stream.of(text.split("\n", -1))
                .filter(t -> !t.isEmpty())
                .map(Phrase::of)
                .toList());
    }
}
