package org.hoshimori.recognition;

import java.util.List;
import java.util.Optional;
import org.hoshimori.catalog.Clause;
import org.hoshimori.catalog.Lang;
import org.jspecify.annotations.Nullable;

/**
 * A sentence of the sample that a text may answer.
 *
 * @param path the clauses in which it stands, outermost first
 * @param template its words as the catalog has them
 * @param said its words with the values of the regulation
 * @param conditions under which it and its clauses stand
 * @param column of one that prints in a table only: what its column is called; else empty
 * @param order where it prints
 */
record Unit(
        String id,
        String chapter,
        List<Clause> path,
        String template,
        String said,
        SentencePattern pattern,
        Grams grams,
        List<String> conditions,
        boolean duty,
        String column,
        int order) {

    /** The clause that it belongs to; empty for what stands in the chapter itself. */
    Optional<Clause> clause() {
        return path.isEmpty() ? Optional.empty() : Optional.of(path.getLast());
    }

    String clauseId() {
        return clause().map(Clause::id).orElse(chapter);
    }

    /** The innermost numbered section in which it stands, or the chapter. */
    String section() {
        return path.reversed().stream()
                .filter(c -> c.number() != null)
                .map(Clause::id)
                .findFirst()
                .orElse(chapter);
    }

    List<String> titles(Lang lang) {
        return path.stream().map(c -> c.title().in(lang)).toList();
    }

    /** Ids are never used twice. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Unit unit && unit.id.equals(id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
