package org.hoshimori.word;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.hoshimori.word.WordRun.Kind;
import org.hoshimori.word.WordRun.Track;
import org.jspecify.annotations.Nullable;

/** Reads the paragraphs of a document part as they come by (ECMA-376 part 1, clause 17). */
final class WordBody {

    private static final int MOST_PARAGRAPHS = 50_000;
    private static final int MOST_CHARACTERS = 5_000_000;
    private static final int DEEPEST = 400;

    private final WordStyles styles;
    private final List<WordParagraph> paragraphs = new ArrayList<>();
    private final Deque<Track> tracks = new ArrayDeque<>();
    private final Deque<int[]> cells = new ArrayDeque<>();
    private final Set<String> comments = new LinkedHashSet<>();
    private List<String> waiting = new ArrayList<>();
    private @Nullable Open open;
    private int tables;
    private int unread;
    private int characters;
    private boolean inContents;

    /** The paragraph that is being read. */
    private static final class Open {
        private final List<WordRun> runs = new ArrayList<>();
        private final List<String> bookmarks = new ArrayList<>();
        private String style = "";
        private int outline = -1;
        private boolean list;
        private boolean properties;
    }

    WordBody(WordStyles styles) {
        this.styles = styles;
    }

    List<WordParagraph> paragraphs() {
        return paragraphs;
    }

    int unread() {
        return unread;
    }

    void read(XMLStreamReader xml) {
        int depth = 0;
        try {
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamReader.START_ELEMENT -> {
                        if (++depth > DEEPEST) {
                            throw new WordUnreadable(WordUnreadable.Problem.DAMAGED);
                        }
                        if (start(xml)) {
                            depth--;
                        }
                    }
                    case XMLStreamReader.END_ELEMENT -> {
                        depth--;
                        end(xml.getLocalName());
                    }
                    default -> {}
                }
            }
        } catch (XMLStreamException e) {
            throw new WordUnreadable(WordUnreadable.Problem.DAMAGED);
        }
    }

    /** Whether the element was read to its end. */
    private boolean start(XMLStreamReader xml) throws XMLStreamException {
        String name = xml.getLocalName();
        switch (name) {
            case "txbxContent", "AlternateContent", "pict", "drawing", "object", "pPrChange", "rPrChange", "sectPr" -> {
                boolean words = skip(xml);
                if (words && (name.equals("txbxContent") || name.equals("AlternateContent") || name.equals("pict"))) {
                    unread++;
                }
                return true;
            }
            case "docPartGallery" -> inContents |= value(xml).equals("Table of Contents");
            case "p" -> open = new Open();
            case "tbl" -> cells.push(new int[] {++tables, -1, -1});
            case "tr" -> row(1);
            case "tc" -> column();
            case "ins" -> track(xml, Kind.INSERTED);
            case "del" -> track(xml, Kind.DELETED);
            case "moveTo" -> track(xml, Kind.MOVED_HERE);
            case "moveFrom" -> track(xml, Kind.MOVED_AWAY);
            case "commentRangeStart" -> comments.add(attribute(xml, "id"));
            case "commentRangeEnd" -> comments.remove(attribute(xml, "id"));
            case "bookmarkStart" -> bookmark(attribute(xml, "name"));
            case "t", "delText" -> {
                words(text(xml));
                return true;
            }
            case "tab" -> {
                if (open != null && !open.properties) {
                    words("\t");
                }
            }
            case "br", "cr" -> words("\n");
            case "noBreakHyphen" -> words("-");
            case "commentReference" -> reference(attribute(xml, "id"));
            case "instrText", "delInstrText" -> {
                skip(xml);
                return true;
            }
            default -> property(xml, name);
        }
        return false;
    }

    private void property(XMLStreamReader xml, String name) {
        Open paragraph = open;
        if (paragraph == null) {
            return;
        }
        switch (name) {
            case "pPr" -> paragraph.properties = true;
            case "pStyle" -> paragraph.style = value(xml);
            case "outlineLvl" -> paragraph.outline = WordStyles.outline(value(xml));
            case "numId" -> paragraph.list = !value(xml).equals("0");
            default -> {}
        }
    }

    private void end(String name) {
        switch (name) {
            case "p" -> close();
            case "pPr" -> {
                if (open != null) {
                    open.properties = false;
                }
            }
            case "tbl" -> cells.poll();
            case "ins", "del", "moveTo", "moveFrom" -> tracks.poll();
            case "sdt" -> inContents = false;
            default -> {}
        }
    }

    private void close() {
        Open paragraph = open;
        open = null;
        if (paragraph == null) {
            return;
        }
        if (paragraphs.size() >= MOST_PARAGRAPHS) {
            throw new WordUnreadable(WordUnreadable.Problem.TOO_LARGE);
        }
        String style = styles.name(paragraph.style);
        if (inContents || style.startsWith("toc ") || style.matches("toc[0-9]|目次.*")) {
            return;
        }
        int[] cell = cells.peek();
        paragraphs.add(new WordParagraph(
                style,
                paragraph.outline >= 0 ? paragraph.outline : styles.level(paragraph.style),
                paragraph.list || styles.numbered(paragraph.style),
                cell == null ? WordParagraph.Cell.NONE : new WordParagraph.Cell(cell[0], cell[1], Math.max(0, cell[2])),
                List.copyOf(paragraph.runs),
                List.copyOf(paragraph.bookmarks)));
    }

    private void row(int by) {
        int[] cell = cells.peek();
        if (cell != null) {
            cell[1] += by;
            cell[2] = -1;
        }
    }

    private void column() {
        int[] cell = cells.peek();
        if (cell != null) {
            cell[2]++;
        }
    }

    private void track(XMLStreamReader xml, Kind kind) {
        tracks.push(new Track(kind, attribute(xml, "author"), attribute(xml, "date")));
    }

    private void bookmark(String name) {
        if (open == null) {
            waiting.add(name);
        } else {
            open.bookmarks.addAll(waiting);
            waiting = new ArrayList<>();
            open.bookmarks.add(name);
        }
    }

    /** A comment on nothing in particular stands where it is referred to. */
    private void reference(String id) {
        Open paragraph = open;
        if (paragraph != null
                && paragraph.runs.stream().noneMatch(r -> r.comments().contains(id))) {
            paragraph.runs.add(new WordRun("", null, List.of(id)));
        }
    }

    private void words(String text) {
        Open paragraph = open;
        if (paragraph == null || text.isEmpty()) {
            return;
        }
        characters += text.length();
        if (characters > MOST_CHARACTERS) {
            throw new WordUnreadable(WordUnreadable.Problem.TOO_LARGE);
        }
        paragraph.runs.add(new WordRun(text, track(), List.copyOf(comments)));
    }

    /** Words that somebody has put in and somebody else has struck are struck. */
    private @Nullable Track track() {
        return tracks.stream().filter(Track::away).findFirst().orElse(tracks.peek());
    }

    private static String text(XMLStreamReader xml) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        for (int event = xml.next(); event != XMLStreamReader.END_ELEMENT; event = xml.next()) {
            if (event == XMLStreamReader.CHARACTERS
                    || event == XMLStreamReader.CDATA
                    || event == XMLStreamReader.SPACE) {
                text.append(xml.getText());
            } else if (event == XMLStreamReader.START_ELEMENT) {
                skip(xml);
            }
        }
        return text.toString();
    }

    /** Goes to the element's end; tells whether there were words in it. */
    private static boolean skip(XMLStreamReader xml) throws XMLStreamException {
        int depth = 1;
        boolean words = false;
        while (depth > 0) {
            switch (xml.next()) {
                case XMLStreamReader.START_ELEMENT -> depth++;
                case XMLStreamReader.END_ELEMENT -> depth--;
                case XMLStreamReader.CHARACTERS -> words |= !xml.getText().isBlank();
                default -> {}
            }
            if (depth > DEEPEST) {
                throw new WordUnreadable(WordUnreadable.Problem.DAMAGED);
            }
        }
        return words;
    }

    static String value(XMLStreamReader xml) {
        return attribute(xml, "val");
    }

    /** By local name: strict and transitional files differ in their namespaces only. */
    static String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }
}
