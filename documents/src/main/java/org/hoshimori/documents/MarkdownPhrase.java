package org.hoshimori.documents;

import java.util.Set;

/** A phrase in Markdown; open places of a draft in brackets with a word for what to do. */
record MarkdownPhrase(Labels labels, Set<String> ids, boolean draft) {

    String of(Phrase phrase) {
        StringBuilder out = new StringBuilder();
        boolean space = false;
        boolean own = false;
        for (Run run : phrase.runs()) {
            space = mark(out, run, Run.Mark.SPACE, "space", space);
            own = mark(out, run, Run.Mark.OWN, "own", own);
            out.append(of(run));
            if (run.marks().contains(Run.Mark.OTHER_LANGUAGE)) {
                out.append(" (").append(labels.get("other-language")).append(')');
            }
        }
        return out.toString().strip();
    }

    private boolean mark(StringBuilder out, Run run, Run.Mark mark, String label, boolean on) {
        if (run.text().isBlank()) {
            return on;
        }
        boolean now = draft && run.marks().contains(mark);
        if (now && !on) {
            out.append("`").append(labels.get(label)).append("` ");
        }
        return now;
    }

    private String of(Run run) {
        return switch (run) {
            case Run.Text text -> escaped(text.text());
            case Run.Value value -> value(value);
            case Run.Link link ->
                ids.contains(link.clause())
                        ? "[" + escaped(link.text()) + "](#" + link.clause() + ")"
                        : escaped(link.text());
            case Run.Break _ -> "<br>";
        };
    }

    private String value(Run.Value value) {
        String open = draft ? labels.of(value.state()) : "";
        return open.isEmpty() ? escaped(value.text()) : "`" + open + "` " + escaped(value.text());
    }

    /** The text with everything escaped that Markdown or HTML would read, and with addresses left to be recognised. */
    static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (special(text, i, c)) {
                out.append('\\');
            }
            out.append(c);
        }
        return out.toString();
    }

    private static boolean special(String text, int at, char c) {
        return switch (c) {
            case '\\', '`', '*', '{', '}', '[', ']', '<', '>', '|', '$', '&' -> true;
            case '_' -> !(letter(text, at - 1) && letter(text, at + 1));
            case '#', '-', '+', '=', '~' -> at == 0 || text.charAt(at - 1) == c;
            case '.', ')' -> at > 0 && startsList(text, at);
            default -> false;
        };
    }

    private static boolean letter(String text, int at) {
        return at >= 0 && at < text.length() && Character.isLetterOrDigit(text.charAt(at));
    }

    private static boolean startsList(String text, int end) {
        return end <= 9 && text.chars().limit(end).allMatch(c -> c >= '0' && c <= '9');
    }
}
