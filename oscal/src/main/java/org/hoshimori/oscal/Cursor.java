package org.hoshimori.oscal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the fields of one object and remembers which are still unread. */
final class Cursor {

    private final String file;
    private final Node.Fields node;
    private final String what;
    private final Set<String> read = new HashSet<>();

    Cursor(String file, Node.Fields node, String what) {
        this.file = file;
        this.node = node;
        this.what = what;
    }

    static Cursor of(String file, Node node, String what) {
        if (node instanceof Node.Fields fields) {
            return new Cursor(file, fields, what);
        }
        throw new OscalFormatException(file, node.line(), node.column(), "oscal.not-an-object", what);
    }

    int line() {
        return node.line();
    }

    boolean has(String key) {
        read.add(key);
        return present(key) != null;
    }

    /** The text of a field; an empty or missing one is null. */
    @Nullable
    String text(String key) {
        read.add(key);
        Node value = present(key);
        return value == null ? null : scalar(value, key);
    }

    String required(String key) {
        String text = text(key);
        if (text == null) {
            throw error("oscal.missing", what, key);
        }
        return text;
    }

    @Nullable
    Boolean flag(String key) {
        String text = text(key);
        if (text == null) {
            return null;
        }
        return switch (text) {
            case "true", "1" -> Boolean.TRUE;
            case "false", "0" -> Boolean.FALSE;
            default -> throw error("oscal.not-a-flag", key, text);
        };
    }

    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (Node item : items(key)) {
            texts.add(scalar(item, key));
        }
        return texts;
    }

    <T> List<T> list(String key, Function<Cursor, T> reader) {
        List<T> list = new ArrayList<>();
        for (Node item : items(key)) {
            list.add(reader.apply(of(file, item, key)));
        }
        return list;
    }

    <T> @Nullable T object(String key, Function<Cursor, T> reader) {
        read.add(key);
        Node value = present(key);
        return value == null ? null : reader.apply(of(file, value, key));
    }

    /** What nobody read. */
    Map<String, Object> rest() {
        Map<String, Object> rest = new LinkedHashMap<>();
        node.fields().forEach((key, value) -> {
            if (!read.contains(key)) {
                rest.put(key, value.plain());
            }
        });
        return rest;
    }

    OscalFormatException error(String code, String... arguments) {
        return new OscalFormatException(file, node.line(), node.column(), code, arguments);
    }

    private List<Node> items(String key) {
        read.add(key);
        Node value = present(key);
        if (value == null) {
            return List.of();
        }
        if (value instanceof Node.Items items) {
            return items.items();
        }
        throw new OscalFormatException(file, value.line(), value.column(), "oscal.not-a-list", key);
    }

    private @Nullable Node present(String key) {
        Node value = node.fields().get(key);
        return value instanceof Node.Scalar scalar && scalar.kind() == Node.Kind.NULL ? null : value;
    }

    private String scalar(Node value, String key) {
        if (value instanceof Node.Scalar scalar) {
            return scalar.text();
        }
        throw new OscalFormatException(file, value.line(), value.column(), "oscal.not-text", key);
    }
}
