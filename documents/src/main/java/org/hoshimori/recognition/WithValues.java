package org.hoshimori.recognition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hoshimori.catalog.Lang;
import org.hoshimori.catalog.Words;
import org.hoshimori.regulation.Regulation;
import org.hoshimori.regulation.Tailoring;
import org.hoshimori.yaml.Place;

/** A regulation as it would stand with the values of a text, which decide what of the sample stands at all. */
final class WithValues {

    private WithValues() {}

    static Regulation of(Regulation regulation, Lang lang, List<Found> found, List<ValueFound> values) {
        Map<String, Tailoring.Given> given = new LinkedHashMap<>();
        Stream.concat(found.stream().flatMap(f -> f.values().stream()), values.stream())
                .filter(ValueFound::news)
                .forEach(v -> given.putIfAbsent(
                        v.parameter(),
                        new Tailoring.Given(
                                new Place("text", 1, 1),
                                v.texts(),
                                v.texts().size() == 1
                                        ? Words.only(lang, v.texts().getFirst())
                                        : null)));
        Tailoring read = new Tailoring("text", null, lang, given, Map.of(), Map.of(), List.of(), Map.of(), List.of());
        return Regulation.resolve(
                regulation.catalog(),
                Stream.concat(regulation.tailorings().stream(), Stream.of(read)).toArray(Tailoring[]::new));
    }
}
