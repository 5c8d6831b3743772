package org.hoshimori.core.rest;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hoshimori.core.api.Act;

/** The members of what is told and sent, read off the records, as JSON Schema says it. */
final class Members {

    private Members() {}

    /** A member. */
    record Member(String name, Map<String, Object> schema, boolean required) {}

    /** Those of what is told: an option may be missing, all else is there. */
    static List<Member> told(Class<? extends Record> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(c -> new Member(c.getName(), schema(c.getGenericType()), c.getType() != Optional.class))
                .toList();
    }

    /** Those of what is sent, as the form judges them. */
    static List<Member> sent(Act<?> act) {
        return Arrays.stream(act.form().getRecordComponents())
                .filter(c -> !hidden(act, c.getName()))
                .map(c -> sent(act.form(), c))
                .toList();
    }

    static boolean hidden(Act<?> act, String member) {
        return act.aside().contains(member) || member.equals(Act.VERSION);
    }

    private static Member sent(Class<?> form, RecordComponent component) {
        Map<String, Object> schema = new LinkedHashMap<>(schema(component.getGenericType()));
        Field field = field(form, component.getName());
        Size size = field.getAnnotation(Size.class);
        if (size != null && size.max() < Integer.MAX_VALUE) {
            schema.put(component.getType() == List.class ? "maxItems" : "maxLength", size.max());
        }
        Pattern pattern = field.getAnnotation(Pattern.class);
        if (pattern != null) {
            schema.put("pattern", "^(" + pattern.regexp() + ")$");
        }
        if (field.isAnnotationPresent(Email.class)) {
            schema.put("format", "email");
        }
        Min min = field.getAnnotation(Min.class);
        if (min != null) {
            schema.put("minimum", min.value());
        }
        Max max = field.getAnnotation(Max.class);
        if (max != null) {
            schema.put("maximum", max.value());
        }
        boolean required = field.isAnnotationPresent(NotBlank.class)
                || field.isAnnotationPresent(NotNull.class)
                || component.getType().isPrimitive();
        return new Member(component.getName(), schema, required);
    }

    private static Field field(Class<?> form, String name) {
        try {
            return form.getDeclaredField(name);
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> schema(Type type) {
        if (type instanceof ParameterizedType whole) {
            Type part = whole.getActualTypeArguments()[whole.getActualTypeArguments().length - 1];
            if (whole.getRawType() == Optional.class) {
                return schema(part);
            }
            if (whole.getRawType() == Map.class) {
                return ordered("type", "object", "additionalProperties", schema(part));
            }
            return ordered("type", "array", "items", schema(part));
        }
        return schema((Class<?>) type);
    }

    private static Map<String, Object> schema(Class<?> type) {
        if (type.isEnum()) {
            return ordered(
                    "type",
                    "string",
                    "enum",
                    Arrays.stream(type.getEnumConstants())
                            .map(c -> code((Enum<?>) c))
                            .toList());
        }
        if (Set.of(int.class, long.class, Integer.class, Long.class).contains(type)) {
            return ordered("type", "integer", "format", type == int.class || type == Integer.class ? "int32" : "int64");
        }
        if (type == boolean.class || type == Boolean.class) {
            return ordered("type", "boolean");
        }
        if (type == LocalDate.class) {
            return ordered("type", "string", "format", "date");
        }
        if (type == Instant.class) {
            return ordered("type", "string", "format", "date-time");
        }
        if (type == UUID.class || isId(type)) {
            return ordered("type", "string", "format", "uuid");
        }
        if (type.isRecord()) {
            return object(told(type.asSubclass(Record.class)));
        }
        return ordered("type", "string");
    }

    /** An object of these. */
    static Map<String, Object> object(List<Member> members) {
        Map<String, Object> properties = new LinkedHashMap<>();
        members.forEach(m -> properties.put(m.name(), m.schema()));
        Map<String, Object> object = ordered("type", "object", "properties", properties);
        List<String> required =
                members.stream().filter(Member::required).map(Member::name).toList();
        if (!required.isEmpty()) {
            object.put("required", required);
        }
        return object;
    }

    /** How the API writes what an enum holds. */
    static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it is an id of its own type. */
    static boolean isId(Class<?> type) {
        return type.isRecord()
                && type.getRecordComponents().length == 1
                && type.getRecordComponents()[0].getType() == UUID.class;
    }

    static Map<String, Object> ordered(Object... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put(namesAndValues[i].toString(), namesAndValues[i + 1]);
        }
        return map;
    }
}
