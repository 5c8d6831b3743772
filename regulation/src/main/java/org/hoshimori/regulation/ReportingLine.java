package org.hoshimori.regulation;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.hoshimori.catalog.Lang;
import org.hoshimori.catalog.Table;
import org.hoshimori.catalog.Words;

/**
 * A post in the tree that a table of who reports to whom ({@code org-1.b_chart}) makes.
 *
 * @param post its code
 * @param below the posts that report to it, in the table's order
 */
public record ReportingLine(String post, List<ReportingLine> below) {

    private static final String POST = "post";
    private static final String HOLDER = "holder";
    private static final String REPORTS_TO = "reports-to";

    /** Keeps its own copy. */
    public ReportingLine {
        below = List.copyOf(below);
    }

    /** Whether a table tells who reports to whom. */
    public static boolean tells(Table table) {
        return List.of(POST, HOLDER, REPORTS_TO)
                .equals(table.columns().stream().map(Table.Column::id).toList());
    }

    /** The code of the post that a row of such a table is about. */
    public static String post(Table.Row row) {
        return code(row, 0);
    }

    /** The topmost posts. A post stands once only, so that posts reporting to each other in a circle end somewhere. */
    public static List<ReportingLine> of(Table table) {
        Map<String, Set<String>> reports = new LinkedHashMap<>();
        Set<String> reporting = new HashSet<>();
        for (Table.Row row : table.rows()) {
            String post = post(row);
            String to = code(row, 2);
            if (!post.equals(to)) {
                reports.computeIfAbsent(to, k -> new LinkedHashSet<>()).add(post);
                reporting.add(post);
            }
        }
        Set<String> drawn = new HashSet<>();
        return Stream.concat(
                        reports.keySet().stream().filter(p -> !reporting.contains(p)),
                        table.rows().stream().map(ReportingLine::post))
                .filter(post -> !post.isEmpty() && !drawn.contains(post))
                .map(post -> line(reports, post, drawn))
                .toList();
    }

    private static ReportingLine line(Map<String, Set<String>> reports, String post, Set<String> drawn) {
        drawn.add(post);
        return new ReportingLine(
                post,
                reports.getOrDefault(post, Set.of()).stream()
                        .filter(p -> !drawn.contains(p))
                        .map(p -> line(reports, p, drawn))
                        .toList());
    }

    /** Codes are the same in both languages. */
    private static String code(Table.Row row, int column) {
        Words words = row.cells().get(column).words();
        return words == null ? "" : words.in(Lang.JA);
    }
}
