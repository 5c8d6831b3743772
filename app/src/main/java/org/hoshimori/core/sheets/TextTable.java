package org.hoshimori.core.sheets;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text with commas, tabs or semicolons between the cells (RFC 4180), in any of the encodings that {@link Encodings} finds. */
final class TextTable {

    /** How web pages, pages in one file, and Excel's XML of 2003 begin. */
    private static final Pattern WEB_PAGE =
            Pattern.compile("\\s*(<\\?xml|<!|</?[a-zA-Z][^,\t]{0,200}>|MIME-Version:)", Pattern.CASE_INSENSITIVE);

    /** A first line by which Excel is told of the separator, and which it doesn't show. */
    private static final Pattern NAMED_SEPARATOR = Pattern.compile("sep=([,;\t|])\\r?\\n", Pattern.CASE_INSENSITIVE);

    private static final String RICH_TEXT = "{\\rtf";
    private static final int LOOKED_AT = 20_000;

    private final String text;
    private final char separator;
    private final Rows rows = new Rows("CSV");
    private final List<String> row = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();
    private int number = 1;

    private TextTable(String text) {
        Matcher named = NAMED_SEPARATOR.matcher(text);
        boolean isNamed = named.lookingAt();
        this.text = isNamed ? text.substring(named.end()) : text;
        this.separator = isNamed ? named.group(1).charAt(0) : separator(text);
    }

    static List<Sheet> read(byte[] bytes) {
        String text = Encodings.text(bytes);
        if (WEB_PAGE.matcher(text).lookingAt()) {
            throw new Unreadable(SheetFile.Problem.WEB_PAGE, "");
        }
        if (text.startsWith(RICH_TEXT)) {
            throw new Unreadable(SheetFile.Problem.NO_TABLE, "");
        }
        List<Sheet> marked = MarkdownTables.in(text);
        return marked.isEmpty() ? List.of(new TextTable(text).read()) : marked;
    }

    /** What stands most often outside of quotes near the beginning. */
    private static char separator(String text) {
        int[] found = new int[128];
        boolean quoted = false;
        for (int i = 0; i < Math.min(text.length(), LOOKED_AT); i++) {
            char letter = text.charAt(i);
            if (letter == '"') {
                quoted = !quoted;
            } else if (!quoted && letter < found.length) {
                found[letter]++;
            }
        }
        if (found['\t'] > 0 && found['\t'] >= found[',']) {
            return '\t';
        }
        return found[';'] > found[','] ? ';' : ',';
    }

    private Sheet read() {
        boolean quoted = false;
        String opened = "";
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (quoted) {
                if (letter != '"') {
                    cell.append(letter);
                } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else {
                    quoted = false;
                }
            } else if (letter == '"' && cell.isEmpty()) {
                quoted = true;
                opened = Sheet.at(row.size(), number);
            } else if (letter == separator) {
                endCell();
            } else if (letter == '\n' || letter == '\r') {
                if (letter == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
                    i++;
                }
                endRow();
            } else {
                cell.append(letter);
            }
        }
        if (quoted) {
            throw new Unreadable(SheetFile.Problem.OPEN_QUOTE, opened);
        }
        if (!cell.isEmpty() || !row.isEmpty()) {
            endRow();
        }
        return rows.sheet();
    }

    private void endCell() {
        String said = cell.toString().replace("\r\n", "\n");
        row.add(Csv.said(said));
        cell.setLength(0);
    }

    private void endRow() {
        endCell();
        rows.add(number++, row);
        row.clear();
    }
}
