package org.hoshimori.regulation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hoshimori.catalog.Catalog;
import org.hoshimori.catalog.Chapter;
import org.hoshimori.catalog.Clause;
import org.hoshimori.catalog.Entry;
import org.hoshimori.catalog.ParameterKey;
import org.hoshimori.catalog.Table;
import org.hoshimori.catalog.Words;
import org.jspecify.annotations.Nullable;

/**
 * A regulation: what a catalog and the tailorings make of each other. Clauses that are excluded, and entries whose
 * condition does not hold, are gone from its chapters; words that the operator altered or added stand in them.
 */
public final class Regulation {

    private final Catalog catalog;
    private final List<Tailoring> tailorings;
    private final List<Chapter> chapters;
    private final Map<String, Setting> settings;
    private final Map<String, Words> titles;
    private final Map<String, Exclusion> exclusions;
    private final Set<String> altered;
    private final Set<String> added;
    private final Map<String, Entry> entries;
    private final Map<String, Clause> clauses;
    private final List<Misfit> misfits;

    /** A clause that does not apply, with the reason where one is given. */
    public record Exclusion(Clause clause, @Nullable Words reason) {}

    Regulation(Catalog catalog, List<Tailoring> tailorings, Resolution.Parts parts) {
        this.catalog = catalog;
        this.tailorings = List.copyOf(tailorings);
        this.chapters = List.copyOf(parts.chapters());
        this.settings = parts.settings();
        this.titles = parts.titles();
        this.exclusions = parts.exclusions();
        this.altered = parts.altered();
        this.added = parts.added();
        this.entries = parts.entries();
        this.clauses = parts.clauses();
        this.misfits = List.copyOf(parts.misfits());
    }

    /**
     * Resolves. Of several tailorings that set the same thing, the last one wins. What does not fit the catalog (unknown
     * ids, wrong types) is left out and told by {@link #misfits()}.
     */
    public static Regulation resolve(Catalog catalog, Tailoring... tailorings) {
        return new Resolution(catalog, List.of(tailorings)).resolve();
    }

    /** The catalog that was tailored. */
    public Catalog catalog() {
        return catalog;
    }

    /** The tailorings, the strongest last. */
    public List<Tailoring> tailorings() {
        return tailorings;
    }

    /** The chapters as they stand after tailoring, {@code reg} first. */
    public List<Chapter> chapters() {
        return chapters;
    }

    /** A parameter's value, read in its own type; empty where neither sample nor operator gives one. */
    public <T> Optional<T> value(ParameterKey<T> key) {
        return setting(key.id()).map(Setting::value).map(key::read);
    }

    /** A parameter with its value and who set it; empty if the catalog has no such parameter. */
    public Optional<Setting> setting(String parameter) {
        return Optional.ofNullable(settings.get(parameter));
    }

    /** All parameters with their values, in the catalog's order. */
    public Collection<Setting> settings() {
        return settings.values();
    }

    /** A post's or group's title; empty for an unknown code. */
    public Optional<Words> title(String postOrGroup) {
        return Optional.ofNullable(titles.get(postOrGroup));
    }

    /** A clause that stands in the regulation. */
    public Optional<Clause> clause(String id) {
        return Optional.ofNullable(clauses.get(id));
    }

    /** A clause, duty, text or table that stands in the regulation; where a clause and its single duty share an id, the duty. */
    public Optional<Entry> entry(String id) {
        return Optional.ofNullable(entries.get(id));
    }

    /** A table that stands in the regulation. */
    public Optional<Table> table(String id) {
        return entry(id).filter(Table.class::isInstance).map(Table.class::cast);
    }

    /** Clauses that do not apply, by id. */
    public Map<String, Exclusion> exclusions() {
        return exclusions;
    }

    /** Whether the operator has altered the words of this duty, text, title or table. */
    public boolean isAltered(String id) {
        return altered.contains(id);
    }

    /** Whether this clause is the operator's own. */
    public boolean isAdded(String id) {
        return added.contains(id);
    }

    Map<String, Words> titles() {
        return titles;
    }

    Set<String> altered() {
        return altered;
    }

    Set<String> added() {
        return added;
    }

    /** What in the tailorings does not fit the catalog. */
    public List<Misfit> misfits() {
        return misfits;
    }
}
