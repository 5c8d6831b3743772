package org.hoshimori.documents;

import java.util.Arrays;
import java.util.List;

/** Word's tables: fixed columns, a head row that repeats on every page, rows that no page breaks. */
final class WordTables {

    /** Width of the text on A4 between our margins, in twentieths of a point. */
    static final int TEXT_WIDTH = 9412;

    private static final String HEAD_FILL = "E9ECF8";
    private static final String LABEL_FILL = "F2F3F8";

    private final WordMarkup word;
    private final WordPhrase phrases;
    private final Labels labels;

    WordTables(WordMarkup word, WordPhrase phrases, Labels labels) {
        this.word = word;
        this.phrases = phrases;
        this.labels = labels;
    }

    void grid(Block.Grid grid) {
        if (grid.caption().isEmpty()) {
            word.paragraph("AfterTable", grid.ids(), () -> {});
        } else {
            word.paragraph("Caption", grid.ids(), () -> phrases.write(grid.caption()));
        }
        int[] widths = ColumnWidths.of(grid, TEXT_WIDTH);
        start(widths, grid.caption().plain());
        headRow(widths, grid.columns().stream().map(Block.Grid.Column::label).toList());
        for (Block.Grid.Row row : grid.rows()) {
            startRow(false);
            for (int c = 0; c < widths.length; c++) {
                cell(widths[c], row.cells().get(c).paragraphs());
            }
            endRow();
        }
        end();
    }

    private void cell(int width, List<Phrase> paragraphs) {
        startCell(width, 1, "");
        if (paragraphs.isEmpty()) {
            word.paragraph("TableText", () -> word.run("Quiet", labels.get("empty")));
        }
        paragraphs.forEach(p -> word.paragraph("TableText", () -> phrases.write(p)));
        endCell();
    }

    /** Rows of words under a head row; no paragraph follows within. */
    void simple(int[] widths, List<String> head, List<List<Phrase>> rows) {
        start(widths, "");
        headRow(widths, head.stream().map(Phrase::of).toList());
        for (List<Phrase> row : rows) {
            startRow(false);
            for (int c = 0; c < widths.length; c++) {
                cell(widths[c], row.get(c).isEmpty() ? List.of() : List.of(row.get(c)));
            }
            endRow();
        }
        end();
    }

    /** A chapter's head: number and title with revision date, then scope and the CSF's categories. */
    void head(Chapter chapter) {
        int label = 1700;
        int date = 1900;
        int[] widths = {label, TEXT_WIDTH - 2 * label - date, label, date};
        start(widths, "");
        startRow(false);
        label(widths[0], labels.get("section"));
        words(widths[1], 1, Phrase.of(labels.chapter(chapter)));
        label(widths[2], labels.get("revised-on"));
        words(widths[3], 1, chapter.revisedOn());
        endRow();
        wideRow(widths, "scope", chapter.scope());
        if (!chapter.csf().isEmpty()) {
            wideRow(widths, "csf", Phrase.of(String.join("   ", chapter.csf())));
        }
        end();
    }

    private void wideRow(int[] widths, String label, Phrase words) {
        startRow(false);
        label(widths[0], labels.get(label));
        words(Arrays.stream(widths).skip(1).sum(), widths.length - 1, words);
        endRow();
    }

    private void label(int width, String label) {
        startCell(width, 1, LABEL_FILL);
        word.paragraph("TableText", () -> word.run(label));
        endCell();
    }

    private void words(int width, int span, Phrase words) {
        startCell(width, span, "");
        word.paragraph("TableText", () -> phrases.write(words));
        endCell();
    }

    private void headRow(int[] widths, List<Phrase> columns) {
        startRow(true);
        for (int c = 0; c < widths.length; c++) {
            Phrase label = columns.get(c);
            startCell(widths[c], 1, HEAD_FILL);
            word.paragraph("TableHead", () -> phrases.write(label));
            endCell();
        }
        endRow();
    }

    private void start(int[] widths, String description) {
        Markup out = word.out();
        out.start("w:tbl").start("w:tblPr");
        word.value("w:tblStyle", "RegulationTable");
        out.start("w:tblW")
                .attribute("w:w", Integer.toString(TEXT_WIDTH))
                .attribute("w:type", "dxa")
                .end("w:tblW");
        out.start("w:tblLayout").attribute("w:type", "fixed").end("w:tblLayout");
        out.start("w:tblLook")
                .attribute("w:firstRow", "1")
                .attribute("w:val", "0020")
                .end("w:tblLook");
        if (!description.isEmpty()) {
            word.value("w:tblCaption", description);
        }
        out.end();
        columns(widths);
    }

    private void columns(int[] widths) {
        Markup out = word.out();
        out.start("w:tblGrid");
        for (int width : widths) {
            out.start("w:gridCol").attribute("w:w", Integer.toString(width)).end("w:gridCol");
        }
        out.end().line();
    }

    private void startRow(boolean head) {
        word.out().start("w:tr").start("w:trPr");
        word.empty("w:cantSplit");
        if (head) {
            word.empty("w:tblHeader");
        }
        word.out().end();
    }

    private void endRow() {
        word.out().end().line();
    }

    private void startCell(int width, int span, String fill) {
        Markup out = word.out();
        out.start("w:tc").start("w:tcPr");
        out.start("w:tcW")
                .attribute("w:w", Integer.toString(width))
                .attribute("w:type", "dxa")
                .end("w:tcW");
        if (span > 1) {
            word.value("w:gridSpan", Integer.toString(span));
        }
        if (!fill.isEmpty()) {
            out.start("w:shd")
                    .attribute("w:val", "clear")
                    .attribute("w:color", "auto")
                    .attribute("w:fill", fill)
                    .end("w:shd");
        }
        out.end();
    }

    private void endCell() {
        word.out().end();
    }

    /** Word wants a paragraph between a table and whatever comes next. */
    private void end() {
        word.out().end().line();
        word.paragraph("AfterTable", () -> {});
    }
}
