package org.hoshimori.logarchive;

/** The words of a line, parted by one or more separators; empty once they are used up. */
final class Words {

    private final String line;
    private final char separator;
    private int at;

    Words(String line, char separator) {
        this.line = line;
        this.separator = separator;
    }

    String next() {
        skip();
        int from = at;
        while (at < line.length() && line.charAt(at) != separator) {
            at++;
        }
        return line.substring(from, at);
    }

    /** What stands between quotes next, or the next word if nothing does; a backslash keeps a quote inside. */
    String quoted() {
        skip();
        if (at >= line.length() || line.charAt(at) != '"') {
            return next();
        }
        int from = ++at;
        while (at < line.length() && (line.charAt(at) != '"' || line.charAt(at - 1) == '\\')) {
            at++;
        }
        String text = line.substring(from, at);
        at = Math.min(at + 1, line.length());
        return text;
    }

    /** What stands between square brackets next, empty if nothing does. */
    String bracketed() {
        skip();
        int end = line.indexOf(']', at);
        if (at >= line.length() || line.charAt(at) != '[' || end < 0) {
            return "";
        }
        String text = line.substring(at + 1, end);
        at = end + 1;
        return text;
    }

    String rest() {
        skip();
        String rest = line.substring(at).strip();
        at = line.length();
        return rest;
    }

    private void skip() {
        while (at < line.length() && line.charAt(at) == separator) {
            at++;
        }
    }
}
