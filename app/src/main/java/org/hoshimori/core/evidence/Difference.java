package org.hoshimori.core.evidence;

import java.util.LinkedHashMap;
import java.util.Map;

/** What evidence keeps of a change: what differs, before and after. */
public final class Difference {

    private Difference() {}

    /** The members that differ, under {@code before} and {@code after}. */
    public static Map<String, Object> of(Map<String, Object> before, Map<String, Object> after) {
        return Map.of("before", half(before, after), "after", half(after, before));
    }

    /** The members of one that are not the same in the other. */
    public static Map<String, Object> half(Map<String, Object> one, Map<String, Object> other) {
        Map<String, Object> differing = new LinkedHashMap<>(one);
        differing.entrySet().removeIf(e -> e.getValue().equals(other.get(e.getKey())));
        return differing;
    }
}
