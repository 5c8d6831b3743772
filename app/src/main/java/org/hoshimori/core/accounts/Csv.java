package org.hoshimori.core.accounts;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Comma-separated values (RFC 4180) as spreadsheets open them: UTF-8 with a byte order mark, every cell quoted, and no cell that a
 * spreadsheet would take for a formula – an apostrophe stands before it.
 */
final class Csv {

    private static final String FORMULA = "=+-@\t\r\n|%";

    private Csv() {}

    static byte[] bytes(List<List<String>> rows) {
        return rows.stream()
                .map(row -> row.stream().map(Csv::cell).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n", "\uFEFF", "\r\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String cell(String text) {
        boolean formula = !text.isEmpty() && FORMULA.indexOf(wide(text.charAt(0))) >= 0;
        return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }

    /** Japanese spreadsheets take full-width signs for the same. */
    private static char wide(char c) {
        return c >= '\uFF01' && c <= '\uFF5E' ? (char) (c - 0xFEE0) : c;
    }
}
