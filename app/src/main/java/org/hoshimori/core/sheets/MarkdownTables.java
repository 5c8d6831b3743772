package org.hoshimori.core.sheets;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The tables of a Markdown text, each a sheet under the name of the heading above it; its rows are the lines of the text. */
final class MarkdownTables {

    private static final Pattern RULE = Pattern.compile("\\|?\\s*:?-{3,}:?\\s*(\\|\\s*:?-{3,}:?\\s*)*\\|?");
    private static final Pattern BETWEEN = Pattern.compile("(?<!\\\\)\\|");
    private static final Pattern LINE = Pattern.compile("\\r\\n|\\n|\\r");

    private MarkdownTables() {}

    /** None unless a row of headings between bars stands over a rule. */
    static List<Sheet> in(String text) {
        List<Sheet> sheets = new ArrayList<>();
        if (!text.contains("---") || !text.contains("|")) {
            return sheets;
        }
        List<String> lines = LINE.splitAsStream(text).map(String::strip).toList();
        String heading = "";
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith("#")) {
                heading = lines.get(i).replaceAll("^#+\\s*", "");
            } else if (i > 0 && row(lines.get(i - 1)) && row(lines.get(i)) && rule(lines.get(i))) {
                Rows rows = new Rows(heading.isEmpty() ? "Table" + (sheets.size() + 1) : heading);
                rows.add(i, cells(lines.get(i - 1)));
                int next = i + 1;
                for (; next < lines.size() && row(lines.get(next)); next++) {
                    rows.add(next + 1, cells(lines.get(next)));
                }
                sheets.add(rows.sheet());
                i = next - 1;
            }
        }
        return sheets;
    }

    private static boolean row(String line) {
        return line.startsWith("|") && line.length() > 2;
    }

    private static boolean rule(String line) {
        return RULE.matcher(line).matches();
    }

    private static List<String> cells(String line) {
        String inner = line.substring(1, line.endsWith("|") && line.length() > 1 ? line.length() - 1 : line.length());
        return BETWEEN.splitAsStream(inner)
                .map(cell -> cell.strip().replace("\\|", "|").replaceAll("(?i)<br\\s*/?>", "\n"))
                .toList();
    }
}
