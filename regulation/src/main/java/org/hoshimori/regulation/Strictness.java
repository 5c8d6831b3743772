package org.hoshimori.regulation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hoshimori.catalog.Direction;
import org.hoshimori.catalog.Parameter;
import org.hoshimori.catalog.Value;

/** How one value compares with another in the eyes of the regulation. */
public enum Strictness {
    /** The same. */
    SAME,
    /** The new value demands more. */
    TIGHTENED,
    /** The new value demands less. */
    LOOSENED,
    /** Different, with no order between them. */
    CHANGED;

    /** How {@code after} compares with {@code before} for this parameter. */
    public static Strictness of(Parameter parameter, Value before, Value after) {
        if (before.equals(after)) {
            return SAME;
        }
        return switch (before) {
            case Value.OfInteger(long old)
            when after instanceof Value.OfInteger(long now) -> ordered(parameter.direction(), Long.compare(now, old));
            case Value.OfSpan old
            when after instanceof Value.OfSpan now ->
                // A rhythm is stricter the shorter it is, whatever else is said.
                ordered(spanDirection(parameter), now.span().compareTo(old.span()));
            case Value.OfCodes old
            when after instanceof Value.OfCodes now -> codes(parameter, old.codes(), now.codes());
            default -> CHANGED;
        };
    }

    private static Direction spanDirection(Parameter parameter) {
        boolean rhythm = parameter.type() == org.hoshimori.catalog.ParameterType.RHYTHM;
        return rhythm && parameter.direction() == Direction.NONE ? Direction.AT_MOST : parameter.direction();
    }

    /** By direction, how a value compares with a bound that statute sets. */
    static Strictness against(Direction direction, Value bound, Value value) {
        int order = switch (bound) {
            case Value.OfInteger(long b) when value instanceof Value.OfInteger(long v) -> Long.compare(v, b);
            case Value.OfSpan b when value instanceof Value.OfSpan v -> v.span().compareTo(b.span());
            default -> bound.equals(value) ? 0 : 1;
        };
        return ordered(direction, order);
    }

    private static Strictness ordered(Direction direction, int order) {
        if (order == 0) {
            return SAME;
        }
        return switch (direction) {
            case NONE -> CHANGED;
            case AT_LEAST -> order > 0 ? TIGHTENED : LOOSENED;
            case AT_MOST -> order < 0 ? TIGHTENED : LOOSENED;
            case EXACTLY -> LOOSENED;
        };
    }

    private static Strictness codes(Parameter parameter, List<String> before, List<String> after) {
        List<String> order = parameter.stricter();
        if (order.size() == 1
                && (order.getFirst().equals("fewer") || order.getFirst().equals("more"))) {
            Set<String> old = new HashSet<>(before);
            Set<String> now = new HashSet<>(after);
            boolean grown = now.containsAll(old);
            boolean shrunk = old.containsAll(now);
            if (grown && shrunk) {
                return SAME;
            }
            if (grown == shrunk) {
                return CHANGED;
            }
            return grown == order.getFirst().equals("more") ? TIGHTENED : LOOSENED;
        }
        int old = order.indexOf(before.getFirst());
        int now = order.indexOf(after.getFirst());
        return old < 0 || now < 0 ? CHANGED : ordered(Direction.AT_MOST, Integer.compare(now, old));
    }
}
