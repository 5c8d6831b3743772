package org.hoshimori.core.sheets;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Text with commas, tabs or semicolons between the cells (RFC 4180), in UTF-8, UTF-16 with its mark, or Shift_JIS as Windows writes it. */
final class TextTable {

    private static final Charset SHIFT_JIS = Charset.forName("windows-31j");
    private static final int LOOKED_AT = 20_000;

    private final String text;
    private final char separator;
    private final Rows rows = new Rows("CSV");
    private final List<String> row = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();
    private int number = 1;

    private TextTable(String text) {
        this.text = text;
        this.separator = separator(text);
    }

    static Sheet read(byte[] bytes) {
        return new TextTable(decoded(bytes)).read();
    }

    private static String decoded(byte[] bytes) {
        if (bytes.length >= 2
                && ((bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE)
                        || (bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF))) {
            return decoded(bytes, StandardCharsets.UTF_16);
        }
        try {
            String utf8 = decoded(bytes, StandardCharsets.UTF_8);
            return utf8.startsWith("\uFEFF") ? utf8.substring(1) : utf8;
        } catch (Unreadable e) {
            return decoded(bytes, SHIFT_JIS);
        }
    }

    private static String decoded(byte[] bytes, Charset charset) {
        try {
            String text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.indexOf('\0') >= 0) {
                throw new Unreadable(SheetFile.Problem.NO_TABLE, "");
            }
            return text;
        } catch (CharacterCodingException e) {
            throw new Unreadable(SheetFile.Problem.ENCODING, "");
        }
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
        if (!cell.isEmpty() || !row.isEmpty()) {
            endRow();
        }
        return rows.sheet();
    }

    private void endCell() {
        String said = cell.toString().replace("\r\n", "\n");
        row.add(SheetWriter.harmless(said) ? said : said.substring(1));
        cell.setLength(0);
    }

    private void endRow() {
        endCell();
        rows.add(number++, row);
        row.clear();
    }
}
