package org.hoshimori.oscal;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Fields a record doesn't name: strings, booleans, numbers, lists and maps of these, in the document's order. */
final class Extra {

    private Extra() {}

    static Map<String, Object> copy(Map<String, Object> extra) {
        if (extra.isEmpty()) {
            return Map.of();
        }
        Map<String, Object> copy = new LinkedHashMap<>();
        extra.forEach((key, value) -> copy.put(key, frozen(value)));
        return Collections.unmodifiableMap(copy);
    }

    private static Object frozen(Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                Map<Object, Object> copy = new LinkedHashMap<>();
                map.forEach((k, v) -> copy.put(k, frozen(v)));
                yield Collections.unmodifiableMap(copy);
            }
            case List<?> list -> list.stream().map(Extra::frozen).toList();
            default -> value;
        };
    }
}
