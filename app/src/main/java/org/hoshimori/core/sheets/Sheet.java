package org.hoshimori.core.sheets;

import java.util.List;

/** A sheet as it was read: the rows that hold something, and where they stand in the file. */
public record Sheet(String name, List<Row> rows) {

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

    /** The address of a cell, as spreadsheets write it: column 1 (counted from 0) of row 12 is {@code B12}. */
    public static String at(int column, int row) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
            letters.insert(0, (char) ('A' + rest % 26));
        }
        return letters.append(row).toString();
    }
}
