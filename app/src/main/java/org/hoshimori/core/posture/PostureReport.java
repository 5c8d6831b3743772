package org.hoshimori.core.posture;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * How the whole regulation stands.
 *
 * @param clauses those that oblige or are checked, in the regulation's order, excluded ones with them
 */
public record PostureReport(Share share, List<ClauseState> clauses) {

    /** Keeps its own copy. */
    public PostureReport {
        clauses = List.copyOf(clauses);
    }

    /** How many obligations the product executes or checks, a person confirms, and are text only. */
    public record Share(int executed, int person, int text) {

        public int all() {
            return executed + person + text;
        }

        /** Part of the whole in percent. */
        public int percent(int part) {
            return all() == 0 ? 0 : (int) Math.round(100.0 * part / all());
        }
    }

    /** How many clauses are in which state. */
    public record Tally(String id, Map<State, Integer> states) {

        public int of(String state) {
            return states.getOrDefault(State.valueOf(state.toUpperCase(java.util.Locale.ROOT)), 0);
        }

        public int all() {
            return states.values().stream().mapToInt(Integer::intValue).sum();
        }

        /** Where in a bar of 100 the part of a state begins. */
        public double from(String state) {
            int before = 0;
            for (State each : State.values()) {
                if (each.code().equals(state)) {
                    break;
                }
                before += states.getOrDefault(each, 0);
            }
            return all() == 0 ? 0 : 100.0 * before / all();
        }

        public double width(String state) {
            return all() == 0 ? 0 : 100.0 * of(state) / all();
        }
    }

    /** By chapter, in the regulation's order. */
    public List<Tally> byChapter() {
        return tallies(c -> List.of(c.chapter()));
    }

    /** By category of NIST CSF. */
    public Map<String, Tally> byCategory() {
        Map<String, Tally> tallies = new LinkedHashMap<>();
        tallies(ClauseState::categories).forEach(t -> tallies.put(t.id(), t));
        return tallies;
    }

    /** All together. */
    public Tally whole() {
        List<Tally> one = tallies(_ -> List.of(""));
        return one.isEmpty() ? new Tally("", Map.of()) : one.getFirst();
    }

    private List<Tally> tallies(Function<ClauseState, List<String>> keys) {
        Map<String, Map<State, Integer>> counts = new LinkedHashMap<>();
        for (ClauseState clause : clauses) {
            for (String key : keys.apply(clause)) {
                counts.computeIfAbsent(key, _ -> new EnumMap<>(State.class)).merge(clause.state(), 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .map(e -> new Tally(e.getKey(), e.getValue()))
                .toList();
    }
}
