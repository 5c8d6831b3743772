package org.hoshimori.regulation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hoshimori.catalog.Catalog;
import org.hoshimori.catalog.Chapter;
import org.hoshimori.catalog.Clause;
import org.hoshimori.catalog.Entry;
import org.hoshimori.catalog.Value;
import org.hoshimori.catalog.Words;
import org.hoshimori.yaml.Place;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A whole regulation as JSON, to be kept: catalog, tailorings and what they came to, in both languages. What was kept is read
 * back as it was resolved then; a later version of this library does not resolve it anew.
 */
public final class RegulationSnapshot {

    private static final int FORMAT = 1;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.NON_NULL))
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private RegulationSnapshot() {}

    private record Kept(@Nullable Value value, @Nullable Place setBy) {}

    private record Excluded(Clause clause, @Nullable Words reason) {}

    private record Snapshot(
            int format,
            Catalog catalog,
            List<Tailoring> tailorings,
            List<Chapter> chapters,
            Map<String, Kept> settings,
            Map<String, Words> titles,
            Map<String, Excluded> exclusions,
            Set<String> altered,
            Set<String> added,
            List<Misfit> misfits) {}

    /** The regulation, UTF-8, on one line; the same regulation always gives the same bytes. */
    public static byte[] write(Regulation regulation) {
        Map<String, Kept> settings = new TreeMap<>();
        regulation.settings().forEach(s -> settings.put(s.parameter().id(), new Kept(s.value(), s.setBy())));
        Map<String, Excluded> exclusions = new TreeMap<>();
        regulation.exclusions().forEach((id, e) -> exclusions.put(id, new Excluded(e.clause(), e.reason())));
        return MAPPER.writeValueAsBytes(new Snapshot(
                FORMAT,
                regulation.catalog(),
                regulation.tailorings(),
                regulation.chapters(),
                settings,
                new TreeMap<>(regulation.titles()),
                exclusions,
                new TreeSet<>(regulation.altered()),
                new TreeSet<>(regulation.added()),
                regulation.misfits()));
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException if it is something else, or of a newer format
     */
    public static Regulation read(byte[] json) {
        Snapshot kept;
        try {
            kept = MAPPER.readValue(json, Snapshot.class);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not a snapshot of a regulation: " + e.getOriginalMessage(), e);
        }
        if (kept.format() != FORMAT) {
            throw new IllegalArgumentException("a snapshot of format " + kept.format());
        }
        Map<String, Setting> settings = new LinkedHashMap<>();
        kept.catalog().parameters().forEach(p -> {
            Kept setting = kept.settings().get(p.id());
            if (setting != null) {
                settings.put(p.id(), new Setting(p, setting.value(), setting.setBy()));
            }
        });
        Map<String, Regulation.Exclusion> exclusions = new LinkedHashMap<>();
        kept.exclusions().forEach((id, e) -> exclusions.put(id, new Regulation.Exclusion(e.clause(), e.reason())));
        Map<String, Entry> entries = new HashMap<>();
        Map<String, Clause> clauses = new HashMap<>();
        kept.chapters().forEach(c -> index(c.contents(), entries, clauses));
        return new Regulation(
                kept.catalog(),
                kept.tailorings(),
                new Resolution.Parts(
                        kept.chapters(),
                        settings,
                        kept.titles(),
                        exclusions,
                        kept.altered(),
                        kept.added(),
                        entries,
                        clauses,
                        new ArrayList<>(kept.misfits())));
    }

    private static void index(List<Entry> contents, Map<String, Entry> entries, Map<String, Clause> clauses) {
        for (Entry entry : contents) {
            if (entry instanceof Clause clause) {
                index(clause.contents(), entries, clauses);
                clauses.put(clause.id(), clause);
                entries.putIfAbsent(clause.id(), clause);
            } else {
                entries.put(entry.id(), entry);
            }
        }
    }
}
