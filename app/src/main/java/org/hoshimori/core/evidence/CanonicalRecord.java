package org.hoshimori.core.evidence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hoshimori.proof.CanonicalJson;
import org.hoshimori.proof.Json;

/** Texts, whole numbers, booleans, lists and maps of them as canonical JSON (RFC 8785): one content has one spelling. */
public final class CanonicalRecord {

    private CanonicalRecord() {}

    /** The canonical spelling. */
    public static String text(Map<String, Object> record) {
        return CanonicalJson.text(json(record));
    }

    static Json.Obj json(Map<String, Object> record) {
        return (Json.Obj) json((Object) record);
    }

    private static Json json(Object value) {
        return switch (value) {
            case String text -> Json.of(text);
            case Boolean truth -> new Json.Bool(truth);
            case Integer number -> Json.of(number);
            case Long number -> Json.of(number);
            case List<?> list ->
                new Json.Arr(list.stream().map(CanonicalRecord::json).toList());
            case Map<?, ?> map -> {
                Map<String, Json> members = new HashMap<>();
                map.forEach((name, member) -> members.put(String.valueOf(name), json(member)));
                yield Json.object(members);
            }
            default -> throw new IllegalArgumentException(value.getClass().getName());
        };
    }
}
