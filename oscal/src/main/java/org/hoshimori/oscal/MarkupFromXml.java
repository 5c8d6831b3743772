package org.hoshimori.oscal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamConstants;
import org.jspecify.annotations.Nullable;

/** Turns OSCAL's XML markup (a subset of HTML) into the Markdown that its JSON uses. */
final class MarkupFromXml {

    private static final Set<String> BLOCKS =
            Set.of("p", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "table", "blockquote", "img", "hr");

    private static final String PARTED = "\n\n";

    private final XmlCursor in;
    private final boolean inTable;

    private MarkupFromXml(XmlCursor in, boolean inTable) {
        this.in = in;
        this.inTable = inTable;
    }

    static boolean isBlock(String element) {
        return BLOCKS.contains(element);
    }

    /** The content of the element begun, as one line. */
    static String line(XmlCursor in) {
        return new MarkupFromXml(in, false).inlines().strip();
    }

    /** The blocks within the element begun. */
    static String blocks(XmlCursor in) {
        StringBuilder out = new StringBuilder();
        new MarkupFromXml(in, false).mixed(out, false);
        return out.toString().strip();
    }

    /** Adds the block begun. */
    static void block(XmlCursor in, StringBuilder out) {
        new MarkupFromXml(in, false).oneBlock(out, false);
    }

    /** Text, inline elements and blocks up to the end of the element begun; runs of inlines become paragraphs. */
    private void mixed(StringBuilder out, boolean item) {
        StringBuilder run = new StringBuilder();
        for (int event = in.next(); event != XMLStreamConstants.END_ELEMENT; event = in.next()) {
            if (event == XMLStreamConstants.CHARACTERS) {
                MarkupEscapes.text(run, in.text(), inTable);
            } else if (event != XMLStreamConstants.START_ELEMENT) {
                throw in.error("oscal.ends-early");
            } else if (isBlock(in.name()) && !in.name().equals("img")) {
                paragraph(out, run);
                oneBlock(out, item);
            } else {
                inline(run);
            }
        }
        paragraph(out, run);
    }

    private static void paragraph(StringBuilder out, StringBuilder run) {
        String text = MarkupEscapes.lineStart(run.toString().strip());
        if (!text.isEmpty()) {
            separate(out, PARTED);
            out.append(text);
        }
        run.setLength(0);
    }

    private static void separate(StringBuilder out, String between) {
        if (!out.isEmpty()) {
            out.append(between);
        }
    }

    private void oneBlock(StringBuilder out, boolean item) {
        String name = in.name();
        switch (name) {
            case "p" -> {
                StringBuilder run = new StringBuilder(inlines());
                paragraph(out, run);
            }
            case "ul", "ol" -> {
                // Within an item a list may follow its text directly.
                separate(out, item ? "\n" : PARTED);
                list(out, name.equals("ol"));
            }
            case "pre" -> {
                separate(out, PARTED);
                String text = in.rawText();
                String fence = "`".repeat(Math.max(3, MarkupEscapes.longestBackticks(text) + 1));
                out.append(fence).append('\n').append(text);
                if (!text.endsWith("\n")) {
                    out.append('\n');
                }
                out.append(fence);
            }
            case "table" -> {
                separate(out, PARTED);
                table(out);
            }
            case "blockquote" -> {
                StringBuilder inner = new StringBuilder();
                mixed(inner, false);
                separate(out, PARTED);
                out.append(inner.toString()
                        .lines()
                        .map(l -> l.isEmpty() ? ">" : "> " + l)
                        .collect(Collectors.joining("\n")));
            }
            case "hr" -> {
                in.rawText();
                separate(out, PARTED);
                out.append("---");
            }
            case "img" -> {
                StringBuilder run = new StringBuilder();
                inline(run);
                paragraph(out, run);
            }
            default -> {
                String text = inlines().strip();
                separate(out, PARTED);
                out.append("#".repeat(name.charAt(1) - '0')).append(' ').append(text);
            }
        }
    }

    private void list(StringBuilder out, boolean ordered) {
        String start = in.attribute("start");
        int number = start != null && start.matches("\\d{1,6}") ? Integer.parseInt(start) : 1;
        boolean first = true;
        for (int event = in.next(); event != XMLStreamConstants.END_ELEMENT; event = in.next()) {
            if (event != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            StringBuilder item = new StringBuilder();
            mixed(item, true);
            String marker = ordered ? number++ + ". " : "- ";
            String indent = " ".repeat(marker.length());
            out.append(first ? "" : "\n").append(marker);
            out.append(item.toString()
                    .lines()
                    .collect(Collectors.joining("\n"))
                    .replace("\n", "\n" + indent)
                    .replace("\n" + indent + "\n", "\n\n"));
            first = false;
        }
    }

    private void table(StringBuilder out) {
        List<List<String>> rows = new ArrayList<>();
        List<@Nullable String> aligns = new ArrayList<>();
        boolean header = false;
        int open = 1;
        while (open > 0) {
            int event = in.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                open--;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                String name = in.name();
                if (name.equals("td") || name.equals("th")) {
                    if (rows.isEmpty()) {
                        rows.add(new ArrayList<>());
                    }
                    header |= rows.size() == 1 && name.equals("th");
                    if (rows.size() == 1) {
                        aligns.add(in.attribute("align"));
                    }
                    rows.getLast().add(new MarkupFromXml(in, true).inlines().strip());
                } else {
                    open++;
                    if (name.equals("tr")) {
                        rows.add(new ArrayList<>());
                    }
                }
            } else if (event == XMLStreamConstants.END_DOCUMENT) {
                throw in.error("oscal.ends-early");
            }
        }
        if (!header) {
            // Markdown's tables have a header; an empty one stands for none.
            rows.addFirst(aligns.stream().map(_ -> "").toList());
        }
        int columns = rows.stream().mapToInt(List::size).max().orElse(1);
        for (int r = 0; r < rows.size(); r++) {
            row(out, rows.get(r), columns);
            if (r == 0) {
                out.append("\n|");
                for (int c = 0; c < columns; c++) {
                    String align = c < aligns.size() ? aligns.get(c) : null;
                    out.append("center".equals(align) ? " :-: |" : "right".equals(align) ? " --: |" : " --- |");
                }
            }
            out.append(r + 1 < rows.size() ? "\n" : "");
        }
    }

    private static void row(StringBuilder out, List<String> cells, int columns) {
        out.append('|');
        for (int c = 0; c < columns; c++) {
            out.append(' ').append(c < cells.size() ? cells.get(c) : "").append(" |");
        }
    }

    private String inlines() {
        StringBuilder out = new StringBuilder();
        for (int event = in.next(); event != XMLStreamConstants.END_ELEMENT; event = in.next()) {
            if (event == XMLStreamConstants.CHARACTERS) {
                MarkupEscapes.text(out, in.text(), inTable);
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                inline(out);
            } else {
                throw in.error("oscal.ends-early");
            }
        }
        return out.toString();
    }

    private void inline(StringBuilder out) {
        switch (in.name()) {
            case "em", "i" -> around(out, "*", inlines());
            case "strong", "b" -> around(out, "**", inlines());
            case "q" -> around(out, "\"", inlines());
            case "sub" -> around(out, "~", inlines());
            case "sup" -> around(out, "^", inlines());
            case "code" -> out.append(MarkupEscapes.code(XmlTree.collapsed(in.rawText()), inTable));
            case "br" -> {
                in.rawText();
                out.append(inTable ? "<br/>" : "\\\n");
            }
            case "a" -> {
                String href = in.attribute("href");
                String title = in.attribute("title");
                if (!out.isEmpty() && out.charAt(out.length() - 1) == '!') {
                    out.insert(out.length() - 1, '\\');
                }
                out.append('[').append(inlines()).append(']').append(MarkupEscapes.target(href, title));
            }
            case "img" -> {
                String source = in.attribute("src");
                String title = in.attribute("title");
                String alt = in.attribute("alt");
                in.rawText();
                out.append("![");
                MarkupEscapes.text(out, alt == null ? "" : alt, inTable);
                out.append(']').append(MarkupEscapes.target(source, title));
            }
            case "insert" -> {
                String type = in.attribute("type");
                String id = in.attribute("id-ref");
                in.rawText();
                out.append("{{ insert: ").append(type == null ? "param" : type).append(", ");
                out.append(id == null ? "" : id).append(" }}");
            }
            default -> out.append(inlines());
        }
    }

    /** Markdown marks must touch their text, so blanks at the rim go outside. */
    private static void around(StringBuilder out, String mark, String inner) {
        String text = inner.strip();
        if (text.isEmpty()) {
            out.append(inner);
            return;
        }
        int lead = inner.indexOf(text);
        out.append(inner, 0, lead).append(mark).append(text).append(mark);
        out.append(inner, lead + text.length(), inner.length());
    }
}
