package org.hoshimori.core.revision;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hoshimori.catalog.Lang;
import org.hoshimori.catalog.ParameterType;
import org.hoshimori.catalog.Table;
import org.hoshimori.catalog.Words;
import org.hoshimori.regulation.Regulation;
import org.hoshimori.regulation.Tailoring;
import org.hoshimori.regulation.Wording;
import org.hoshimori.yaml.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * A table of the regulation as a form asks for its rows.
 *
 * @param own whether the company has set its rows
 * @param rows all rows and, at the end, empty ones for more
 */
record TableQuestion(String id, String clause, String caption, boolean own, List<Column> columns, List<Row> rows) {

    private static final int MORE = 2;
    private static final int MOST = 500;

    /** A column; with choices where a cell is one of several. */
    record Column(String id, String label, List<Question.Choice> choices) {}

    /** A row; of one that is still empty the id is too. */
    record Row(String id, List<String> cells) {}

    static TableQuestion of(Table table, Regulation regulation, Wording wording, Lang lang) {
        List<Row> rows = new ArrayList<>(table.rows().stream()
                .map(r -> new Row(
                        r.id(), r.cells().stream().map(c -> said(c, lang)).toList()))
                .toList());
        List<String> blank = table.columns().stream().map(c -> "").toList();
        IntStream.range(0, MORE).forEach(i -> rows.add(new Row("", blank)));
        return new TableQuestion(
                table.id(),
                table.clause(),
                wording.say(table.caption()),
                regulation.tailorings().stream().anyMatch(t -> t.tables().containsKey(table.id())),
                table.columns().stream()
                        .map(c -> new Column(c.id(), wording.say(c.label()), choices(c, regulation, wording)))
                        .toList(),
                rows);
    }

    private static String said(Table.Cell cell, Lang lang) {
        Words words = cell.words();
        return words == null ? "" : words.in(lang);
    }

    private static List<Question.Choice> choices(Table.Column column, Regulation regulation, Wording wording) {
        if (column.type() == ParameterType.POST) {
            return regulation.catalog().posts().stream()
                    .map(p -> new Question.Choice(p.code(), wording.title(p.code()), false))
                    .toList();
        }
        return column.choices().stream()
                .map(code -> new Question.Choice(code, code, false))
                .toList();
    }

    /**
     * The rows that somebody has entered; rows left empty fall away, and a cell that was not changed keeps its words in both
     * languages.
     *
     * @param entered {@code r.}number is a row's id, {@code c.}number{@code .}column a cell
     */
    static List<Tailoring.Row> entered(Table table, MultiValueMap<String, String> entered, Lang lang) {
        Map<String, Table.Row> before = new LinkedHashMap<>();
        table.rows().forEach(r -> before.put(r.id(), r));
        List<Tailoring.Row> rows = new ArrayList<>();
        for (int n = 0; n < MOST && entered.containsKey("r." + n); n++) {
            String id = Optional.ofNullable(entered.getFirst("r." + n)).orElse("");
            Map<String, Words> cells = new LinkedHashMap<>();
            for (int c = 0; c < table.columns().size(); c++) {
                String column = table.columns().get(c).id();
                String text = Optional.ofNullable(entered.getFirst("c." + n + "." + column))
                        .orElse("")
                        .strip();
                if (!text.isEmpty()) {
                    cells.put(column, words(text, before.get(id), c, lang));
                }
            }
            if (!cells.isEmpty()) {
                rows.add(new Tailoring.Row(
                        new Place("form", 1, 1), before.containsKey(id) ? id : fresh(before, rows), cells));
            }
        }
        return rows;
    }

    private static Words words(String text, Table.@Nullable Row before, int cell, Lang lang) {
        Words was = before == null ? null : before.cells().get(cell).words();
        return was != null && text.equals(was.in(lang)) ? was : Words.only(lang, text);
    }

    private static String fresh(Map<String, Table.Row> before, List<Tailoring.Row> rows) {
        int n = 1;
        while (taken("own-" + n, before, rows)) {
            n++;
        }
        return "own-" + n;
    }

    private static boolean taken(String id, Map<String, Table.Row> before, List<Tailoring.Row> rows) {
        return before.containsKey(id) || rows.stream().anyMatch(r -> r.id().equals(id));
    }
}
