package org.hoshimori.oscal;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value of a document in OSCAL's JSON shape, whatever file format it came from, and where it stood. */
sealed interface Node {

    int line();

    int column();

    /** The value as strings, booleans, numbers, lists and maps. */
    Object plain();

    /** An object. */
    record Fields(Map<String, Node> fields, int line, int column) implements Node {
        @Override
        public Map<String, Object> plain() {
            Map<String, Object> map = new LinkedHashMap<>();
            fields.forEach((key, value) -> map.put(key, value.plain()));
            return map;
        }
    }

    /** An array. */
    record Items(List<Node> items, int line, int column) implements Node {
        @Override
        public List<Object> plain() {
            return items.stream().map(Node::plain).toList();
        }
    }

    /** A string, or another scalar as it was written. */
    record Scalar(String text, Kind kind, int line, int column) implements Node {
        @Override
        public Object plain() {
            return switch (kind) {
                case TEXT, UNQUOTED, NULL -> text;
                case BOOLEAN -> Boolean.valueOf(text);
                case NUMBER -> number();
            };
        }

        Object number() {
            try {
                return new BigDecimal(text);
            } catch (NumberFormatException e) {
                return text;
            }
        }
    }

    /** What a scalar was in the file. */
    enum Kind {
        TEXT,
        NUMBER,
        /** A number in YAML, by which OSCAL's authors mostly mean text. */
        UNQUOTED,
        BOOLEAN,
        NULL
    }
}
