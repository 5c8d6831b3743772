package org.hoshimori.oscal;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes an object of OSCAL's JSON shape as XML, in the order the schema demands. */
final class XmlWriter {

    private final StringBuilder out = new StringBuilder(1 << 16);

    private XmlWriter() {}

    static String write(String root, Object content) {
        XmlWriter writer = new XmlWriter();
        writer.out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        writer.element(root, root, content, 0, XmlCursor.NAMESPACE);
        return writer.out.append('\n').toString();
    }

    private void element(String name, String type, @Nullable Object content, int level, @Nullable String namespace) {
        Schema.Shape shape = Schema.shape(type);
        if (!(content instanceof Map<?, ?> fields) || shape == null) {
            unknown(name, content, level);
            return;
        }
        out.append('<').append(name);
        Xml.attribute("xmlns", namespace, out);
        for (Schema.Field field : shape.fields()) {
            if (field.form() == Schema.Form.ATTRIBUTE && fields.get(field.json()) != null) {
                Xml.attribute(field.xml(), String.valueOf(fields.get(field.json())), out);
            }
        }
        fields.forEach((key, value) -> {
            if (!shape.byJson().containsKey(String.valueOf(key)) && scalar(value)) {
                Xml.attribute(String.valueOf(key), String.valueOf(value), out);
            }
        });
        int start = out.length();
        out.append('>');
        for (Schema.Field field : shape.fields()) {
            Object value = fields.get(field.json());
            if (value != null && field.form() != Schema.Form.ATTRIBUTE) {
                field(field, value, level + 1);
            }
        }
        fields.forEach((key, value) -> {
            if (!shape.byJson().containsKey(String.valueOf(key)) && !scalar(value)) {
                many(String.valueOf(key), value, level + 1);
            }
        });
        close(name, start, level);
    }

    private void close(String name, int start, int level) {
        if (out.length() == start + 1) {
            out.setLength(start);
            out.append("/>");
            return;
        }
        if (out.charAt(out.length() - 1) == '>') {
            newLine(level);
        }
        out.append("</").append(name).append('>');
    }

    private static boolean scalar(@Nullable Object value) {
        return !(value instanceof Map) && !(value instanceof List);
    }

    private void newLine(int level) {
        out.append('\n').append("  ".repeat(level));
    }

    private void field(Schema.Field field, Object value, int level) {
        if (field.wrapped()) {
            newLine(level);
            out.append('<').append(field.json()).append('>');
            each(field, value, level + 1);
            newLine(level);
            out.append("</").append(field.json()).append('>');
        } else {
            each(field, value, level);
        }
    }

    private void each(Schema.Field field, Object value, int level) {
        if (field.many() && value instanceof List<?> items) {
            items.forEach(item -> one(field, item, level));
        } else {
            one(field, value, level);
        }
    }

    private void one(Schema.Field field, Object value, int level) {
        switch (field.form()) {
            case CONTENT -> Xml.text(String.valueOf(value), out);
            case PROSE -> MarkupToXml.blocks(String.valueOf(value), "\n" + "  ".repeat(level), out);
            case ASSEMBLY -> {
                newLine(level);
                element(field.xml(), field.type(), value, level, null);
            }
            default -> {
                newLine(level);
                out.append('<').append(field.xml()).append('>');
                switch (field.form()) {
                    case LINE -> MarkupToXml.line(String.valueOf(value), out);
                    case BLOCKS -> {
                        MarkupToXml.blocks(String.valueOf(value), "\n" + "  ".repeat(level + 1), out);
                        newLine(level);
                    }
                    default -> Xml.text(String.valueOf(value), out);
                }
                out.append("</").append(field.xml()).append('>');
            }
        }
    }

    /** What the schema doesn't know is written as it would have been read: scalars as attributes, the rest as elements. */
    private void unknown(String name, @Nullable Object content, int level) {
        out.append('<').append(name);
        if (!(content instanceof Map<?, ?> fields)) {
            out.append('>');
            Xml.text(content instanceof List<?> list ? list.toString() : String.valueOf(content), out);
            out.append("</").append(name).append('>');
            return;
        }
        fields.forEach((key, value) -> {
            if (scalar(value) && !"value".equals(key)) {
                Xml.attribute(String.valueOf(key), String.valueOf(value), out);
            }
        });
        int start = out.length();
        out.append('>');
        Object text = fields.get("value");
        if (text != null && scalar(text)) {
            Xml.text(String.valueOf(text), out);
        }
        fields.forEach((key, value) -> {
            if (!scalar(value)) {
                many(String.valueOf(key), value, level + 1);
            }
        });
        close(name, start, level);
    }

    private void many(String name, Object value, int level) {
        for (Object item : value instanceof List<?> list ? list : List.of(value)) {
            newLine(level);
            unknown(name, item, level);
        }
    }
}
