package org.hoshimori.regulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.hoshimori.catalog.Chapter;
import org.hoshimori.catalog.Clause;
import org.hoshimori.catalog.Duty;
import org.hoshimori.catalog.Entry;
import org.hoshimori.catalog.Lang;
import org.hoshimori.catalog.Table;
import org.hoshimori.catalog.Text;
import org.hoshimori.catalog.Words;
import org.jspecify.annotations.Nullable;

/** What sets two regulations apart. */
public final class Difference {

    private final Regulation before;
    private final Regulation after;
    private final List<Change> changes = new ArrayList<>();

    private Difference(Regulation before, Regulation after) {
        this.before = before;
        this.after = after;
    }

    /** All changes from one to the other: clauses, duties and words, then parameters, then tables, in the catalog's order. */
    public static List<Change> between(Regulation before, Regulation after) {
        Difference difference = new Difference(before, after);
        difference.entries();
        difference.parameters();
        difference.tables();
        return List.copyOf(difference.changes);
    }

    private void entries() {
        Map<String, Entry> old = entries(before);
        Map<String, Entry> now = entries(after);
        for (String key : union(old.keySet(), now.keySet())) {
            Entry was = old.get(key);
            Entry is = now.get(key);
            Entry either = is != null ? is : was;
            if (either != null) {
                // A reworded title is told by what it was.
                Regulation where = was != null ? before : after;
                Words raw = label(either.id(), was != null ? was : either);
                Words label = inBoth((lang, r) -> new Wording(r, lang).say(raw), where);
                entry(either, label, words(was), words(is));
            }
        }
    }

    /** A clause and its single duty share an id: the clause's key is marked. */
    private static Map<String, Entry> entries(Regulation regulation) {
        Map<String, Entry> result = new LinkedHashMap<>();
        regulation.chapters().stream()
                .flatMap(Chapter::entries)
                .filter(e -> !(e instanceof Table))
                .forEach(e -> result.put((e instanceof Clause ? "#" : "") + e.id(), e));
        return result;
    }

    private static @Nullable Words words(@Nullable Entry entry) {
        return switch (entry) {
            case null -> null;
            case Clause clause -> clause.title();
            case Duty duty -> duty.words();
            case Text text -> text.words();
            case Table table -> table.caption();
        };
    }

    private void entry(Entry entry, Words label, @Nullable Words was, @Nullable Words is) {
        String id = entry.id();
        if (was != null && is != null) {
            if (!was.equals(is)) {
                changes.add(new Change(
                        Change.Kind.WORDS, id, label, said(before, was), said(after, is), Strictness.CHANGED));
            }
            return;
        }
        Change.Kind kind = switch (entry) {
            case Clause _ -> is != null ? Change.Kind.CLAUSE_ADDED : Change.Kind.CLAUSE_REMOVED;
            case Duty _ -> is != null ? Change.Kind.DUTY_ADDED : Change.Kind.DUTY_REMOVED;
            case Text _, Table _ -> Change.Kind.WORDS;
        };
        Strictness strictness =
                entry instanceof Text ? Strictness.CHANGED : is != null ? Strictness.TIGHTENED : Strictness.LOOSENED;
        changes.add(new Change(kind, id, label, said(before, was), said(after, is), strictness));
    }

    private Words label(String id, Entry entry) {
        if (entry instanceof Clause clause) {
            return clause.title();
        }
        String clause = id;
        while (clause.contains(".") || clause.contains("-")) {
            var found = after.clause(clause).or(() -> before.clause(clause(id)));
            if (found.isPresent()) {
                return found.get().title();
            }
            int dot = clause.lastIndexOf('.');
            if (dot < 0) {
                break;
            }
            clause = clause.substring(0, dot);
        }
        return Words.same(id);
    }

    private static String clause(String id) {
        int dot = id.lastIndexOf('.');
        return dot < 0 ? id : id.substring(0, dot);
    }

    private void parameters() {
        for (Setting now : after.settings()) {
            Setting old = before.setting(now.parameter().id()).orElse(null);
            if (old == null || Objects.equals(old.value(), now.value())) {
                continue;
            }
            Strictness strictness = old.value() == null || now.value() == null
                    ? Strictness.CHANGED
                    : Strictness.of(now.parameter(), old.value(), now.value());
            changes.add(new Change(
                    Change.Kind.PARAMETER,
                    now.parameter().id(),
                    now.parameter().label(),
                    old.value() == null ? null : said(before, old),
                    now.value() == null ? null : said(after, now),
                    strictness));
        }
    }

    private static Words said(Regulation regulation, Setting setting) {
        return inBoth((lang, r) -> new Wording(r, lang).value(setting), regulation);
    }

    /** Words with the values that stand in them. */
    private static @Nullable Words said(Regulation regulation, @Nullable Words words) {
        return words == null ? null : inBoth((lang, r) -> new Wording(r, lang).say(words), regulation);
    }

    private static Words inBoth(BiFunction<Lang, Regulation, String> say, Regulation regulation) {
        return new Words(say.apply(Lang.JA, regulation), say.apply(Lang.EN, regulation));
    }

    private void tables() {
        Map<String, Table> old = tables(before);
        Map<String, Table> now = tables(after);
        for (String id : union(old.keySet(), now.keySet())) {
            Table was = old.get(id);
            Table is = now.get(id);
            Table either = is != null ? is : was;
            if (either != null && !either.arranged()) {
                rows(either, rows(was), rows(is));
            }
        }
    }

    private static Map<String, Table> tables(Regulation regulation) {
        return regulation.chapters().stream()
                .flatMap(Chapter::entries)
                .filter(Table.class::isInstance)
                .map(Table.class::cast)
                .collect(Collectors.toMap(Table::id, t -> t, (a, b) -> a, LinkedHashMap::new));
    }

    private static Map<String, Table.Row> rows(@Nullable Table table) {
        Map<String, Table.Row> rows = new LinkedHashMap<>();
        if (table != null) {
            table.rows().forEach(r -> rows.put(r.id(), r));
        }
        return rows;
    }

    private void rows(Table table, Map<String, Table.Row> old, Map<String, Table.Row> now) {
        for (String id : union(old.keySet(), now.keySet())) {
            Table.Row was = old.get(id);
            Table.Row is = now.get(id);
            if (was != null && is != null && was.equals(is)) {
                continue;
            }
            Change.Kind kind = was == null
                    ? Change.Kind.ROW_ADDED
                    : is == null ? Change.Kind.ROW_REMOVED : Change.Kind.ROW_CHANGED;
            changes.add(new Change(
                    kind,
                    table.id() + "#" + id,
                    table.caption(),
                    line(was, before),
                    line(is, after),
                    Strictness.CHANGED));
        }
    }

    private static @Nullable Words line(Table.@Nullable Row row, Regulation regulation) {
        if (row == null) {
            return null;
        }
        return inBoth(
                (lang, r) -> row.cells().stream()
                        .map(c -> c.words() == null ? "" : new Wording(r, lang).say(c.words()))
                        .collect(Collectors.joining(" | ")),
                regulation);
    }

    private static Set<String> union(Set<String> a, Set<String> b) {
        Set<String> all = new LinkedHashSet<>(a);
        all.addAll(b);
        return all;
    }
}
