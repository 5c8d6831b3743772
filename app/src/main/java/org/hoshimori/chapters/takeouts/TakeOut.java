package org.hoshimori.chapters.takeouts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hoshimori.core.organization.DepartmentId;
import org.hoshimori.core.organization.PersonId;

/**
 * Assets that somebody takes out of the house, from asking to coming back.
 *
 * @param department the taker's when it was asked for
 * @param network whether assets are sent or received over a network outdoors ({@code ast-2.f})
 * @param request by which it was asked for, where a permission is needed
 */
public record TakeOut(
        TakeOutId id,
        PersonId taker,
        DepartmentId department,
        String purpose,
        String destination,
        LocalDate leavesOn,
        LocalDate returnsOn,
        boolean network,
        List<Carried> carried,
        State state,
        Optional<UUID> request,
        Optional<Signature> leaving,
        Optional<Signature> back,
        Optional<Signature> lost) {

    /** The version of {@link #record}. */
    static final int PROJECTION = 1;

    static final int PUBLIC = 1;
    static final int TOP_SECRET = 3;

    /** Keeps its own copy. */
    public TakeOut {
        carried = List.copyOf(carried);
    }

    /** How far it has come. */
    public enum State {
        /** Somebody is to permit it. */
        ASKED,
        /** It may leave. */
        PERMITTED,
        /** It was not permitted. */
        REFUSED,
        /** The taker does not want it any more. */
        WITHDRAWN,
        /** It is outside. */
        OUT,
        /** It is back, and somebody else has seen it. */
        RETURNED,
        /** It was lost or stolen. */
        LOST;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * One of the assets.
     *
     * @param level its confidentiality when it was asked for
     * @param measures that the taker has confirmed
     */
    public record Carried(UUID asset, Medium medium, int level, Set<Measure> measures) {

        /** Keeps its own copy. */
        public Carried {
            measures = Set.copyOf(measures);
        }

        String subject() {
            return "asset:" + asset;
        }

        /** What the regulation asks for and the taker has not confirmed. */
        Set<Measure> missing(boolean network) {
            Set<Measure> missing = Measure.needed(medium, level, network);
            missing.removeAll(measures);
            return missing;
        }

        /** The measures by their codes, always in the same order. */
        List<String> codes() {
            return measures.stream().sorted().map(Measure::code).toList();
        }
    }

    /** Who signed that, when, and in which condition it was. */
    public record Signature(PersonId by, Instant at, String condition) {}

    /** The highest confidentiality of what is taken, which says who permits it ({@code ast-2.a}). */
    int level() {
        return carried.stream().mapToInt(Carried::level).max().orElse(PUBLIC);
    }

    /** What is permitted; {@code levels} are the confidentiality of its assets now. */
    Map<String, Object> record(Map<UUID, Integer> levels) {
        List<Carried> ordered =
                carried.stream().sorted(Comparator.comparing(Carried::subject)).toList();
        Map<String, Object> record = new TreeMap<>();
        record.put("taker", "person:" + taker);
        record.put("purpose", purpose);
        record.put("destination", destination);
        record.put("leavesOn", leavesOn.toString());
        record.put("returnsOn", returnsOn.toString());
        record.put("network", network);
        record.put("assets", ordered.stream().map(Carried::subject).toList());
        record.put(
                "levels",
                ordered.stream()
                        .map(c -> Integer.toString(levels.getOrDefault(c.asset(), 0)))
                        .toList());
        record.put(
                "measures",
                ordered.stream()
                        .map(c -> c.medium().code() + ": " + String.join(", ", c.codes()))
                        .toList());
        return record;
    }

    /** The assets with their confidentiality as it was asked for. */
    Map<UUID, Integer> levels() {
        return carried.stream().collect(Collectors.toMap(Carried::asset, Carried::level));
    }

    /** Whether it should be back and is not. */
    public boolean overdueOn(LocalDate day) {
        return state == State.OUT && returnsOn.isBefore(day);
    }
}
