package org.hoshimori.core.revision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.hoshimori.catalog.Words;
import org.hoshimori.regulation.Tailoring;
import org.hoshimori.regulation.TailoringText;

/**
 * Brings a draft up to a revision that was adopted after it was begun: what only the revision has changed is taken over, what only
 * the draft has changed stays, and where both have changed the same, the draft's stays and is named.
 */
final class BringingUp {

    private final Tailoring base;
    private final Tailoring theirs;
    private final Tailoring ours;
    private final List<String> taken = new ArrayList<>();
    private final List<String> kept = new ArrayList<>();
    private TailoringText text;

    private BringingUp(Tailoring base, Tailoring theirs, TailoringText ours) {
        this.base = base;
        this.theirs = theirs;
        this.ours = ours.read();
        this.text = ours;
    }

    /**
     * What it comes to.
     *
     * @param taken ids of what was taken over from the revision
     * @param kept ids of what both have changed, where the draft's stands
     */
    record Result(TailoringText text, List<String> taken, List<String> kept) {}

    static Result of(Tailoring base, Tailoring theirs, TailoringText ours) {
        BringingUp bringing = new BringingUp(base, theirs, ours);
        bringing.merge(BringingUp::values, bringing::value);
        bringing.merge(
                BringingUp::altered,
                (id, words) -> Optional.of(
                        words.map(w -> bringing.text.altered(id, w)).orElseGet(() -> bringing.text.unaltered(id))));
        bringing.merge(
                BringingUp::excluded,
                (id, reason) -> Optional.of(
                        reason.map(r -> bringing.text.excluded(id, r)).orElseGet(() -> bringing.text.included(id))));
        bringing.merge(BringingUp::titles, (code, title) -> title.map(t -> bringing.text.post(code, t)));
        if (!shape(base).equals(shape(theirs))) {
            // Rows of tables and added clauses are not taken over one by one: where they differ, it is said.
            bringing.kept.add("tables");
        }
        return new Result(bringing.text, List.copyOf(bringing.taken), List.copyOf(bringing.kept));
    }

    /**
     * Goes through everything of one kind.
     *
     * @param edit takes over what the revision says, or that it says nothing any more; empty where that can't be done
     */
    private <T> void merge(
            Function<Tailoring, Map<String, T>> kind, BiFunction<String, Optional<T>, Optional<TailoringText>> edit) {
        Map<String, T> before = kind.apply(base);
        Map<String, T> after = kind.apply(theirs);
        Map<String, T> own = kind.apply(ours);
        Set<String> ids = new TreeSet<>(before.keySet());
        ids.addAll(after.keySet());
        for (String id : ids) {
            Optional<T> was = Optional.ofNullable(before.get(id));
            Optional<T> is = Optional.ofNullable(after.get(id));
            Optional<T> here = Optional.ofNullable(own.get(id));
            if (was.equals(is) || is.equals(here)) {
                continue;
            }
            Optional<TailoringText> edited = was.equals(here) ? edit.apply(id, is) : Optional.empty();
            edited.ifPresent(t -> text = t);
            (edited.isPresent() ? taken : kept).add(id);
        }
    }

    private Optional<TailoringText> value(String id, Optional<List<String>> value) {
        Tailoring.Given given = theirs.values().get(id);
        if (given == null || value.isEmpty()) {
            return Optional.of(text.sample(id));
        }
        Words words = given.words();
        return Optional.of(
                words != null && given.texts().isEmpty() ? text.words(id, words) : text.value(id, given.texts()));
    }

    private static Map<String, List<String>> values(Tailoring tailoring) {
        Map<String, List<String>> values = new HashMap<>();
        tailoring
                .values()
                .forEach((id, given) -> values.put(
                        id,
                        given.words() == null || given.texts().size() == 1
                                ? given.texts()
                                : List.of(
                                        "ja:" + given.words().ja(),
                                        "en:" + given.words().en())));
        return values;
    }

    private static Map<String, Words> altered(Tailoring tailoring) {
        Map<String, Words> altered = new HashMap<>();
        tailoring.alterations().forEach((id, a) -> altered.put(id, a.words()));
        return altered;
    }

    private static Map<String, Words> excluded(Tailoring tailoring) {
        Map<String, Words> excluded = new HashMap<>();
        tailoring
                .exclusions()
                .forEach(e -> excluded.put(e.clause(), e.reason() == null ? Words.same("–") : e.reason()));
        return excluded;
    }

    private static Map<String, Words> titles(Tailoring tailoring) {
        Map<String, Words> titles = new HashMap<>();
        tailoring.titles().forEach((code, t) -> titles.put(code, t.title()));
        return titles;
    }

    private static String shape(Tailoring tailoring) {
        StringBuilder shape = new StringBuilder();
        tailoring.tables().forEach((id, rows) -> {
            shape.append(id).append(rows.replace()).append(rows.removed());
            rows.rows().forEach(r -> shape.append(r.id()).append(r.cells()));
        });
        tailoring
                .additions()
                .forEach(a -> shape.append(a.id()).append(a.title()).append(a.words()));
        return shape.toString();
    }
}
