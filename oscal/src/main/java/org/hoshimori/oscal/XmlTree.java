package org.hoshimori.oscal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import org.jspecify.annotations.Nullable;

/** Reads OSCAL XML into nodes of the JSON shape; elements that the schema doesn't know are kept under their name. */
final class XmlTree {

    private final XmlCursor in;

    private XmlTree(XmlCursor in) {
        this.in = in;
    }

    static Node read(String file, byte[] content) {
        XmlCursor cursor = new XmlCursor(file, content);
        return new XmlTree(cursor).document();
    }

    private Node document() {
        int event = in.next();
        while (event == XMLStreamConstants.CHARACTERS) {
            event = in.next();
        }
        if (event != XMLStreamConstants.START_ELEMENT) {
            throw in.error("oscal.ends-early");
        }
        if (!in.inOscalNamespace()) {
            throw in.error("oscal.namespace", XmlCursor.NAMESPACE);
        }
        String name = in.name();
        int line = in.line();
        int column = in.column();
        Schema.Shape shape = Schema.shape(name);
        boolean known = shape != null && (name.equals("catalog") || name.equals("profile"));
        Node root = known && shape != null ? assembly(shape) : new Node.Fields(Map.of(), line, column);
        // To the end, so that what follows is checked too.
        while (event != XMLStreamConstants.END_DOCUMENT) {
            event = in.next();
        }
        return new Node.Fields(Map.of(name, root), line, column);
    }

    private Node.Fields assembly(Schema.Shape shape) {
        int line = in.line();
        int column = in.column();
        Map<String, Node> fields = new LinkedHashMap<>();
        Map<String, List<Node>> lists = new LinkedHashMap<>();
        attributes(fields);
        StringBuilder prose = new StringBuilder();
        StringBuilder content = new StringBuilder();
        for (int event = in.next(); event != XMLStreamConstants.END_ELEMENT; event = in.next()) {
            if (event == XMLStreamConstants.CHARACTERS) {
                content.append(in.text());
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                child(shape, fields, lists, prose);
            } else {
                throw in.error("oscal.ends-early");
            }
        }
        Schema.Field proseField = shape.prose();
        if (proseField != null && !prose.isEmpty()) {
            fields.put(proseField.json(), text(prose.toString().strip(), line, column));
        }
        Schema.Field contentField = shape.content();
        String text = content.toString().strip();
        if (contentField != null) {
            fields.put(contentField.json(), text(collapsed(text), line, column));
        } else if (!text.isEmpty()) {
            throw new OscalFormatException(in.error("oscal.stray-text").file(), line, column, "oscal.stray-text");
        }
        lists.forEach((key, items) -> fields.put(
                key,
                new Node.Items(items, items.getFirst().line(), items.getFirst().column())));
        return new Node.Fields(fields, line, column);
    }

    private void attributes(Map<String, Node> fields) {
        for (int i = 0; i < in.attributes(); i++) {
            String name = in.attributeName(i);
            if (name != null) {
                fields.put(name, text(in.attributeValue(i), in.line(), in.column()));
            }
        }
    }

    private void child(
            Schema.Shape shape, Map<String, Node> fields, Map<String, List<Node>> lists, StringBuilder prose) {
        String name = in.name();
        Schema.Field field = shape.byXml().get(name);
        if (field == null && shape.prose() != null && MarkupFromXml.isBlock(name)) {
            MarkupFromXml.block(in, prose);
        } else if (field == null) {
            lists.computeIfAbsent(name, _ -> new ArrayList<>()).add(unknown());
        } else if (field.wrapped()) {
            wrapped(field, lists);
        } else if (field.many()) {
            lists.computeIfAbsent(field.json(), _ -> new ArrayList<>()).add(value(field));
        } else {
            if (fields.containsKey(field.json())) {
                throw in.error("oscal.key-twice", name);
            }
            fields.put(field.json(), value(field));
        }
    }

    private void wrapped(Schema.Field field, Map<String, List<Node>> lists) {
        List<Node> items = lists.computeIfAbsent(field.json(), _ -> new ArrayList<>());
        for (int event = in.next(); event != XMLStreamConstants.END_ELEMENT; event = in.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                items.add(in.name().equals(field.xml()) ? value(field) : unknown());
            } else if (event == XMLStreamConstants.END_DOCUMENT) {
                throw in.error("oscal.ends-early");
            }
        }
        if (items.isEmpty()) {
            lists.remove(field.json());
        }
    }

    private Node value(Schema.Field field) {
        int line = in.line();
        int column = in.column();
        return switch (field.form()) {
            case TEXT -> text(collapsed(in.rawText()), line, column);
            case FLAG -> new Node.Scalar(in.rawText().strip(), Node.Kind.BOOLEAN, line, column);
            case LINE -> text(MarkupFromXml.line(in), line, column);
            case BLOCKS -> text(MarkupFromXml.blocks(in), line, column);
            case ASSEMBLY -> assembly(known(field.type()));
            case PROSE, CONTENT, ATTRIBUTE -> unknown();
        };
    }

    private static Schema.Shape known(String type) {
        Schema.Shape shape = Schema.shape(type);
        if (shape == null) {
            throw new IllegalStateException(type);
        }
        return shape;
    }

    /** An element that the schema doesn't know: its attributes, its children by name, or its text. */
    private Node unknown() {
        int line = in.line();
        int column = in.column();
        Map<String, Node> fields = new LinkedHashMap<>();
        attributes(fields);
        Map<String, List<Node>> lists = new LinkedHashMap<>();
        StringBuilder content = new StringBuilder();
        for (int event = in.next(); event != XMLStreamConstants.END_ELEMENT; event = in.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                lists.computeIfAbsent(in.name(), _ -> new ArrayList<>()).add(unknown());
            } else if (event == XMLStreamConstants.CHARACTERS) {
                content.append(in.text());
            } else {
                throw in.error("oscal.ends-early");
            }
        }
        String text = collapsed(content.toString());
        if (fields.isEmpty() && lists.isEmpty()) {
            return text(text, line, column);
        }
        lists.forEach((key, items) -> fields.put(key, new Node.Items(items, line, column)));
        if (!text.isEmpty()) {
            fields.put("value", text(text, line, column));
        }
        return new Node.Fields(fields, line, column);
    }

    private static Node text(@Nullable String text, int line, int column) {
        return new Node.Scalar(text == null ? "" : text, Node.Kind.TEXT, line, column);
    }

    static String collapsed(String text) {
        return text.strip().replaceAll("[ \\t\\r\\n]+", " ");
    }
}
