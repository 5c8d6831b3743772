package org.hoshimori.oscal;

import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.jspecify.annotations.Nullable;

/** Turns Markdown prose into OSCAL's XML markup. */
final class MarkupToXml {

    /** A line that nests blocks deeper than any text does; such prose is taken as plain words. */
    private static final Pattern TOO_DEEP = Pattern.compile("(?m)^[ \\t>*+.)0-9-]{400}");

    private final StringBuilder out;

    private MarkupToXml(StringBuilder out) {
        this.out = out;
    }

    /** One line of Markdown as mixed content. */
    static void line(String markdown, StringBuilder out) {
        MarkupToXml writer = new MarkupToXml(out);
        Node document = MarkupParsers.LINE.parse(markdown);
        for (Node block = document.getFirstChild(); block != null; block = block.getNext()) {
            if (block.getPrevious() != null) {
                out.append(' ');
            }
            writer.children(block, 0);
        }
    }

    /** Markdown as blocks, each beginning on a line of its own. */
    static void blocks(String markdown, String lineStart, StringBuilder out) {
        MarkupToXml writer = new MarkupToXml(out);
        if (TOO_DEEP.matcher(markdown).find()) {
            out.append(lineStart).append("<p>");
            Xml.text(markdown, out);
            out.append("</p>");
            return;
        }
        Node document = MarkupParsers.BLOCKS.parse(markdown);
        for (Node block = document.getFirstChild(); block != null; block = block.getNext()) {
            if (!(block instanceof LinkReferenceDefinition)) {
                out.append(lineStart);
                writer.node(block, 0);
            }
        }
    }

    private void children(Node parent, int depth) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            node(child, depth + 1);
        }
    }

    private void node(Node node, int depth) {
        if (depth > Limits.DEPTH) {
            words(node);
            return;
        }
        switch (node) {
            case Text text -> Xml.text(text.getLiteral(), out);
            case MarkupParsers.Insert insert -> {
                out.append("<insert");
                Xml.attribute("type", insert.type, out);
                Xml.attribute("id-ref", insert.id, out);
                out.append("/>");
            }
            case MarkupParsers.Element element -> element(element.name, node, depth);
            case Emphasis _ -> element("em", node, depth);
            case StrongEmphasis _ -> element("strong", node, depth);
            case SoftLineBreak _ -> out.append(' ');
            case HardLineBreak _ -> out.append("<br/>");
            case Code code -> literal("code", code.getLiteral());
            case Link link -> {
                out.append("<a");
                Xml.attribute("href", link.getDestination(), out);
                Xml.attribute("title", link.getTitle(), out);
                out.append('>');
                children(link, depth);
                out.append("</a>");
            }
            case Image image -> image(image);
            default -> block(node, depth);
        }
    }

    private void block(Node node, int depth) {
        switch (node) {
            case Paragraph paragraph -> {
                if (tight(paragraph)) {
                    children(paragraph, depth);
                } else {
                    element("p", paragraph, depth);
                }
            }
            case Heading heading -> element("h" + heading.getLevel(), heading, depth);
            case BulletList list -> element("ul", list, depth);
            case OrderedList list -> {
                out.append("<ol");
                Integer start = list.getMarkerStartNumber();
                Xml.attribute("start", start == null || start == 1 ? null : start.toString(), out);
                out.append('>');
                children(list, depth);
                out.append("</ol>");
            }
            case ListItem item -> element("li", item, depth);
            case BlockQuote quote -> element("blockquote", quote, depth);
            case FencedCodeBlock code -> literal("pre", code.getLiteral());
            case IndentedCodeBlock code -> literal("pre", code.getLiteral());
            case ThematicBreak _ -> out.append("<hr/>");
            case TableBlock table -> table(table, depth);
            default -> children(node, depth);
        }
    }

    private void table(TableBlock table, int depth) {
        out.append("<table>");
        for (Node section = table.getFirstChild(); section != null; section = section.getNext()) {
            for (Node row = section.getFirstChild(); row != null; row = row.getNext()) {
                if (row instanceof TableRow && !emptyHeader(row)) {
                    row(row, depth);
                }
            }
        }
        out.append("</table>");
    }

    /** A header of empty cells stands for a table without one. */
    private static boolean emptyHeader(Node row) {
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            if (!(cell instanceof TableCell c) || !c.isHeader() || c.getFirstChild() != null) {
                return false;
            }
        }
        return true;
    }

    private void row(Node row, int depth) {
        out.append("<tr>");
        for (Node node = row.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof TableCell cell) {
                String name = cell.isHeader() ? "th" : "td";
                out.append('<').append(name);
                String align = cell.getAlignment() == TableCell.Alignment.CENTER
                        ? "center"
                        : cell.getAlignment() == TableCell.Alignment.RIGHT ? "right" : null;
                Xml.attribute("align", align, out);
                out.append('>');
                children(cell, depth);
                out.append("</").append(name).append('>');
            }
        }
        out.append("</tr>");
    }

    /** Paragraphs of a list without blank lines are not marked as such. */
    private static boolean tight(Paragraph paragraph) {
        Node item = paragraph.getParent();
        return item instanceof ListItem && item.getParent() instanceof ListBlock list && list.isTight();
    }

    private void element(String name, Node node, int depth) {
        out.append('<').append(name).append('>');
        children(node, depth);
        out.append("</").append(name).append('>');
    }

    private void literal(String name, @Nullable String text) {
        out.append('<').append(name).append('>');
        Xml.text(text == null ? "" : text, out);
        out.append("</").append(name).append('>');
    }

    private void image(Image image) {
        StringBuilder alt = new StringBuilder();
        MarkupToXml inner = new MarkupToXml(alt);
        for (Node child = image.getFirstChild(); child != null; child = child.getNext()) {
            inner.words(child);
        }
        out.append("<img");
        // The words are escaped already as text; quotes are what an attribute needs besides.
        out.append(" alt=\"").append(alt.toString().replace("\"", "&quot;")).append('"');
        Xml.attribute("src", image.getDestination(), out);
        Xml.attribute("title", image.getTitle(), out);
        out.append("/>");
    }

    /** The text below a node without its marks; goes down without recursion. */
    private void words(Node root) {
        Node node = root;
        while (node != null) {
            if (node instanceof Text text) {
                Xml.text(text.getLiteral(), out);
            } else if (node instanceof Code code) {
                Xml.text(code.getLiteral(), out);
            }
            if (node.getFirstChild() != null) {
                node = node.getFirstChild();
                continue;
            }
            while (!node.equals(root) && node.getNext() == null) {
                node = node.getParent();
            }
            node = node.equals(root) ? null : node.getNext();
        }
    }
}
