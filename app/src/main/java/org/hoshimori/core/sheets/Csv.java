package org.hoshimori.core.sheets;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Comma-separated values (RFC 4180) as spreadsheets open them: UTF-8 with the mark by which Excel knows it. A cell that a spreadsheet
 * would take for a formula gets an apostrophe before it, which reading takes away.
 */
public final class Csv {

    private static final char MARK = '\uFEFF';
    private static final String FORMULA = "=+-@\t\r\n|%";
    private static final Pattern PLAIN = Pattern.compile("[^\",\r\n;\t]*");

    private Csv() {}

    /** A whole table. */
    public static byte[] bytes(List<List<String>> rows) {
        StringWriter table = new StringWriter();
        mark(table);
        rows.forEach(row -> line(table, row));
        return table.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** What stands before the first line. */
    static void mark(Writer out) {
        try {
            out.write(MARK);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void line(Writer out, List<String> cells) {
        try {
            for (int c = 0; c < cells.size(); c++) {
                String cell = isFormula(cells.get(c)) ? "'" + cells.get(c) : cells.get(c);
                out.write(c == 0 ? "" : ",");
                out.write(PLAIN.matcher(cell).matches() ? cell : '"' + cell.replace("\"", "\"\"") + '"');
            }
            out.write("\r\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a cell says, without the apostrophe that keeps it from being a formula; older tables have one before a sign alone, too. */
    static String said(String cell) {
        return cell.startsWith("'") && beginsWithSign(cell.substring(1)) ? cell.substring(1) : cell;
    }

    /** Japanese spreadsheets take full-width signs for the same; a sign alone computes nothing. */
    private static boolean isFormula(String cell) {
        return cell.length() > 1 && beginsWithSign(cell);
    }

    private static boolean beginsWithSign(String cell) {
        return !cell.isEmpty() && FORMULA.indexOf(narrow(cell.charAt(0))) >= 0;
    }

    private static char narrow(char c) {
        return c >= '\uFF01' && c <= '\uFF5E' ? (char) (c - 0xFEE0) : c;
    }
}
