package org.hoshimori.recognition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hoshimori.catalog.Template;
import org.hoshimori.regulation.Regulation;

/**
 * Sentences that the sample has twice, once for each of two cases such as privileged and general accounts: what the text says once may
 * be meant for both, and is offered for the other, too.
 */
final class Twins {

    private static final int LEAST_PLAIN = 5;

    private Twins() {}

    static List<ValueFound> of(
            List<Unit> units, Set<Unit> taken, List<Found> found, Vocabulary vocabulary, Regulation regulation) {
        Map<String, List<Unit>> same = new HashMap<>();
        units.forEach(u -> same.computeIfAbsent(bare(u), k -> new ArrayList<>()).add(u));
        Map<String, Found> byId = new HashMap<>();
        Set<String> said = new HashSet<>();
        found.forEach(f -> {
            byId.put(f.id(), f);
            f.values().forEach(v -> said.add(v.parameter()));
        });
        List<ValueFound> offered = new ArrayList<>();
        for (Unit unit : taken.stream()
                .sorted((a, b) -> Integer.compare(a.order(), b.order()))
                .toList()) {
            Found answer = byId.get(unit.id());
            List<String> own = Template.parse(unit.template()).inserted();
            for (Unit twin : same.getOrDefault(bare(unit), List.of())) {
                List<String> others = Template.parse(twin.template()).inserted();
                if (answer == null
                        || answer.fit() != Found.Fit.ALTERED
                        || taken.contains(twin)
                        || unit.pattern().plain() < LEAST_PLAIN
                        || others.size() != own.size()) {
                    continue;
                }
                for (ValueFound value : answer.values()) {
                    int at = own.indexOf(value.parameter());
                    if (at >= 0 && said.add(others.get(at))) {
                        regulation
                                .setting(others.get(at))
                                .ifPresent(s -> offered.add(new ValueFound(
                                        s.parameter().id(),
                                        value.texts(),
                                        value.said(),
                                        false,
                                        vocabulary.news(s.parameter(), value.texts()))));
                    }
                }
            }
        }
        return offered;
    }

    private static String bare(Unit unit) {
        return unit.template().replaceAll("\\{[^@}]*}", "{}");
    }
}
