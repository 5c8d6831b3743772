package org.hoshimori.core.sheets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gathers the rows of a sheet within bounds; the same text is held once. */
final class Rows {

    private static final int MOST_CELLS = 3_000_000;
    private static final int MOST_COLUMNS = 256;
    private static final int MOST_SPANS = 100_000;
    private static final int LONGEST = 32_767;
    /** All different texts of a sheet together. */
    private static final long MOST_LETTERS = 48L << 20;

    private final String sheet;
    private final Map<String, String> texts = new HashMap<>();
    private final List<Sheet.Row> rows = new ArrayList<>();
    private final List<Sheet.Span> spans = new ArrayList<>();
    private int cells;
    private long letters;

    Rows(String sheet) {
        this.sheet = sheet;
    }

    /** Adds a row if it holds something. */
    void add(int number, List<String> row) {
        List<String> kept = new ArrayList<>(Math.min(row.size(), MOST_COLUMNS));
        int last = 0;
        for (int column = 0; column < row.size() && column < MOST_COLUMNS; column++) {
            String text = row.get(column).strip();
            if (text.length() > LONGEST) {
                throw new Unreadable(SheetFile.Problem.DAMAGED, sheet + "!" + Sheet.at(column, number));
            }
            kept.add(text.isEmpty() ? "" : held(text, column, number));
            last = text.isEmpty() ? last : column + 1;
        }
        if (last == 0) {
            return;
        }
        cells += last;
        if (rows.size() >= SheetFile.MOST_ROWS || cells > MOST_CELLS) {
            throw new Unreadable(SheetFile.Problem.TOO_MANY_ROWS, sheet + "!" + Sheet.at(0, number));
        }
        rows.add(new Sheet.Row(number, List.copyOf(kept.subList(0, last))));
    }

    private String held(String text, int column, int number) {
        String before = texts.putIfAbsent(text, text);
        if (before != null) {
            return before;
        }
        letters += text.length();
        if (letters > MOST_LETTERS) {
            throw new Unreadable(SheetFile.Problem.TOO_MUCH_TEXT, sheet + "!" + Sheet.at(column, number));
        }
        return text;
    }

    /** Adds a merged cell. */
    void add(Sheet.Span span) {
        if (spans.size() < MOST_SPANS && span.firstColumn() < MOST_COLUMNS) {
            spans.add(span);
        }
    }

    Sheet sheet() {
        return new Sheet(sheet, List.copyOf(rows), List.copyOf(spans));
    }
}
