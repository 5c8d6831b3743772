package org.hoshimori.oscal;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A document with every piece of prose turned to XML and back, so that equal meanings become equal texts. */
final class MarkupTurns {

    private MarkupTurns() {}

    static Object settled(OscalDocument document) {
        Map.Entry<String, Object> root =
                ModelWriter.document(document).entrySet().iterator().next();
        return settled(root.getKey(), root.getValue());
    }

    private static Object settled(String type, Object value) {
        Schema.Shape shape = Schema.shape(type);
        if (!(value instanceof Map<?, ?> fields) || shape == null) {
            return value;
        }
        Map<String, Object> result = new LinkedHashMap<>();
        fields.forEach((key, content) -> {
            Schema.Field field = shape.byJson().get(String.valueOf(key));
            result.put(String.valueOf(key), field == null ? content : settled(field, content));
        });
        return result;
    }

    private static Object settled(Schema.Field field, Object content) {
        if (content instanceof List<?> items) {
            return items.stream().map(i -> settled(field, i)).toList();
        }
        return switch (field.form()) {
            case LINE -> line(content.toString());
            case BLOCKS, PROSE -> blocks(content.toString());
            case ASSEMBLY -> settled(field.type(), content);
            default -> XmlTree.collapsed(content.toString());
        };
    }

    static String line(String markdown) {
        StringBuilder xml = new StringBuilder("<x>");
        MarkupToXml.line(markdown, xml);
        return MarkupFromXml.line(at(xml.append("</x>")));
    }

    static String blocks(String markdown) {
        StringBuilder xml = new StringBuilder("<x>");
        MarkupToXml.blocks(markdown, "\n", xml);
        return MarkupFromXml.blocks(at(xml.append("</x>")));
    }

    static XmlCursor at(CharSequence xml) {
        XmlCursor cursor = new XmlCursor("x", xml.toString().getBytes(StandardCharsets.UTF_8));
        cursor.next();
        return cursor;
    }
}
