package org.hoshimori.logarchive;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rules as Apache Spark reads them. Within the subset of {@code docs/rule-sql.md} only this differs: our own functions, which stand for
 * expressions; {@code round} and {@code concat}, which Spark computes otherwise; decimal numbers, which are doubles to us; names of types.
 */
public final class SparkSql {

    private static final Pattern CALL = Pattern.compile(
            "(?i)\\b(hm_seconds|hm_hour|hm_day|hm_weekend|hm_domain|hm_failed|hm_address|round|concat)\\s*\\(");
    private static final Pattern DECIMAL = Pattern.compile("(?<![\\w.])(\\d+\\.\\d+)(?![\\w.])");
    private static final Pattern VARCHAR = Pattern.compile("(?i)\\bvarchar\\b");

    private SparkSql() {}

    /** The same question in Spark's words. */
    public static String of(String sql) {
        String text = replaced(replaced(calls(sql), DECIMAL, "$1D"), VARCHAR, "STRING");
        return text;
    }

    /** Replaces outside of quotes and comments only. */
    private static String replaced(String sql, Pattern pattern, String by) {
        Matcher matcher = pattern.matcher(SqlText.bare(sql));
        StringBuilder out = new StringBuilder();
        int from = 0;
        while (matcher.find()) {
            out.append(sql, from, matcher.start())
                    .append(pattern.matcher(sql.substring(matcher.start(), matcher.end()))
                            .replaceAll(by));
            from = matcher.end();
        }
        return out.append(sql, from, sql.length()).toString();
    }

    private static String calls(String sql) {
        String bare = SqlText.bare(sql);
        Matcher call = CALL.matcher(bare);
        StringBuilder out = new StringBuilder();
        int from = 0;
        while (call.find(from)) {
            List<String> arguments = new ArrayList<>();
            int end = arguments(sql, bare, call.end(), arguments);
            out.append(sql, from, call.start())
                    .append(expression(
                            call.group(1).toLowerCase(Locale.ROOT),
                            arguments.stream().map(SparkSql::calls).toList()));
            from = end;
        }
        return out.append(sql, from, sql.length()).toString();
    }

    /** Collects what stands between the brackets; says where the call ends. */
    private static int arguments(String sql, String bare, int begin, List<String> into) {
        int depth = 0;
        int from = begin;
        for (int i = begin; i < bare.length(); i++) {
            char c = bare.charAt(i);
            if (c == '(') {
                depth++;
            } else if (c == ')' && depth-- == 0) {
                into.add(sql.substring(from, i).strip());
                return i + 1;
            } else if (c == ',' && depth == 0) {
                into.add(sql.substring(from, i).strip());
                from = i + 1;
            }
        }
        throw new ArchiveRefused("logs.one-select");
    }

    private static String expression(String function, List<String> a) {
        return switch (function) {
            case "hm_seconds" ->
                "(CAST(timestampdiff(MICROSECOND, " + a.get(0) + ", " + a.get(1) + ") AS DOUBLE) / 1000000D)";
            case "hm_hour" -> "hour((" + a.get(0) + ") + INTERVAL '9' HOUR)";
            case "hm_day" -> "CAST((" + a.get(0) + ") + INTERVAL '9' HOUR AS DATE)";
            case "hm_weekend" -> "(weekday(CAST((" + a.get(0) + ") + INTERVAL '9' HOUR AS DATE)) >= 5)";
            case "hm_domain" ->
                "(CASE WHEN (" + a.get(0) + ") RLIKE '[.](" + Macros.COMMON + ")[.][a-z][a-z]$' THEN regexp_extract("
                        + a.get(0) + ", '([^.]+[.][^.]+[.][^.]+)$', 1) ELSE regexp_extract(" + a.get(0)
                        + ", '([^.]+[.][^.]+)$', 1) END)";
            case "hm_failed" ->
                "(coalesce((" + a.get(0) + ") IN (" + Macros.FAILED + "), false) OR coalesce((" + a.get(1)
                        + ") IN (4, 5), false) OR coalesce((" + a.get(2) + ") = 2, false))";
            case "hm_address" -> "(" + a.get(0) + ")";
            case "concat" -> "concat_ws('', " + String.join(", ", a) + ")";
            default -> rounded(a);
        };
    }

    /** By the same steps as the engine within: half away from zero, on doubles, not on their digits. */
    private static String rounded(List<String> a) {
        int digits = a.size() < 2 ? 0 : Integer.parseInt(a.get(1));
        String power = "1" + "0".repeat(digits) + "D";
        String x = "CAST(" + a.get(0) + " AS DOUBLE)";
        return "(signum(" + x + ") * floor(abs(" + x + ") * " + power + " + 0.5D) / " + power + ")";
    }
}
