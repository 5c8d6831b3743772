package org.hoshimori.documents;

/** Makes any text printable: what no XML can hold and what would turn the reading direction is gone. */
final class CleanText {

    private static final int REPLACEMENT = 0xFFFD;

    private CleanText() {}

    /** One line of text: white space as blanks, no control or direction characters, no half surrogate pairs. */
    static String of(String text) {
        int at = 0;
        while (at < text.length() && harmless(text.charAt(at))) {
            at++;
        }
        return at == text.length() ? text : cleaned(text);
    }

    private static boolean harmless(char c) {
        return (c >= ' ' && c < 0x7F) || (c >= 0xA0 && c < 0x2000) || (c >= 0x3000 && c < 0xD800);
    }

    private static String cleaned(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c == '\n' || c == '\r' || c == '\t' || c == 0x85 || c == 0x2028 || c == 0x2029) {
                out.append(' ');
            } else if ((c >= 0xD800 && c <= 0xDFFF) || (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF)) {
                out.appendCodePoint(REPLACEMENT);
            } else if (!Character.isISOControl(c) && !turnsDirection(c)) {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }

    private static boolean turnsDirection(int c) {
        return (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069)
                || c == 0x200E
                || c == 0x200F
                || c == 0xFEFF;
    }
}
