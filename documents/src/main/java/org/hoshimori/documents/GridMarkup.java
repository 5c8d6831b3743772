package org.hoshimori.documents;

import java.util.List;

/** Puts a table into markup, with caption, headed columns and headed rows. */
final class GridMarkup {

    /** A table of so few rows stays on one page. */
    private static final int STEP = 5;

    private static final int FEW_ROWS = 4;

    private final Markup out;
    private final PhraseMarkup phrases;
    private final Labels labels;

    GridMarkup(Markup out, PhraseMarkup phrases, Labels labels) {
        this.out = out;
        this.phrases = phrases;
        this.labels = labels;
    }

    void write(Block.Grid grid, boolean screen, boolean framed) {
        if (screen) {
            out.start("div")
                    .attribute("class", "wide")
                    .attribute("tabindex", "0")
                    .attribute("role", "region");
            out.attribute("aria-label", name(grid));
        }
        out.start("table").attribute("class", classes(grid));
        if (!grid.ids().isEmpty()) {
            out.attribute("id", grid.ids().getFirst());
        }
        out.line();
        caption(grid);
        columns(grid, framed);
        out.start("thead").start("tr");
        for (Block.Grid.Column column : grid.columns()) {
            out.start("th").attribute("scope", "col");
            phrases.write(column.label());
            out.end();
        }
        out.end().end().line().start("tbody").line();
        for (Block.Grid.Row row : grid.rows()) {
            row(row, grid.caption().all(Run.Mark.SPACE));
        }
        out.end().end().line();
        if (screen) {
            out.end().line();
        }
    }

    private static String classes(Block.Grid grid) {
        String many = grid.columns().size() > 2 ? "grid many" : "grid";
        return grid.rows().size() <= FEW_ROWS ? many + " whole" : many;
    }

    private String name(Block.Grid grid) {
        return grid.caption().isEmpty()
                ? grid.columns().getFirst().label().plain()
                : grid.caption().plain();
    }

    private void caption(Block.Grid grid) {
        if (grid.caption().isEmpty() && grid.ids().size() < 2) {
            return;
        }
        out.start("caption");
        if (grid.ids().size() > 1) {
            BlockMarkup.anchors(out, grid.ids().subList(1, grid.ids().size()));
        }
        phrases.write(grid.caption());
        out.end().line();
    }

    /** In the page of somebody else no style may stand: there a class tells the share, in steps of 5 %. */
    private void columns(Block.Grid grid, boolean framed) {
        out.start("colgroup");
        for (int share : ColumnWidths.of(grid, 100)) {
            out.start("col");
            if (framed) {
                out.attribute("class", "share-" + Math.max(STEP, Math.round(share / (float) STEP) * STEP));
            } else {
                out.attribute("style", "width:" + share + "%");
            }
            out.end("col");
        }
        out.end().line();
    }

    private void row(Block.Grid.Row row, boolean spaceTold) {
        out.start("tr");
        boolean first = true;
        for (Block.Grid.Cell cell : row.cells()) {
            boolean head = first && !cell.paragraphs().isEmpty();
            out.start(head ? "th" : "td");
            if (head) {
                out.attribute("scope", "row");
            }
            cell(cell.paragraphs(), spaceTold);
            out.end();
            first = false;
        }
        out.end().line();
    }

    private void cell(List<Phrase> paragraphs, boolean spaceTold) {
        if (paragraphs.isEmpty()) {
            out.element("span", "empty", labels.get("empty"));
        } else if (paragraphs.size() == 1) {
            phrases.write(paragraphs.getFirst(), spaceTold);
        } else {
            for (Phrase paragraph : paragraphs) {
                out.start("p");
                phrases.write(paragraph, spaceTold);
                out.end();
            }
        }
    }
}
