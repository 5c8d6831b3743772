package org.hoshimori.regulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hoshimori.catalog.Catalog;
import org.hoshimori.catalog.Chapter;
import org.hoshimori.catalog.Clause;
import org.hoshimori.catalog.Condition;
import org.hoshimori.catalog.Duty;
import org.hoshimori.catalog.Entry;
import org.hoshimori.catalog.Table;
import org.hoshimori.catalog.Text;
import org.hoshimori.catalog.Value;
import org.hoshimori.catalog.Words;
import org.jspecify.annotations.Nullable;

/** One resolution: lays the tailorings over the catalog and builds the chapters that result. */
final class Resolution implements Condition.Facts {

    /** What a resolution comes to. */
    record Parts(
            List<Chapter> chapters,
            Map<String, Setting> settings,
            Map<String, Words> titles,
            Map<String, Regulation.Exclusion> exclusions,
            Set<String> altered,
            Set<String> added,
            Map<String, Entry> entries,
            Map<String, Clause> clauses,
            List<Misfit> misfits) {}

    private final Catalog catalog;
    private final List<Tailoring> tailorings;
    private final List<Misfit> misfits = new ArrayList<>();
    private final Map<String, Setting> settings;
    private final Map<String, Words> titles = new LinkedHashMap<>();
    private final Map<String, Regulation.Exclusion> exclusions = new LinkedHashMap<>();
    private final Map<String, Words> alterations = new LinkedHashMap<>();
    private final Map<String, Table> tables = new HashMap<>();
    private final Map<String, List<Tailoring.Addition>> additions = new LinkedHashMap<>();
    private final Map<String, Clause> samples = new HashMap<>();
    private final Set<String> altered = new HashSet<>();
    private final Set<String> added = new HashSet<>();
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Map<String, Clause> clauses = new LinkedHashMap<>();

    Resolution(Catalog catalog, List<Tailoring> tailorings) {
        this.catalog = catalog;
        this.tailorings = tailorings;
        catalog.clauses().forEach(c -> samples.put(c.id(), c));
        catalog.posts().forEach(p -> titles.put(p.code(), p.title()));
        catalog.groups().forEach(g -> titles.put(g.code(), g.title()));
        // Own posts first: a parameter may name one.
        for (Tailoring tailoring : tailorings) {
            tailoring.titles().forEach((code, title) -> titles.put(code, title.title()));
        }
        this.settings = new SettingsReader(catalog, titles.keySet(), misfits).read(tailorings);
    }

    Regulation resolve() {
        Set<String> worded = new HashSet<>();
        Map<String, Table> sampleTables = new HashMap<>();
        catalog.chapters().stream().flatMap(Chapter::entries).forEach(e -> {
            worded.add(e.id());
            if (e instanceof Table table) {
                sampleTables.put(table.id(), table);
            }
        });
        TableRows rows = new TableRows(misfits);
        for (Tailoring tailoring : tailorings) {
            tailoring.exclusions().forEach(this::exclude);
            tailoring.additions().forEach(this::add);
            tailoring.alterations().forEach((id, alteration) -> {
                if (worded.contains(id) || added.contains(id)) {
                    alterations.put(id, alteration.words());
                } else {
                    misfits.add(new Misfit(alteration.place(), "unknown-text", id));
                }
            });
            tailoring.tables().forEach((id, change) -> {
                Table table = tables.getOrDefault(id, sampleTables.get(id));
                if (table == null) {
                    misfits.add(new Misfit(change.place(), "unknown-table", id));
                } else {
                    tables.put(id, rows.apply(table, change));
                }
            });
        }
        List<Chapter> chapters = catalog.chapters().stream().map(this::chapter).toList();
        return new Regulation(
                catalog,
                tailorings,
                new Parts(chapters, settings, titles, exclusions, altered, added, entries, clauses, misfits));
    }

    private void exclude(Tailoring.Exclusion exclusion) {
        Clause clause = samples.get(exclusion.clause());
        if (clause == null) {
            misfits.add(new Misfit(exclusion.place(), "unknown-clause", exclusion.clause()));
        } else {
            clause.tree().forEach(c -> exclusions.put(c.id(), new Regulation.Exclusion(c, exclusion.reason())));
        }
    }

    private void add(Tailoring.Addition addition) {
        boolean known = samples.containsKey(addition.within())
                || catalog.chapters().stream().anyMatch(c -> c.id().equals(addition.within()));
        if (!known) {
            misfits.add(new Misfit(addition.place(), "unknown-clause", addition.within()));
        } else if (samples.containsKey(addition.id()) || added.contains(addition.id())) {
            misfits.add(new Misfit(addition.place(), "id-taken", addition.id()));
        } else if (!AddedClauses.wellNamed(addition)) {
            misfits.add(new Misfit(addition.place(), "bad-added-id", addition.id(), addition.within()));
        } else if (exclusions.containsKey(addition.within())) {
            misfits.add(new Misfit(addition.place(), "within-excluded", addition.id(), addition.within()));
        } else if (AddedClauses.wellWorded(addition, titles.keySet(), misfits)) {
            added.add(addition.id());
            additions.computeIfAbsent(addition.within(), k -> new ArrayList<>()).add(addition);
        }
    }

    private Chapter chapter(Chapter chapter) {
        return new Chapter(
                chapter.id(),
                chapter.number(),
                words(chapter.id(), chapter.title()),
                chapter.csf(),
                chapter.parameters(),
                contents(chapter.id(), chapter.contents()));
    }

    private List<Entry> contents(String within, List<Entry> sample) {
        List<Entry> result = new ArrayList<>();
        for (Entry entry : sample) {
            entry(entry).ifPresent(result::add);
        }
        for (Tailoring.Addition addition : additions.getOrDefault(within, List.of())) {
            Clause clause = AddedClauses.clause(addition, alterations.getOrDefault(addition.id(), addition.words()));
            register(clause);
            clause.contents().forEach(this::register);
            result.add(AddedClauses.position(result, addition, misfits), clause);
        }
        return List.copyOf(result);
    }

    private Optional<Entry> entry(Entry entry) {
        if (!stands(entry)) {
            return Optional.empty();
        }
        Entry resolved = switch (entry) {
            case Clause c ->
                new Clause(
                        c.id(),
                        c.number(),
                        sharesId(c) ? c.title() : words(c.id(), c.title()),
                        c.titlePrints(),
                        c.related(),
                        null,
                        c.space(),
                        c.legal(),
                        c.parameters(),
                        contents(c.id(), c.contents()));
            case Duty d ->
                new Duty(
                        d.id(),
                        d.layout(),
                        words(d.id(), d.words()),
                        d.modality(),
                        d.actors(),
                        d.act(),
                        d.object(),
                        d.trigger(),
                        d.rhythm(),
                        d.record(),
                        d.mode(),
                        null,
                        d.space(),
                        d.legal(),
                        d.origin());
            case Text t ->
                new Text(t.id(), t.layout(), words(t.id(), t.words()), null, t.space(), t.legal(), t.origin());
            case Table t -> table(t);
        };
        register(resolved);
        return Optional.of(resolved);
    }

    private Table table(Table sample) {
        Table changed = tables.get(sample.id());
        if (changed != null) {
            altered.add(sample.id());
        }
        return changed == null ? sample : changed;
    }

    /** A clause with one duty of the same id: altering that id alters the duty's sentence, not the title. */
    private static boolean sharesId(Clause clause) {
        return clause.contents().stream().anyMatch(e -> e.id().equals(clause.id()));
    }

    private void register(Entry entry) {
        if (entry instanceof Clause clause) {
            clauses.put(clause.id(), clause);
            entries.putIfAbsent(clause.id(), clause);
        } else {
            entries.put(entry.id(), entry);
        }
    }

    private boolean stands(Entry entry) {
        if (entry instanceof Clause && exclusions.containsKey(entry.id())) {
            return false;
        }
        String when = entry.when();
        return when == null || Condition.parse(when).holds(this);
    }

    private Words words(String id, Words sample) {
        Words own = alterations.get(id);
        if (own == null) {
            return sample;
        }
        altered.add(id);
        return own;
    }

    @Override
    public Optional<Value> value(String parameter) {
        return Optional.ofNullable(settings.get(parameter)).map(Setting::value);
    }

    @Override
    public boolean isSet(String parameter) {
        Setting setting = settings.get(parameter);
        return setting != null && setting.setBy() != null;
    }

    @Override
    public boolean isOpen(String parameter) {
        Setting setting = settings.get(parameter);
        return setting != null && setting.open();
    }

    @Override
    public boolean isPresent(String clause) {
        return samples.containsKey(clause) && !exclusions.containsKey(clause);
    }

    @Override
    public boolean isUntouched(String clause) {
        @Nullable Clause sample = samples.get(clause);
        return sample != null
                && isPresent(clause)
                && !alterations.containsKey(clause)
                && sample.contents().stream().noneMatch(e -> alterations.containsKey(e.id()));
    }
}
