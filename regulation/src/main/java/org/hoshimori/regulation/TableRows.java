package org.hoshimori.regulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hoshimori.catalog.Lang;
import org.hoshimori.catalog.ParameterType;
import org.hoshimori.catalog.Table;
import org.hoshimori.catalog.Values;
import org.hoshimori.catalog.Words;
import org.hoshimori.yaml.Place;
import org.jspecify.annotations.Nullable;

/** Lays an operator's rows over a table's. */
final class TableRows {

    private final List<Misfit> misfits;

    TableRows(List<Misfit> misfits) {
        this.misfits = misfits;
    }

    Table apply(Table table, Tailoring.Rows change) {
        if (table.arranged()) {
            misfits.add(new Misfit(change.place(), "arranged-table", table.id()));
            return table;
        }
        Map<String, Table.Row> rows = new LinkedHashMap<>();
        if (!change.replace()) {
            table.rows().forEach(r -> rows.put(r.id(), r));
        }
        for (String id : change.removed()) {
            if (rows.remove(id) == null) {
                misfits.add(new Misfit(change.place(), "unknown-row", table.id(), id));
            }
        }
        for (Tailoring.Row row : change.rows()) {
            rows.put(row.id(), row(table, rows.get(row.id()), row));
        }
        return new Table(
                table.id(),
                table.caption(),
                table.columns(),
                List.copyOf(rows.values()),
                table.openness(),
                null,
                table.space(),
                table.origin());
    }

    private Table.Row row(Table table, Table.@Nullable Row before, Tailoring.Row row) {
        Set<String> known = table.columns().stream().map(Table.Column::id).collect(Collectors.toSet());
        row.cells().keySet().stream()
                .filter(c -> !known.contains(c))
                .forEach(c -> misfits.add(new Misfit(
                        row.place(),
                        "unknown-column",
                        table.id(),
                        c,
                        String.join(", ", known.stream().sorted().toList()))));
        List<Table.Cell> cells = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            Table.Column column = table.columns().get(i);
            Words words = row.cells().get(column.id());
            if (words != null) {
                check(table, column, words, row.place());
                cells.add(new Table.Cell(words, List.of()));
            } else {
                cells.add(
                        before == null
                                ? new Table.Cell(null, List.of())
                                : before.cells().get(i));
            }
        }
        return new Table.Row(row.id(), List.copyOf(cells));
    }

    private void check(Table table, Table.Column column, Words words, Place place) {
        String text = words.in(Lang.JA);
        if (column.type() == ParameterType.TEXT || column.type() == ParameterType.POST || text.startsWith("{")) {
            return;
        }
        try {
            Values.parse(column.type(), column.choices(), List.of(text));
        } catch (IllegalArgumentException e) {
            misfits.add(new Misfit(
                    place, "wrong-cell", table.id(), column.id(), column.type().code(), text));
        }
    }
}
