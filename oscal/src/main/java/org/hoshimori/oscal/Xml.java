package org.hoshimori.oscal;

import org.jspecify.annotations.Nullable;

/** Text and attributes as XML writes them. */
final class Xml {

    private Xml() {}

    static void text(String text, StringBuilder out) {
        escape(text, false, out);
    }

    /** An attribute with a blank before it; nothing for null. */
    static void attribute(String name, @Nullable String value, StringBuilder out) {
        if (value != null) {
            out.append(' ').append(name).append("=\"");
            escape(value, true, out);
            out.append('"');
        }
    }

    private static void escape(String text, boolean attribute, StringBuilder out) {
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append(attribute ? "&quot;" : "\"");
                case '\n' -> out.append(attribute ? "&#10;" : "\n");
                case '\t' -> out.append(attribute ? "&#9;" : "\t");
                case '\r' -> out.append("&#13;");
                default -> out.appendCodePoint(allowed(c) ? c : 0xFFFD);
            }
        }
    }

    /** XML 1.0 has no place for other characters at all. */
    static boolean allowed(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }
}
