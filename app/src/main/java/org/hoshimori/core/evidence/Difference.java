package org.hoshimori.core.evidence;

import java.util.LinkedHashMap;
import java.util.Map;

/** What evidence keeps of a change: what differs, before and after. */
public final class Difference {

    private Difference() {}

    /** The members that differ, under {@code before} and {@code after}. */
    public static Map<String, Object> of(Map<String, Object> before, Map<String, Object> after) {
        Map<String, Object> was = new LinkedHashMap<>(before);
        Map<String, Object> is = new LinkedHashMap<>(after);
        was.entrySet().removeIf(e -> e.getValue().equals(is.get(e.getKey())));
        is.keySet().retainAll(was.keySet());
        return Map.of("before", was, "after", is);
    }
}
