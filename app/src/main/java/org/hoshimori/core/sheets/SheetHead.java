package org.hoshimori.core.sheets;

import java.util.List;
import org.dhatim.fastexcel.Worksheet;

/** The headings of a table that is written: one row, or two where some stand under a common one. */
final class SheetHead {

    private SheetHead() {}

    private static boolean grouped(List<Shape.Column> columns) {
        return columns.stream().anyMatch(c -> !c.group().isEmpty());
    }

    /** As lines of text; what stands over several headings stands over the first of them. */
    static List<List<String>> lines(List<Shape.Column> columns) {
        List<String> headings = columns.stream().map(Shape.Column::heading).toList();
        if (!grouped(columns)) {
            return List.of(headings);
        }
        List<String> upper = new java.util.ArrayList<>();
        String before = "";
        for (Shape.Column column : columns) {
            upper.add(
                    column.group().isEmpty() ? column.heading() : column.group().equals(before) ? "" : column.group());
            before = column.group();
        }
        return List.of(
                upper,
                columns.stream()
                        .map(c -> c.group().isEmpty() ? "" : c.heading())
                        .toList());
    }

    /** The same with merged cells, staying in view; where the rows begin, counted from 0. */
    static int write(Worksheet sheet, List<Shape.Column> columns) {
        List<List<String>> lines = lines(columns);
        for (int r = 0; r < lines.size(); r++) {
            for (int c = 0; c < columns.size(); c++) {
                if (!lines.get(r).get(c).isEmpty()) {
                    sheet.value(r, c, lines.get(r).get(c));
                }
                sheet.style(r, c).bold().fillColor("E8F1FE").set();
            }
        }
        if (lines.size() > 1) {
            merge(sheet, columns);
        }
        sheet.freezePane(0, lines.size());
        return lines.size();
    }

    private static void merge(Worksheet sheet, List<Shape.Column> columns) {
        for (int c = 0; c < columns.size(); ) {
            String group = columns.get(c).group();
            int last = c;
            while (!group.isEmpty()
                    && last + 1 < columns.size()
                    && columns.get(last + 1).group().equals(group)) {
                last++;
            }
            if (group.isEmpty()) {
                sheet.range(0, c, 1, c).merge();
            } else if (last > c) {
                sheet.range(0, c, 0, last).merge();
            }
            c = last + 1;
        }
    }
}
