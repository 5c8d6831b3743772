package org.hoshimori.documents;

/** How wide words are, roughly, counted in half-width letters: a kanji is 2, a Latin letter 1. */
final class TextWidth {

    private TextWidth() {}

    static int of(String text) {
        int width = 0;
        for (int i = 0; i < text.length(); i++) {
            width += of(text.charAt(i));
        }
        return width;
    }

    private static int of(char c) {
        return c < 0x1100 || (c >= 0xFF61 && c <= 0xFF9F) || Character.isLowSurrogate(c) ? 1 : 2;
    }

    /** The widest piece that should stay in one line: a Latin word, or a few kanji. */
    static int ofWidestWord(String text) {
        int widest = 0;
        int word = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            word = c > ' ' && c < 0x1100 && c != '/' ? word + 1 : 0;
            widest = Math.max(widest, Math.max(word, of(c)));
        }
        return widest;
    }
}
