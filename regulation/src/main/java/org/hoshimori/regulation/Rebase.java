package org.hoshimori.regulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.hoshimori.catalog.Catalog;
import org.hoshimori.catalog.Chapter;
import org.hoshimori.catalog.Clause;
import org.hoshimori.catalog.Duty;
import org.hoshimori.catalog.Entry;
import org.hoshimori.catalog.Parameter;
import org.hoshimori.catalog.Table;
import org.hoshimori.catalog.Text;
import org.hoshimori.catalog.Words;
import org.hoshimori.yaml.Place;
import org.jspecify.annotations.Nullable;

/**
 * Moves a tailoring from the catalog it was written for to a newer one: a three-way comparison of the old sample, the new
 * sample and the operator's own. Nothing is decided for the operator where all three differ.
 */
public final class Rebase {

    /**
     * One thing that the operator tailored, or that the newer catalog brings.
     *
     * @param outcome what becomes of it
     * @param id the id in the newer catalog (or the old one if it is gone)
     * @param place where the tailoring says it, or null for news of the catalog
     * @param oldSample the older catalog's words or value, or null
     * @param newSample the newer catalog's, or null
     * @param own the operator's, or null
     */
    public record Step(
            Outcome outcome,
            String id,
            @Nullable Place place,
            @Nullable String oldSample,
            @Nullable String newSample,
            @Nullable String own) {}

    /** What becomes of a tailored thing. */
    public enum Outcome {
        /** The sample is unchanged; the operator's own stays. */
        KEPT,
        /** The sample came to say what the operator says: the setting is no longer needed. */
        NOW_SAMPLE,
        /** The sample has changed, and differs from the operator's own: to be looked at. */
        REVIEW,
        /** The id has a new name; the setting moves with it. */
        RENAMED,
        /** The newer catalog has no such thing: to be looked at. */
        GONE,
        /** New in the catalog; the operator has not seen it. */
        NEW
    }

    private final Catalog from;
    private final Catalog to;
    private final Map<String, String> renames;
    private final List<Step> steps = new ArrayList<>();

    private Rebase(Catalog from, Catalog to, Map<String, String> renames) {
        this.from = from;
        this.to = to;
        this.renames = renames;
    }

    /**
     * Compares three ways.
     *
     * @param renames ids of the older catalog that the newer one calls otherwise
     */
    public static List<Step> of(Tailoring tailoring, Catalog from, Catalog to, Map<String, String> renames) {
        Rebase rebase = new Rebase(from, to, renames);
        rebase.values(tailoring);
        rebase.words(tailoring);
        rebase.exclusions(tailoring);
        rebase.tables(tailoring);
        rebase.news();
        return List.copyOf(rebase.steps);
    }

    /** The tailoring with renamed ids and the newer catalog's version; what is gone or to be reviewed stays as it is. */
    public static Tailoring apply(Tailoring tailoring, Catalog to, Map<String, String> renames) {
        return new Tailoring(
                tailoring.source(),
                to.version(),
                tailoring.language(),
                renamed(tailoring.values(), renames),
                tailoring.titles(),
                renamed(tailoring.tables(), renames),
                tailoring.exclusions().stream()
                        .map(e -> new Tailoring.Exclusion(
                                e.place(), renames.getOrDefault(e.clause(), e.clause()), e.reason()))
                        .toList(),
                renamed(tailoring.alterations(), renames),
                tailoring.additions());
    }

    private static <T> Map<String, T> renamed(Map<String, T> map, Map<String, String> renames) {
        Map<String, T> result = new LinkedHashMap<>();
        map.forEach((id, value) -> result.put(renames.getOrDefault(id, id), value));
        return result;
    }

    private void values(Tailoring tailoring) {
        Map<String, Parameter> old = from.parameters().collect(Collectors.toMap(Parameter::id, p -> p));
        Map<String, Parameter> now = to.parameters().collect(Collectors.toMap(Parameter::id, p -> p));
        Regulation own = Regulation.resolve(from, tailoring);
        tailoring.values().forEach((id, given) -> {
            String newId = renames.getOrDefault(id, id);
            String said =
                    own.setting(id).map(Setting::value).map(Object::toString).orElse(null);
            step(given.place(), id, newId, code(old.get(id)), code(now.get(newId)), said, now.containsKey(newId));
        });
    }

    private static @Nullable String code(@Nullable Parameter parameter) {
        return parameter == null || parameter.sample() == null
                ? null
                : parameter.sample().toString();
    }

    private void words(Tailoring tailoring) {
        Map<String, Words> old = words(from);
        Map<String, Words> now = words(to);
        tailoring.alterations().forEach((id, alteration) -> {
            String newId = renames.getOrDefault(id, id);
            step(
                    alteration.place(),
                    id,
                    newId,
                    text(old.get(id)),
                    text(now.get(newId)),
                    text(alteration.words()),
                    now.containsKey(newId));
        });
    }

    private static @Nullable String text(@Nullable Words words) {
        return words == null ? null : Objects.toString(words.ja(), "") + "\n" + Objects.toString(words.en(), "");
    }

    private static Map<String, Words> words(Catalog catalog) {
        Map<String, Words> words = new HashMap<>();
        for (Entry entry : catalog.chapters().stream().flatMap(Chapter::entries).toList()) {
            switch (entry) {
                case Clause clause -> words.putIfAbsent(clause.id(), clause.title());
                case Duty duty -> words.put(duty.id(), duty.words());
                case Text text -> words.put(text.id(), text.words());
                case Table _ -> {}
            }
        }
        return words;
    }

    private void exclusions(Tailoring tailoring) {
        Map<String, Clause> old = from.clauses().collect(Collectors.toMap(Clause::id, c -> c));
        Map<String, Clause> now = to.clauses().collect(Collectors.toMap(Clause::id, c -> c));
        for (Tailoring.Exclusion exclusion : tailoring.exclusions()) {
            String id = exclusion.clause();
            String newId = renames.getOrDefault(id, id);
            Clause clause = now.get(newId);
            step(exclusion.place(), id, newId, sentences(old.get(id)), sentences(clause), "excluded", clause != null);
        }
    }

    /** All that a clause obliges to, so that an exclusion is looked at again when the clause now says more. */
    private static @Nullable String sentences(@Nullable Clause clause) {
        return clause == null
                ? null
                : clause.tree()
                        .flatMap(c -> c.duties().stream())
                        .map(d -> text(d.words()))
                        .collect(Collectors.joining("\n"));
    }

    private void tables(Tailoring tailoring) {
        Map<String, Table> old = from.tables().collect(Collectors.toMap(Table::id, t -> t));
        Map<String, Table> now = to.tables().collect(Collectors.toMap(Table::id, t -> t));
        tailoring.tables().forEach((id, rows) -> {
            String newId = renames.getOrDefault(id, id);
            Table table = now.get(newId);
            step(
                    rows.place(),
                    id,
                    newId,
                    Objects.toString(old.get(id), null),
                    Objects.toString(table, null),
                    rows.rows().toString(),
                    table != null);
        });
    }

    private void step(
            Place place,
            String id,
            String newId,
            @Nullable String oldSample,
            @Nullable String newSample,
            @Nullable String own,
            boolean exists) {
        Outcome outcome;
        if (!exists) {
            outcome = Outcome.GONE;
        } else if (Objects.equals(newSample, own) && !Objects.equals(oldSample, newSample)) {
            outcome = Outcome.NOW_SAMPLE;
        } else if (!Objects.equals(oldSample, newSample)) {
            outcome = Outcome.REVIEW;
        } else {
            outcome = id.equals(newId) ? Outcome.KEPT : Outcome.RENAMED;
        }
        steps.add(new Step(outcome, exists ? newId : id, place, oldSample, newSample, own));
    }

    private void news() {
        Set<String> known = new LinkedHashSet<>();
        from.clauses().forEach(c -> known.add(renames.getOrDefault(c.id(), c.id())));
        from.parameters().forEach(p -> known.add(renames.getOrDefault(p.id(), p.id())));
        to.clauses().map(Clause::id).filter(id -> !known.contains(id)).forEach(this::isNew);
        to.parameters().map(Parameter::id).filter(id -> !known.contains(id)).forEach(this::isNew);
    }

    private void isNew(String id) {
        steps.add(new Step(Outcome.NEW, id, null, null, null, null));
    }
}
