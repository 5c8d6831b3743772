package org.hoshimori.oscal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Collects an object's fields for writing; leaves out what is null or empty, and orders by the schema. */
final class Fields {

    private final String type;
    private final Map<String, Object> fields = new LinkedHashMap<>();

    Fields(String type) {
        this.type = type;
    }

    Fields put(String key, @Nullable Object value) {
        if (value != null) {
            fields.put(key, value);
        }
        return this;
    }

    Fields texts(String key, List<String> values) {
        return put(key, values.isEmpty() ? null : values);
    }

    <T> Fields list(String key, List<T> values, Function<T, Map<String, Object>> writer) {
        return put(key, values.isEmpty() ? null : values.stream().map(writer).toList());
    }

    <T> Fields object(String key, @Nullable T value, Function<T, Map<String, Object>> writer) {
        return put(key, value == null ? null : writer.apply(value));
    }

    Map<String, Object> done() {
        return Schema.ordered(type, fields);
    }

    /** With the fields that the model doesn't know; its own win. */
    Map<String, Object> done(Map<String, Object> extra) {
        extra.forEach(fields::putIfAbsent);
        return done();
    }
}
