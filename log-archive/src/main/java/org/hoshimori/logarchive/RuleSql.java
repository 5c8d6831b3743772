package org.hoshimori.logarchive;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps rules to SQL that every engine reads alike ({@code docs/rule-sql.md}): only functions of the list and our own {@code hm_…}, every
 * ordering says where NULLs go, nothing approximate, no clock, no chance, and no division by what may be zero.
 */
final class RuleSql {

    private static final Set<String> FUNCTIONS = Set.of(
            "count",
            "sum",
            "min",
            "max",
            "avg",
            "median",
            "stddev_pop",
            "stddev_samp",
            "coalesce",
            "nullif",
            "abs",
            "floor",
            "ceil",
            "round",
            "sqrt",
            "least",
            "greatest",
            "lower",
            "upper",
            "length",
            "substr",
            "concat",
            "replace",
            "trim",
            "lag",
            "lead",
            "row_number",
            "rank",
            "cast",
            "hm_seconds",
            "hm_hour",
            "hm_day",
            "hm_domain",
            "hm_failed",
            "hm_weekend",
            "hm_address");
    private static final Set<String> BEFORE_BRACKET = Set.of(
            "in",
            "and",
            "or",
            "not",
            "as",
            "from",
            "join",
            "on",
            "where",
            "over",
            "by",
            "select",
            "values",
            "exists",
            "then",
            "else",
            "when",
            "case",
            "having",
            "union",
            "all",
            "except",
            "intersect",
            "with",
            "between",
            "is",
            "like",
            "using",
            "any",
            "distinct",
            "partition",
            "order",
            "filter",
            "decimal",
            "varchar",
            "end",
            "lateral");
    private static final Set<String> FORBIDDEN = Set.of(
            "limit",
            "offset",
            "random",
            "now",
            "current_timestamp",
            "current_date",
            "today",
            "qualify",
            "pivot",
            "unpivot",
            "asof",
            "sample",
            "tablesample",
            "ilike",
            "similar",
            "regexp",
            "rlike",
            "recursive",
            "insert",
            "update",
            "delete",
            "create",
            "drop",
            "copy",
            "attach",
            "pragma",
            "set",
            "install",
            "load",
            "call",
            "export",
            "interval",
            "exclude",
            "columns",
            "lateral");
    private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern ORDER = Pattern.compile("(?i)\\border\\s+by\\b");
    private static final Pattern DIVISION =
            Pattern.compile("/\\s*+(?!nullif\\s*\\(|[0-9]*[1-9])", Pattern.CASE_INSENSITIVE);

    private RuleSql() {}

    /** @throws ArchiveRefused with the rule's id and what it may not say */
    static void check(String id, String sql) {
        String bare = SqlText.bare(sql);
        List<String> wrong = new ArrayList<>();
        Matcher words = WORD.matcher(bare);
        while (words.find()) {
            String word = words.group().toLowerCase(Locale.ROOT);
            if (FORBIDDEN.contains(word)) {
                wrong.add(word);
            }
            boolean called = bare.substring(words.end()).stripLeading().startsWith("(");
            boolean defined = bare.substring(0, words.start()).matches("(?is).*(with|,)\\s*$")
                    && bare.substring(words.end()).matches("(?is)\\s*as\\s*\\(.*");
            if (called && !defined && !FUNCTIONS.contains(word) && !BEFORE_BRACKET.contains(word)) {
                wrong.add(word + "()");
            }
        }
        if (bare.contains("::")
                || bare.contains("->")
                || bare.contains("[")
                || bare.contains("{")
                || bare.contains("~")
                || bare.contains("//")
                || bare.contains("**")
                || bare.contains("||")
                || bare.contains("%")) {
            wrong.add(":: -> [] {} ~ // ** || %");
        }
        if (sql.indexOf('"') >= 0) {
            wrong.add("\"");
        }
        if (DIVISION.matcher(bare).find()) {
            wrong.add("/ … (NULLIF)");
        }
        orders(bare, wrong);
        if (!wrong.isEmpty()) {
            throw new ArchiveRefused("logs.rule", id, String.join(", ", wrong));
        }
    }

    private static void orders(String bare, List<String> wrong) {
        Matcher order = ORDER.matcher(bare);
        while (order.find()) {
            int depth = 0;
            int from = order.end();
            int at = from;
            while (at < bare.length() && depth >= 0) {
                char c = bare.charAt(at);
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
                if (depth < 0) {
                    break;
                }
                if (c == ',' && depth == 0) {
                    item(bare.substring(from, at), wrong);
                    from = at + 1;
                }
                at++;
            }
            item(bare.substring(from, at), wrong);
        }
    }

    private static void item(String item, List<String> wrong) {
        if (!item.matches("(?is).*\\bnulls\\s+(first|last)\\b.*")) {
            wrong.add("ORDER BY" + item.replaceAll("\\s+", " ").stripTrailing() + " (NULLS)");
        }
    }
}
