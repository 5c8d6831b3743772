package org.hoshimori.recognition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hoshimori.catalog.Chapter;
import org.hoshimori.catalog.Clause;
import org.hoshimori.catalog.Entry;
import org.hoshimori.catalog.Lang;
import org.hoshimori.regulation.Regulation;

/** Clauses that stand in the regulation and of which the text says nothing; the outermost of each. */
final class NotThere {

    private static final double MERGED = 0.55;

    private final Regulation regulation;
    private final Lang lang;
    private final Weights weights;
    private final List<Recognizing.Piece> pieces;
    private final KnownWords known;
    private final Map<String, List<Unit>> byClause = new HashMap<>();
    private final Set<String> answered = new HashSet<>();

    NotThere(
            Regulation regulation,
            Lang lang,
            List<Unit> units,
            Set<Unit> taken,
            Weights weights,
            List<Recognizing.Piece> pieces,
            KnownWords known) {
        this.regulation = regulation;
        this.lang = lang;
        this.weights = weights;
        this.pieces = pieces;
        this.known = known;
        units.stream()
                .filter(Unit::duty)
                .forEach(u -> byClause.computeIfAbsent(u.clauseId(), k -> new ArrayList<>())
                        .add(u));
        taken.forEach(u -> answered.add(u.clauseId()));
    }

    List<Missing> missing() {
        List<Missing> missing = new ArrayList<>();
        regulation.chapters().forEach(c -> missing(c, c.contents(), missing));
        return missing;
    }

    private void missing(Chapter chapter, List<Entry> entries, List<Missing> missing) {
        for (Entry entry : entries) {
            if (!(entry instanceof Clause clause)) {
                continue;
            }
            boolean says = clause.tree().anyMatch(c -> byClause.containsKey(c.id()));
            boolean silent = clause.tree().noneMatch(c -> answered.contains(c.id()));
            if (says && silent) {
                missing.add(new Missing(
                        clause.id(),
                        chapter.id(),
                        perhaps(clause),
                        known.notApplied(clause.title().in(lang)).orElse("")));
            } else {
                missing(chapter, clause.contents(), missing);
            }
        }
    }

    /** A paragraph that has most of the clause's words beside others. */
    private String perhaps(Clause clause) {
        Optional<Unit> first = clause.tree()
                .flatMap(c -> byClause.getOrDefault(c.id(), List.of()).stream())
                .findFirst();
        String best = "";
        double most = MERGED;
        for (Recognizing.Piece piece : pieces) {
            double within =
                    first.map(u -> weights.within(u.grams(), piece.grams)).orElse(0.0);
            if (within > most) {
                best = piece.text.original();
                most = within;
            }
        }
        return best;
    }
}
