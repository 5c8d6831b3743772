package org.hoshimori.oscal;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Nodes;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;
import org.commonmark.parser.delimiter.DelimiterProcessor;
import org.commonmark.parser.delimiter.DelimiterRun;

/** CommonMark with what OSCAL adds: tables, quotations, sub- and superscript, and inserted parameters. */
final class MarkupParsers {

    /** Everything but HTML, of which OSCAL's prose has none. */
    static final Parser BLOCKS = builder()
            .enabledBlockTypes(Set.of(
                    Heading.class,
                    FencedCodeBlock.class,
                    ThematicBreak.class,
                    ListBlock.class,
                    BlockQuote.class,
                    IndentedCodeBlock.class))
            .extensions(List.of(TablesExtension.create()))
            .build();

    static final Parser LINE = builder().enabledBlockTypes(Set.of()).build();

    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\\s<>]*");

    private MarkupParsers() {}

    private static Parser.Builder builder() {
        return Parser.builder()
                .customDelimiterProcessor(new Marked('"', "q"))
                .customDelimiterProcessor(new Marked('~', "sub"))
                .customDelimiterProcessor(new Marked('^', "sup"))
                .customInlineContentParserFactory(new InsertFactory())
                .customInlineContentParserFactory(new AngleFactory());
    }

    /** An inline element named as in XML. */
    static final class Element extends CustomNode {
        final String name;

        Element(String name) {
            this.name = name;
        }
    }

    /** A place where something is inserted. */
    static final class Insert extends CustomNode {
        final String type;
        final String id;

        Insert(String type, String id) {
            this.type = type;
            this.id = id;
        }
    }

    private record Marked(char mark, String element) implements DelimiterProcessor {

        @Override
        public char getOpeningCharacter() {
            return mark;
        }

        @Override
        public char getClosingCharacter() {
            return mark;
        }

        @Override
        public int getMinLength() {
            return 1;
        }

        @Override
        public int process(DelimiterRun opening, DelimiterRun closing) {
            Node from = opening.getOpener();
            Element node = new Element(element);
            for (Node between : Nodes.between(from, closing.getCloser())) {
                node.appendChild(between);
            }
            from.insertAfter(node);
            return 1;
        }
    }

    private static final class InsertFactory implements InlineContentParserFactory {

        @Override
        public Set<Character> getTriggerCharacters() {
            return Set.of('{');
        }

        @Override
        public InlineContentParser create() {
            return InsertFactory::insert;
        }

        private static ParsedInline insert(InlineParserState state) {
            Scanner in = state.scanner();
            if (!in.next("{{")) {
                return ParsedInline.none();
            }
            in.whitespace();
            if (!in.next("insert:")) {
                return ParsedInline.none();
            }
            in.whitespace();
            String type = word(in);
            in.whitespace();
            if (!in.next(',')) {
                return ParsedInline.none();
            }
            in.whitespace();
            String id = word(in);
            in.whitespace();
            if (type.isEmpty() || id.isEmpty() || !in.next("}}")) {
                return ParsedInline.none();
            }
            return ParsedInline.of(new Insert(type, id), in.position());
        }

        private static String word(Scanner in) {
            Position from = in.position();
            while (in.hasNext() && in.peek() > ' ' && in.peek() != ',' && in.peek() != '}') {
                in.next();
            }
            return in.getSource(from, in.position()).getContent();
        }
    }

    /** A line break or an address in angle brackets; anything else is text, found so without looking far ahead. */
    private static final class AngleFactory implements InlineContentParserFactory {

        @Override
        public Set<Character> getTriggerCharacters() {
            return Set.of('<');
        }

        @Override
        public InlineContentParser create() {
            return AngleFactory::angle;
        }

        private static ParsedInline angle(InlineParserState state) {
            Scanner in = state.scanner();
            in.next();
            Position after = in.position();
            if (in.next("br")) {
                in.whitespace();
                in.next('/');
                if (in.next('>')) {
                    return ParsedInline.of(new HardLineBreak(), in.position());
                }
                in.setPosition(after);
            }
            while (in.hasNext() && in.peek() > ' ' && in.peek() != '<' && in.peek() != '>') {
                in.next();
            }
            String inner = in.getSource(after, in.position()).getContent();
            if (ADDRESS.matcher(inner).matches() && in.next('>')) {
                Link link = new Link(inner, null);
                link.appendChild(new Text(inner));
                return ParsedInline.of(link, in.position());
            }
            return ParsedInline.of(new Text("<"), after);
        }
    }
}
