package org.hoshimori.oscal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/** Reads JSON into nodes; refuses keys given twice and content after the end. */
final class JsonTree {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Limits.DEPTH + 10)
                    .maxStringLength(Limits.FILE_SIZE)
                    .maxDocumentLength(Limits.FILE_SIZE)
                    .build())
            // Content stays out of messages: the place is enough.
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private final String file;
    private final JsonParser parser;
    private int nodes;

    private JsonTree(String file, JsonParser parser) {
        this.file = file;
        this.parser = parser;
    }

    static Node read(String file, byte[] content) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), content)) {
            JsonTree tree = new JsonTree(file, parser);
            parser.nextToken();
            Node root = tree.value(0);
            if (parser.nextToken() != null) {
                throw tree.error("oscal.after-end");
            }
            return root;
        } catch (JacksonException e) {
            TokenStreamLocation at = e.getLocation();
            int line = at == null ? 0 : Math.max(0, at.getLineNr());
            int column = at == null ? 0 : Math.max(0, at.getColumnNr());
            throw e instanceof UnexpectedEndOfInputException
                    ? new OscalFormatException(file, line, column, "oscal.ends-early")
                    : new OscalFormatException(file, line, column, "oscal.syntax", "JSON", firstLine(e));
        }
    }

    private static String firstLine(JacksonException e) {
        String message = e.getOriginalMessage();
        return message == null ? "" : message.lines().findFirst().orElse("");
    }

    private Node value(int depth) {
        if (depth > Limits.DEPTH) {
            throw error("oscal.too-deep", Integer.toString(Limits.DEPTH));
        }
        if (++nodes > Limits.NODES) {
            throw error("oscal.too-many-values", Integer.toString(Limits.NODES));
        }
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw error("oscal.ends-early");
        }
        TokenStreamLocation at = parser.currentTokenLocation();
        int line = at.getLineNr();
        int column = at.getColumnNr();
        return switch (token) {
            case START_OBJECT -> fields(line, column, depth);
            case START_ARRAY -> items(line, column, depth);
            case VALUE_STRING -> new Node.Scalar(parser.getString(), Node.Kind.TEXT, line, column);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
                new Node.Scalar(parser.getString(), Node.Kind.NUMBER, line, column);
            case VALUE_TRUE, VALUE_FALSE -> new Node.Scalar(parser.getString(), Node.Kind.BOOLEAN, line, column);
            case VALUE_NULL -> new Node.Scalar("", Node.Kind.NULL, line, column);
            default -> throw error("oscal.ends-early");
        };
    }

    private Node fields(int line, int column, int depth) {
        Map<String, Node> fields = new LinkedHashMap<>();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            if (fields.containsKey(name)) {
                throw error("oscal.key-twice", name);
            }
            parser.nextToken();
            fields.put(name, value(depth + 1));
        }
        return new Node.Fields(fields, line, column);
    }

    private Node items(int line, int column, int depth) {
        List<Node> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(depth + 1));
        }
        return new Node.Items(items, line, column);
    }

    private OscalFormatException error(String code, String... arguments) {
        TokenStreamLocation at = parser.currentTokenLocation();
        return new OscalFormatException(file, at.getLineNr(), at.getColumnNr(), code, arguments);
    }
}
