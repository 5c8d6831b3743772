package org.hoshimori.core.sheets;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A sheet as it was read: the rows that hold something, and where they stand in the file.
 *
 * @param spans the merged cells; what they say stands in their first cell only
 */
public record Sheet(String name, List<Row> rows, List<Span> spans) {

    private static final Pattern PLAIN_NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");

    /** A merged cell: columns counted from 0, rows as the file counts them, both ends included. */
    public record Span(int firstColumn, int firstRow, int lastColumn, int lastRow) {

        boolean covers(int column, int row) {
            return column >= firstColumn && column <= lastColumn && row >= firstRow && row <= lastRow;
        }
    }

    /**
     * A row.
     *
     * @param number as the file's own program counts it, from 1
     * @param cells as text, without blanks around; days as {@code 2026-04-01}; missing ones at the end are left out
     */
    public record Row(int number, List<String> cells) {

        /** The text of a column, counted from 0; empty where there is nothing. */
        public String cell(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }

        boolean blank() {
            return cells.stream().allMatch(String::isEmpty);
        }
    }

    /** How many columns there are. */
    public int width() {
        return rows.stream().mapToInt(r -> r.cells().size()).max().orElse(0);
    }

    /** A cell's address within the file: of several sheets it names its own, as Excel does ({@code Sheet1!C5}, {@code '2026 年度'!C5}). */
    static String address(List<Sheet> sheets, int sheet, String at) {
        if (sheets.size() == 1) {
            return at;
        }
        String name = sheets.get(sheet).name();
        return (PLAIN_NAME.matcher(name).matches() ? name : "'" + name.replace("'", "''") + "'") + "!" + at;
    }

    /** The address of a cell, as spreadsheets write it: column 1 (counted from 0) of row 12 is {@code B12}. */
    public static String at(int column, int row) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
            letters.insert(0, (char) ('A' + rest % 26));
        }
        return letters.append(row).toString();
    }
}
