package org.hoshimori.logarchive;

/** Looks at SQL by its tokens, not by its meaning. */
final class SqlText {

    private SqlText() {}

    /** The one statement that a text is, without a semicolon at its end; refuses more than one, and brackets that do not match. */
    static String one(String sql) {
        String text = sql.strip();
        while (text.endsWith(";")) {
            text = text.substring(0, text.length() - 1).strip();
        }
        String bare = bare(text);
        int depth = 0;
        for (int i = 0; i < bare.length(); i++) {
            char c = bare.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == ';' || depth < 0) {
                throw new ArchiveRefused("logs.one-select");
            }
        }
        if (depth != 0 || !bare.strip().matches("(?is)(select|with|from|values|\\().*")) {
            throw new ArchiveRefused("logs.one-select");
        }
        return text;
    }

    /** The text with what stands in quotes and comments replaced by blanks, as long as before. */
    static String bare(String sql) {
        StringBuilder out = new StringBuilder(sql);
        int i = 0;
        while (i < sql.length()) {
            int end = skipped(sql, i);
            if (end > i) {
                for (int k = i; k < end; k++) {
                    if (sql.charAt(k) != '\n') {
                        out.setCharAt(k, ' ');
                    }
                }
                i = end;
            } else {
                i++;
            }
        }
        return out.toString();
    }

    /** Where what begins here and is no code ends; here itself if code begins. */
    private static int skipped(String sql, int i) {
        char c = sql.charAt(i);
        if (c == '\'' || c == '"') {
            int end = i + 1;
            while (end < sql.length()) {
                if (sql.charAt(end) == c) {
                    if (end + 1 < sql.length() && sql.charAt(end + 1) == c) {
                        end++;
                    } else {
                        return end + 1;
                    }
                }
                end++;
            }
            throw new ArchiveRefused("logs.one-select");
        }
        if (c == '$' && i + 1 < sql.length() && !Character.isDigit(sql.charAt(i + 1))) {
            throw new ArchiveRefused("logs.one-select"); // dollar quotes, which no other engine reads alike
        }
        if (sql.startsWith("--", i)) {
            int end = sql.indexOf('\n', i);
            return end < 0 ? sql.length() : end;
        }
        if (sql.startsWith("/*", i)) {
            int end = sql.indexOf("*/", i + 2);
            if (end < 0) {
                throw new ArchiveRefused("logs.one-select");
            }
            return end + 2;
        }
        return i;
    }
}
