package org.hoshimori.chapters.processing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** The log as a table that Excel opens; what looks like a formula stays text. */
final class LogTable {

    private static final String FORMULA = "=+-@\t\r\n|%";

    private LogTable() {}

    static byte[] csv(List<List<String>> rows) {
        return ("\uFEFF"
                        + rows.stream()
                                .map(row -> row.stream().map(LogTable::cell).collect(Collectors.joining(",")))
                                .collect(Collectors.joining("\r\n", "", "\r\n")))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String cell(String text) {
        boolean formula = !text.isEmpty() && FORMULA.indexOf(wide(text.charAt(0))) >= 0;
        return "\"" + (formula ? "'" : "") + text.replace("\"", "\"\"") + "\"";
    }

    /** Japanese spreadsheets take full-width signs for the same. */
    private static char wide(char c) {
        return c >= '\uFF01' && c <= '\uFF5E' ? (char) (c - 0xFEE0) : c;
    }
}
