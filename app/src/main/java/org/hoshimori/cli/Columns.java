package org.hoshimori.cli;

import java.util.List;

/** A table in a terminal, where a Japanese character is two columns wide. */
record Columns(List<String> head, List<List<String>> rows) {

    private static final String GAP = "  ";

    String text() {
        int[] widths = new int[head.size()];
        measure(widths, head);
        rows.forEach(r -> measure(widths, r));
        StringBuilder out = new StringBuilder();
        line(out, widths, head);
        rows.forEach(r -> line(out, widths, r));
        return out.toString();
    }

    private static void measure(int[] widths, List<String> row) {
        for (int i = 0; i < widths.length; i++) {
            widths[i] = Math.max(widths[i], width(row.get(i)));
        }
    }

    private static void line(StringBuilder out, int[] widths, List<String> row) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            line.append(row.get(i))
                    .append(" ".repeat(widths[i] - width(row.get(i))))
                    .append(GAP);
        }
        out.append(line.toString().stripTrailing()).append('\n');
    }

    /** How many columns a text takes: two for CJK, kana and full-width forms. */
    static int width(String text) {
        return text.codePoints().map(Columns::width).sum();
    }

    private static int width(int c) {
        boolean wide = (c >= 0x1100 && c <= 0x115F)
                || (c >= 0x2E80 && c <= 0xA4CF)
                || (c >= 0xAC00 && c <= 0xD7A3)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0xFE30 && c <= 0xFE6F)
                || (c >= 0xFF00 && c <= 0xFF60)
                || (c >= 0xFFE0 && c <= 0xFFE6)
                || c >= 0x1F300;
        return wide ? 2 : 1;
    }
}
