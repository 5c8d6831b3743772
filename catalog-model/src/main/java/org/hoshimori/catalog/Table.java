package org.hoshimori.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table; the operator may change its rows.
 *
 * @param id clause id, underscore, name, as of a parameter
 */
public record Table(
        String id,
        Words caption,
        List<Column> columns,
        List<Row> rows,
        Openness openness,
        @Nullable String when,
        boolean space,
        Origin origin)
        implements Entry {

    /** A column; {@code choices} only where its type is a choice. */
    public record Column(
            String id,
            Words label,
            ParameterType type,
            @Nullable String unit,
            List<String> choices) {}

    /** A row with as many cells as there are columns. */
    public record Row(String id, List<Cell> cells) {}

    /**
     * A cell: words of its own, or the ids of the clauses, duties or texts that print in it.
     *
     * @param words null where {@code refs} say what prints; both empty for an empty cell
     */
    public record Cell(@Nullable Words words, List<String> refs) {}

    /** Whether the rows only arrange words that stand elsewhere, and so are changed there. */
    public boolean arranged() {
        return rows.stream()
                .flatMap(r -> r.cells().stream())
                .anyMatch(c -> !c.refs().isEmpty());
    }

    /** The clause (or chapter) that the table stands in. */
    public String clause() {
        return id.substring(0, id.indexOf('_'));
    }
}
