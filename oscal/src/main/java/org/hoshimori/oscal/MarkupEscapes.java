package org.hoshimori.oscal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes text as Markdown so that it reads back as the same text; escapes only where a mark would be seen. */
final class MarkupEscapes {

    private static final Pattern ENTITY =
            Pattern.compile("&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});");
    private static final Pattern LINE_START =
            Pattern.compile("^(?:([#>]|[-+=](?=\\s|$)|={2,}|-{2,}|~{3,}|\\[)|(\\d{1,9})([.)](?=\\s|$)))");

    private MarkupEscapes() {}

    /** Adds text; blanks collapse, as in XML they mean one. */
    static void text(StringBuilder out, String text, boolean inTable) {
        boolean brackets = text.contains("](");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
                if (out.isEmpty() || (last(out) != ' ' && last(out) != '\n')) {
                    out.append(' ');
                }
                continue;
            }
            char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
            boolean escape = switch (c) {
                case '\\', '*', '`', '"', '~', '^' -> true;
                case '_' -> !(wordBefore(out) && Character.isLetterOrDigit(next));
                case '[', ']' -> brackets;
                case '<' -> Character.isLetter(next) || next == '/' || next == '!' || next == '?';
                case '&' -> ENTITY.matcher(text).region(i, text.length()).lookingAt();
                case '{' -> next == '{' && text.startsWith("{{ insert:", i);
                case '|' -> inTable;
                default -> false;
            };
            if (escape) {
                out.append('\\');
            }
            out.append(c);
        }
    }

    private static char last(StringBuilder out) {
        return out.charAt(out.length() - 1);
    }

    private static boolean wordBefore(StringBuilder out) {
        return !out.isEmpty() && Character.isLetterOrDigit(last(out));
    }

    /** Escapes what would make a paragraph's first line a heading, a list, a quotation or a definition. */
    static String lineStart(String line) {
        Matcher m = LINE_START.matcher(line);
        if (!m.find() || (m.group(1) != null && m.group(1).equals("[") && !line.matches("(?s)\\[[^\\]]*\\]:.*"))) {
            return line;
        }
        return m.group(1) != null ? "\\" + line : m.group(2) + "\\" + m.group(3) + line.substring(m.end());
    }

    static int longestBackticks(String text) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            run = text.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    static String code(String text, boolean inTable) {
        if (text.isEmpty()) {
            return "";
        }
        String fence = "`".repeat(longestBackticks(text) + 1);
        boolean touching = text.startsWith("`") || text.endsWith("`");
        String body = inTable ? text.replace("|", "\\|") : text;
        return touching ? fence + " " + body + " " + fence : fence + body + fence;
    }

    static String target(@Nullable String href, @Nullable String title) {
        String address = href == null ? "" : href;
        boolean plain =
                address.chars().allMatch(c -> c > ' ' && c != '(' && c != ')' && c != '<' && c != '>' && c != '\\');
        String shown = plain && !address.isEmpty()
                ? address
                : "<"
                        + address.replace("\\", "\\\\")
                                .replace("<", "\\<")
                                .replace(">", "\\>")
                                .replaceAll("[\\r\\n]+", " ")
                        + ">";
        if (title == null) {
            return "(" + shown + ")";
        }
        return "(" + shown + " \"" + title.replace("\\", "\\\\").replace("\"", "\\\"") + "\")";
    }
}
