package org.hoshimori.recognition;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hoshimori.catalog.Condition;
import org.hoshimori.catalog.Parameter;
import org.hoshimori.catalog.ParameterType;
import org.hoshimori.regulation.Regulation;
import org.hoshimori.regulation.Setting;

/** Choices that follow from which of the sample's alternative sentences the text has. */
final class Implied {

    private Implied() {}

    static List<ValueFound> by(
            Regulation regulation, List<Unit> units, Set<Unit> taken, List<Found> found, Vocabulary vocabulary) {
        Set<String> said = new HashSet<>();
        Map<String, Found> byId = new LinkedHashMap<>();
        found.forEach(f -> {
            byId.put(f.id(), f);
            f.values().forEach(v -> said.add(v.parameter()));
        });
        Map<String, List<String>> codes = new LinkedHashMap<>();
        Map<String, Boolean> sure = new LinkedHashMap<>();
        for (Unit unit : units) {
            Found answer = taken.contains(unit) ? byId.get(unit.id()) : null;
            if (answer != null) {
                terms(unit.conditions()).forEach(t -> {
                    List<String> given = codes.computeIfAbsent(t.subject(), k -> new ArrayList<>());
                    String code = String.valueOf(t.operand());
                    if (!given.contains(code)) {
                        given.add(code);
                    }
                    sure.merge(t.subject(), answer.fit() != Found.Fit.ALTERED, Boolean::logicalOr);
                });
            }
        }
        absent(regulation, units, taken, byId, said, codes);
        List<ValueFound> implied = new ArrayList<>();
        codes.forEach((id, given) -> regulation
                .setting(id)
                .filter(s -> !said.contains(id))
                .filter(s -> given.size() == 1 || s.parameter().type() == ParameterType.CHOICES)
                .ifPresent(s -> {
                    List<String> ordered = s.parameter().choices().stream()
                            .map(c -> c.code())
                            .filter(given::contains)
                            .toList();
                    List<String> texts = ordered.isEmpty() ? given : ordered;
                    implied.add(new ValueFound(
                            id, texts, "", sure.getOrDefault(id, false), vocabulary.news(s.parameter(), texts)));
                }));
        return implied;
    }

    /** A sentence that stands by a choice and is missing among others that are there tells that the other choice was made. */
    private static void absent(
            Regulation regulation,
            List<Unit> units,
            Set<Unit> taken,
            Map<String, Found> byId,
            Set<String> said,
            Map<String, List<String>> codes) {
        Map<String, Long> there = taken.stream()
                .filter(u -> byId.containsKey(u.id()) && byId.get(u.id()).fit() != Found.Fit.ALTERED)
                .collect(Collectors.groupingBy(Unit::clauseId, Collectors.counting()));
        for (Unit unit : units) {
            if (taken.contains(unit)
                    || there.getOrDefault(unit.clauseId(), 0L) == 0
                    || unit.conditions().size() != 1) {
                continue;
            }
            Condition condition = Condition.parse(unit.conditions().getFirst());
            Condition.Term term = condition.terms().getFirst();
            if (condition.terms().size() > 1 || said.contains(term.subject()) || codes.containsKey(term.subject())) {
                continue;
            }
            regulation
                    .setting(term.subject())
                    .map(Setting::parameter)
                    .ifPresent(p ->
                            other(p, term).ifPresent(code -> codes.put(p.id(), new ArrayList<>(List.of(code)))));
        }
    }

    /** The only value with which the condition does not hold. */
    private static Optional<String> other(Parameter parameter, Condition.Term term) {
        String operand = String.valueOf(term.operand());
        List<String> all = parameter.type() == ParameterType.BOOLEAN
                ? List.of("true", "false")
                : parameter.type() == ParameterType.CHOICE
                        ? parameter.choices().stream()
                                .map(Parameter.Choice::code)
                                .toList()
                        : List.of();
        List<String> left = switch (term.operator()) {
            case "=" -> all.stream().filter(c -> !c.equals(operand)).toList();
            case "!=" -> all.stream().filter(c -> c.equals(operand)).toList();
            default -> List.of();
        };
        return left.size() == 1 ? Optional.of(left.getFirst()) : Optional.empty();
    }

    /** What the text leaves open: it has sentences that stand only as long as nothing is set. */
    static Set<String> open(Set<Unit> taken) {
        Set<String> open = new HashSet<>();
        taken.stream()
                .flatMap(u -> u.conditions().stream())
                .map(Condition::parse)
                .flatMap(c -> c.terms().stream())
                .filter(t -> t.operator().equals("is-open") || t.operator().equals("unset"))
                .forEach(t -> open.add(t.subject()));
        return open;
    }

    private static List<Condition.Term> terms(Collection<String> conditions) {
        return conditions.stream()
                .map(Condition::parse)
                .filter(c -> c.all() || c.terms().size() == 1)
                .flatMap(c -> c.terms().stream())
                .filter(t -> t.operator().equals("=") || t.operator().equals("has"))
                .toList();
    }
}
