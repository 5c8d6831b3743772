package org.hoshimori.recognition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hoshimori.catalog.Lang;
import org.hoshimori.regulation.Regulation;
import org.hoshimori.word.Passage;

/**
 * What an operator's text is next to a regulation: only proposals, in the order of the text; what is missing in that of the sample.
 *
 * @param values of title page, chapter heads and conditions: found elsewhere than in a sentence
 * @param tables lines of tables that neither a sentence nor a heading of the sample answers; they are not proposed
 */
public record Recognition(
        List<Found> found,
        List<Added> added,
        List<Missing> missing,
        List<ValueFound> values,
        List<PostFound> posts,
        int tables) {

    /** Keeps its own copies. */
    public Recognition {
        found = List.copyOf(found);
        added = List.copyOf(added);
        missing = List.copyOf(missing);
        values = List.copyOf(values);
        posts = List.copyOf(posts);
    }

    /** Compares a text in this language with a regulation. */
    public static Recognition of(Regulation regulation, Lang lang, List<Passage> passages) {
        return new Recognizing(regulation, lang, passages).recognition();
    }

    /** Every value that was found, wherever, by parameter; more than one where the text contradicts itself. */
    public Map<String, List<ValueFound>> byParameter() {
        Map<String, List<ValueFound>> all = new LinkedHashMap<>();
        values.forEach(v -> put(all, v));
        found.forEach(f -> f.values().forEach(v -> put(all, v)));
        return all;
    }

    private static void put(Map<String, List<ValueFound>> all, ValueFound value) {
        List<ValueFound> given = all.computeIfAbsent(value.parameter(), k -> new ArrayList<>());
        if (given.stream().noneMatch(v -> v.texts().equals(value.texts()))) {
            given.add(value);
        }
    }
}
