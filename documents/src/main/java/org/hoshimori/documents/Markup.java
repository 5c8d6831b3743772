package org.hoshimori.documents;

import java.util.ArrayDeque;
import java.util.Deque;

/** Writes elements, attributes and text that are well-formed as XML and as HTML alike; everything given is escaped. */
final class Markup {

    private final StringBuilder out = new StringBuilder(1 << 16);
    private final Deque<String> open = new ArrayDeque<>();
    private boolean inTag;

    /** Markup that we wrote ourselves. */
    Markup raw(String markup) {
        endTag();
        out.append(markup);
        return this;
    }

    Markup start(String element) {
        endTag();
        out.append('<').append(element);
        open.push(element);
        inTag = true;
        return this;
    }

    Markup attribute(String name, String value) {
        if (!inTag) {
            throw new IllegalStateException("attribute " + name + " outside a tag");
        }
        out.append(' ').append(name).append("=\"");
        escape(value, true);
        out.append('"');
        return this;
    }

    Markup text(String text) {
        endTag();
        escape(text, false);
        return this;
    }

    Markup end() {
        endTag();
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    /** An element without content, such as {@code br}. */
    Markup end(String voidElement) {
        if (!open.pop().equals(voidElement) || !inTag) {
            throw new IllegalStateException(voidElement);
        }
        out.append("/>");
        inTag = false;
        return this;
    }

    /** An element with text only. */
    Markup element(String element, String text) {
        return start(element).text(text).end();
    }

    /** An element with a class and text only. */
    Markup element(String element, String classes, String text) {
        return start(element).attribute("class", classes).text(text).end();
    }

    Markup line() {
        endTag();
        out.append('\n');
        return this;
    }

    private void endTag() {
        if (inTag) {
            out.append('>');
            inTag = false;
        }
    }

    private void escape(String text, boolean attribute) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append(attribute ? "&quot;" : "\"");
                default -> out.append(c);
            }
        }
    }

    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("not closed: " + open);
        }
        return out.toString();
    }
}
