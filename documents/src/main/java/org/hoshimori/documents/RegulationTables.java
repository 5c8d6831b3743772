package org.hoshimori.documents;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.hoshimori.catalog.Lang;
import org.hoshimori.catalog.Openness;
import org.hoshimori.catalog.Table;
import org.hoshimori.regulation.Regulation;
import org.hoshimori.regulation.ReportingLine;

/** Turns a regulation's tables into grids, and the table of who reports to whom into a chart. */
final class RegulationTables {

    private final Regulation regulation;
    private final RegulationPhrases phrases;
    private final Lang lang;

    RegulationTables(Regulation regulation, RegulationPhrases phrases, Lang lang) {
        this.regulation = regulation;
        this.phrases = phrases;
        this.lang = lang;
    }

    /** The block that a table prints as. */
    Block block(Table table, boolean space, List<String> ids) {
        Phrase caption = phrases.of(table.id(), table.caption(), space);
        return ReportingLine.tells(table) ? chart(table, ids, caption) : grid(table, space, ids, caption);
    }

    private Block grid(Table table, boolean space, List<String> ids, Phrase caption) {
        return new Block.Grid(
                ids,
                caption,
                table.columns().stream()
                        .map(c -> new Block.Grid.Column(phrases.of(table.id(), c.label(), false), 0))
                        .toList(),
                table.rows().stream()
                        .map(r -> new Block.Grid.Row(cells(table, r, space)))
                        .toList());
    }

    private List<Block.Grid.Cell> cells(Table table, Table.Row row, boolean space) {
        return IntStream.range(0, table.columns().size())
                .mapToObj(c -> cell(table, table.columns().get(c), row.cells().get(c), space))
                .toList();
    }

    private Block.Grid.Cell cell(Table table, Table.Column column, Table.Cell cell, boolean space) {
        if (cell.words() == null) {
            return new Block.Grid.Cell(cell.refs().stream()
                    .flatMap(id -> regulation.entry(id).stream())
                    .flatMap(e ->
                            RegulationChapter.words(e).stream().map(w -> phrases.of(e.id(), w, space || e.space())))
                    .toList());
        }
        Set<Run.Mark> marks = EnumSet.noneOf(Run.Mark.class);
        if (space) {
            marks.add(Run.Mark.SPACE);
        }
        if (cell.words().lacks(lang)) {
            marks.add(Run.Mark.OTHER_LANGUAGE);
        }
        return new Block.Grid.Cell(phrases.wording().cell(column, cell).stream()
                .map(line -> open(table, phrases.of(line, marks)))
                .filter(p -> !p.isEmpty())
                .toList());
    }

    private Phrase open(Table table, Phrase words) {
        return table.openness() == Openness.FILL
                ? RegulationPhrases.open(words, table.id(), phrases.wording().say(table.caption()))
                : words;
    }

    private Block chart(Table table, List<String> ids, Phrase caption) {
        return new Block.Chart(
                ids,
                caption,
                ReportingLine.of(table).stream().map(l -> post(table, l)).toList());
    }

    private Block.Chart.Post post(Table table, ReportingLine line) {
        List<Phrase> holders = table.rows().stream()
                .filter(r -> ReportingLine.post(r).equals(line.post()))
                .map(r -> cell(table, table.columns().get(1), r.cells().get(1), false))
                .flatMap(c -> c.paragraphs().stream())
                .toList();
        return new Block.Chart.Post(
                Phrase.of(phrases.wording().title(line.post())),
                holders,
                line.below().stream().map(l -> post(table, l)).toList());
    }
}
