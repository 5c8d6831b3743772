package org.hoshimori.core.sheets;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What merged cells of several rows say in the rows below their first. */
final class Merged {

    static final Merged NOWHERE = new Merged(new Sheet("", List.of(), List.of()));

    private final Map<Integer, TreeMap<Integer, Sheet.Span>> byColumn = new HashMap<>();
    private final Map<Integer, Sheet.Row> rows;

    Merged(Sheet sheet) {
        sheet.spans().stream()
                .filter(s -> s.lastRow() > s.firstRow())
                .forEach(s -> byColumn.computeIfAbsent(s.firstColumn(), _ -> new TreeMap<>())
                        .put(s.firstRow(), s));
        this.rows = byColumn.isEmpty()
                ? Map.of()
                : sheet.rows().stream().collect(Collectors.toMap(Sheet.Row::number, Function.identity()));
    }

    /** Empty where no cell from above reaches. */
    String above(int column, int row) {
        Map.Entry<Integer, Sheet.Span> span =
                byColumn.getOrDefault(column, new TreeMap<>()).lowerEntry(row);
        Sheet.Row first = span == null || !span.getValue().covers(column, row) ? null : rows.get(span.getKey());
        return first == null ? "" : first.cell(column);
    }
}
