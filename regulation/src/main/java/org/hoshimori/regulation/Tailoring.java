package org.hoshimori.regulation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hoshimori.catalog.Lang;
import org.hoshimori.catalog.Words;
import org.hoshimori.yaml.Place;
import org.jspecify.annotations.Nullable;

/**
 * An operator's tailoring as its file says it ({@code docs/tailoring.md}); nothing in it is checked against a catalog yet.
 *
 * @param source the file's name, for messages and for the question who set a value
 * @param catalogVersion version of the catalog that it was written for, or null if it says none
 * @param language of the words that are given once
 * @param values parameter id → value, in the file's order
 * @param titles post code → title; an unknown code is a post of the operator's own
 * @param tables table id → rows
 * @param exclusions clauses that do not apply
 * @param alterations ids of duties, texts or clause titles → the operator's words
 * @param additions clauses of the operator's own
 */
public record Tailoring(
        String source,
        @Nullable String catalogVersion,
        Lang language,
        Map<String, Given> values,
        Map<String, PostTitle> titles,
        Map<String, Rows> tables,
        List<Exclusion> exclusions,
        Map<String, Alteration> alterations,
        List<Addition> additions) {

    /** A tailoring that sets nothing: the sample as it is. */
    public static Tailoring none() {
        return new Tailoring("sample", null, Lang.JA, Map.of(), Map.of(), Map.of(), List.of(), Map.of(), List.of());
    }

    /**
     * Tailorings that were laid over each other as one: the later word stands. Rows of a table that a later one changes join those
     * of the earlier ones.
     */
    public static Tailoring merged(List<Tailoring> tailorings) {
        Tailoring result = tailorings.isEmpty() ? none() : tailorings.getFirst();
        for (Tailoring later : tailorings.subList(Math.min(1, tailorings.size()), tailorings.size())) {
            result = result.below(later);
        }
        return result;
    }

    private Tailoring below(Tailoring later) {
        Map<String, Rows> rows = new LinkedHashMap<>(tables);
        later.tables.forEach((id, over) -> rows.merge(id, over, Rows::below));
        return new Tailoring(
                later.source,
                later.catalogVersion == null ? catalogVersion : later.catalogVersion,
                language,
                joined(values, later.values),
                joined(titles, later.titles),
                rows,
                each(exclusions, later.exclusions, Exclusion::clause),
                joined(alterations, later.alterations),
                each(additions, later.additions, Addition::id));
    }

    private static <T> Map<String, T> joined(Map<String, T> earlier, Map<String, T> later) {
        Map<String, T> joined = new LinkedHashMap<>(earlier);
        joined.putAll(later);
        return joined;
    }

    private static <T> List<T> each(List<T> earlier, List<T> later, Function<T, String> id) {
        Map<String, T> each = new LinkedHashMap<>();
        earlier.forEach(e -> each.put(id.apply(e), e));
        later.forEach(e -> each.put(id.apply(e), e));
        return List.copyOf(each.values());
    }

    /**
     * A value as written: one or several texts, or words per language.
     *
     * @param texts the texts as they stand; empty where {@code words} are given per language
     * @param words the same as words; null for a list
     */
    public record Given(
            Place place, List<String> texts, @Nullable Words words) {}

    /** What the operator calls a post. */
    public record PostTitle(Place place, Words title) {}

    /**
     * Rows of a table.
     *
     * @param replace whether the sample's rows fall away, or only rows of the same id are replaced and others appended
     * @param removed ids of the sample's rows that fall away
     */
    public record Rows(Place place, boolean replace, List<Row> rows, List<String> removed) {

        private Rows below(Rows later) {
            if (later.replace) {
                return later;
            }
            List<Row> joined =
                    rows.stream().filter(r -> !later.removed.contains(r.id())).toList();
            List<String> gone = Stream.concat(removed.stream(), later.removed.stream())
                    .distinct()
                    .toList();
            return new Rows(later.place, replace, each(joined, later.rows, Row::id), replace ? List.of() : gone);
        }
    }

    /** A row: cells by column id, each as words. */
    public record Row(Place place, String id, Map<String, Words> cells) {}

    /** A clause that does not apply; the reason may be missing, which lint reports. */
    public record Exclusion(
            Place place, String clause, @Nullable Words reason) {}

    /** Words of the operator's own in place of the sample's. */
    public record Alteration(Place place, Words words) {}

    /**
     * A clause of the operator's own.
     *
     * @param within the clause or chapter in which it stands
     * @param after the entry after which it stands, or null for the end
     */
    public record Addition(
            Place place,
            String id,
            String within,
            @Nullable String after,
            Words title,
            Words words,
            @Nullable String modality,
            List<String> actors,
            @Nullable String mode,
            @Nullable String record) {}
}
