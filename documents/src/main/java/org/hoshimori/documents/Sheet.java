package org.hoshimori.documents;

import java.util.List;

/**
 * A sheet with a title, a line about it and a table (ECMA-376 part 1, clause 18). Every cell is of type text, formatted
 * as text and quoted, so that words that look like a formula stay words, even when somebody edits them.
 */
final class Sheet {

    /** Rows above the table: title, whose and which edition. */
    static final int HEAD = 2;

    private static final int LONGEST_CELL = 32_000;
    private static final int TITLE = 1;
    private static final int ABOUT = 2;
    private static final int COLUMN = 3;
    private static final int WORDS = 4;
    private static final int FADED = 5;

    private final String title;
    private final String about;
    private final String foot;
    private final List<Column> columns;
    private final List<Row> rows;
    private final int frozen;

    /** A column: its label, and how wide, in digits of the default font. */
    record Column(String label, int width) {}

    /** A row; faded where it tells of something that does not apply. */
    record Row(List<String> cells, boolean faded) {}

    /**
     * A sheet.
     *
     * @param foot what stands at the foot of printed pages
     * @param frozen how many columns stay in sight
     */
    Sheet(String title, String about, String foot, List<Column> columns, List<Row> rows, int frozen) {
        this.title = title;
        this.about = about;
        this.foot = foot;
        this.columns = columns;
        this.rows = rows;
        this.frozen = frozen;
    }

    /** The cells of the table, head included, as a reference within the sheet. */
    String table() {
        return "A" + (HEAD + 1) + ":" + letter(columns.size() - 1) + (HEAD + 1 + rows.size());
    }

    String absoluteTable() {
        return "$A$" + (HEAD + 1) + ":$" + letter(columns.size() - 1) + "$" + (HEAD + 1 + rows.size());
    }

    String markup() {
        Markup out = new Markup();
        out.raw("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
        out.start("worksheet").attribute("xmlns", "http://schemas.openxmlformats.org/spreadsheetml/2006/main");
        out.start("sheetPr")
                .start("pageSetUpPr")
                .attribute("fitToPage", "1")
                .end("pageSetUpPr")
                .end();
        view(out);
        out.start("sheetFormatPr").attribute("defaultRowHeight", "15").end("sheetFormatPr");
        out.start("cols");
        for (int c = 0; c < columns.size(); c++) {
            String number = Integer.toString(c + 1);
            out.start("col").attribute("min", number).attribute("max", number);
            out.attribute("width", Integer.toString(columns.get(c).width()))
                    .attribute("customWidth", "1")
                    .end("col");
        }
        out.end().line().start("sheetData").line();
        row(out, 0, List.of(title), TITLE, 24);
        row(out, 1, List.of(about), ABOUT, 18);
        row(out, HEAD, columns.stream().map(Column::label).toList(), COLUMN, 30);
        for (int r = 0; r < rows.size(); r++) {
            Row row = rows.get(r);
            row(out, HEAD + 1 + r, row.cells(), row.faded() ? FADED : WORDS, height(row));
        }
        out.end().line();
        out.start("autoFilter").attribute("ref", table()).end("autoFilter");
        page(out);
        return out.end().toString();
    }

    private void view(Markup out) {
        out.start("sheetViews")
                .start("sheetView")
                .attribute("showGridLines", "0")
                .attribute("workbookViewId", "0");
        out.start("pane").attribute("xSplit", Integer.toString(frozen)).attribute("ySplit", Integer.toString(HEAD + 1));
        out.attribute("topLeftCell", letter(frozen) + (HEAD + 2))
                .attribute("activePane", "bottomRight")
                .attribute("state", "frozen");
        out.end("pane").end().end();
    }

    private void page(Markup out) {
        out.start("pageMargins");
        out.attribute("left", "0.4")
                .attribute("right", "0.4")
                .attribute("top", "0.5")
                .attribute("bottom", "0.6");
        out.attribute("header", "0.3").attribute("footer", "0.3").end("pageMargins");
        out.start("pageSetup")
                .attribute("paperSize", "9")
                .attribute("fitToHeight", "0")
                .attribute("orientation", "landscape")
                .end("pageSetup");
        // An ampersand begins a code in heads and feet.
        out.start("headerFooter")
                .element("oddFooter", "&L&8" + words(foot).replace("&", "&&") + "&R&8&P / &N")
                .end();
    }

    private void row(Markup out, int r, List<String> cells, int style, double height) {
        out.start("row").attribute("r", Integer.toString(r + 1));
        out.attribute("ht", Double.toString(height)).attribute("customHeight", "1");
        for (int c = 0; c < cells.size(); c++) {
            out.start("c")
                    .attribute("r", letter(c) + (r + 1))
                    .attribute("s", Integer.toString(style))
                    .attribute("t", "inlineStr");
            out.start("is").start("t").text(words(cells.get(c))).end().end().end();
        }
        out.end().line();
    }

    /** Excel fits heights only when somebody edits; others never do. */
    private double height(Row row) {
        int lines = 1;
        for (int c = 0; c < columns.size(); c++) {
            int width = columns.get(c).width();
            lines = Math.max(
                    lines,
                    words(row.cells().get(c))
                            .lines()
                            .mapToInt(l -> Math.max(1, Math.ceilDiv(TextWidth.of(l) + 1, width)))
                            .sum());
        }
        return Math.min(400, 6 + lines * 13.5);
    }

    /** Without what a sheet cannot hold; our own line ends stay. */
    private static String words(String text) {
        String clean = text.lines()
                .map(CleanText::of)
                .reduce((a, b) -> a + "\n" + b)
                .orElse("")
                .strip();
        if (clean.length() <= LONGEST_CELL) {
            return clean;
        }
        int end = Character.isHighSurrogate(clean.charAt(LONGEST_CELL - 1)) ? LONGEST_CELL - 1 : LONGEST_CELL;
        return clean.substring(0, end) + "…";
    }

    /** The letter of a column, counted from 0; no sheet of ours has more than 26. */
    private static String letter(int column) {
        return Character.toString('A' + column);
    }
}
