package org.hoshimori.logarchive;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.json.JsonFactory;

/**
 * The fields of one JSON object as texts: inner objects by their path, arrays joined by commas, numbers without zeros that say nothing, so
 * that they are what the same product writes in columns.
 */
final class JsonFields {

    private static final JsonFactory FACTORY = JsonFactory.builder().build();
    private static final int DEPTH = 20;

    private JsonFields() {}

    /** In their order; empty if the text is no JSON object. */
    static Map<String, String> read(String text) {
        Map<String, String> fields = new LinkedHashMap<>();
        try (JsonParser parser = FACTORY.createParser(tools.jackson.core.ObjectReadContext.empty(), text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Map.of();
            }
            object(parser, "", fields, 0);
            return parser.nextToken() == null ? fields : Map.of();
        } catch (JacksonException e) {
            return Map.of();
        }
    }

    private static void object(JsonParser parser, String path, Map<String, String> fields, int depth) {
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_OBJECT; token = parser.nextToken()) {
            String name = path + parser.currentName();
            JsonToken value = parser.nextToken();
            switch (value) {
                case START_OBJECT -> {
                    if (depth == DEPTH) {
                        parser.skipChildren();
                    } else {
                        object(parser, name + ".", fields, depth + 1);
                    }
                }
                case START_ARRAY -> fields.put(name, array(parser));
                case VALUE_NULL -> {}
                case VALUE_NUMBER_FLOAT -> fields.put(name, Escapes.plain(parser.getString()));
                default -> fields.put(name, parser.getString());
            }
        }
    }

    private static String array(JsonParser parser) {
        StringBuilder joined = new StringBuilder();
        int depth = 1;
        boolean first = true;
        while (depth > 0) {
            JsonToken token = parser.nextToken();
            switch (token) {
                case START_ARRAY, START_OBJECT -> depth++;
                case END_ARRAY, END_OBJECT -> depth--;
                case PROPERTY_NAME -> {
                    joined.append(first ? "" : ",").append(parser.currentName()).append('=');
                    first = true;
                }
                default -> {
                    joined.append(first ? "" : ",")
                            .append(
                                    token == JsonToken.VALUE_NUMBER_FLOAT
                                            ? Escapes.plain(parser.getString())
                                            : parser.getString());
                    first = false;
                }
            }
        }
        return joined.toString();
    }
}
