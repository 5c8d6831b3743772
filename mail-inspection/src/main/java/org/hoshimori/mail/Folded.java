package org.hoshimori.mail;

import com.ibm.icu.text.Normalizer2;
import java.util.Arrays;
import java.util.Locale;

/**
 * A text as it is compared: compatibility forms, case and accents folded, invisible characters gone, blanks run together and
 * none left between Japanese characters, letters that only look Latin made Latin. Knows where each character came from.
 */
final class Folded {

    private static final Normalizer2 NFKC = Normalizer2.getNFKCInstance();
    private static final Normalizer2 NFD = Normalizer2.getNFDInstance();

    private final StringBuilder text;
    private int[] origin;
    private int invisible;
    private int disguised;

    private Folded(int length) {
        text = new StringBuilder(length);
        origin = new int[length + 16];
    }

    static Folded of(String original) {
        Folded folded = new Folded(original.length());
        for (int i = 0; i < original.length(); ) {
            char c = original.charAt(i);
            if (c < 0x80) {
                folded.ascii(c, i);
                i++;
            } else {
                int point = original.codePointAt(i);
                folded.other(point, i);
                i += Character.charCount(point);
            }
        }
        return folded;
    }

    CharSequence text() {
        return text;
    }

    /** Where the character at this place stood in the original. */
    int origin(int at) {
        return at < text.length() ? origin[at] : text.isEmpty() ? 0 : origin[text.length() - 1] + 1;
    }

    /** How many zero-width characters stood inside words. */
    int invisible() {
        return invisible;
    }

    /** How many letters were of a foreign script that looks Latin, within Latin words, or mathematical letters. */
    int disguised() {
        return disguised;
    }

    private void ascii(char c, int at) {
        if (c <= ' ') {
            blank(at);
        } else {
            append(c >= 'A' && c <= 'Z' ? (char) (c + 32) : c, at);
        }
    }

    private void blank(int at) {
        int length = text.length();
        if (length > 0 && text.charAt(length - 1) != ' ') {
            append(' ', at);
        }
    }

    private void other(int point, int at) {
        if (Character.isWhitespace(point) || Character.isSpaceChar(point)) {
            blank(at);
            return;
        }
        int type = Character.getType(point);
        if (type == Character.FORMAT || type == Character.CONTROL || point == 0x34F || point == 0x2800) {
            boolean joiner = point == 0x200C || point == 0x200D; // belongs to some scripts and to emoji
            if (!joiner && !text.isEmpty() && Character.isLetter(text.charAt(text.length() - 1))) {
                invisible++;
            }
            return;
        }
        if ((point >= 0x3041 && point <= 0x30FF) || (point >= 0x4E00 && point <= 0x9FFF)) {
            cjk((char) point, at);
            return;
        }
        int latin = Lookalikes.latin(point);
        if (latin > 0 && !text.isEmpty() && isAsciiLetter(text.charAt(text.length() - 1))) {
            disguised++;
            append((char) latin, at);
            return;
        }
        if (point >= 0x1D400 && point <= 0x1D7FF) {
            disguised++;
        }
        String composed = NFKC.normalize(Character.toString(point));
        if (composed.codePoints().anyMatch(c -> c >= 0x3041 && c <= 0x30FF)) {
            // Katakana written halfwidth and the like must not lose its voicing marks by decomposition.
            for (int i = 0; i < composed.length(); i++) {
                append(composed.charAt(i), at);
            }
            return;
        }
        String plain = NFD.normalize(composed).toLowerCase(Locale.ROOT);
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (c >= 0x300 && c <= 0x36F) {
                continue;
            }
            if (c == 'ß') {
                append('s', at);
                append('s', at);
            } else if (c <= ' ') {
                blank(at);
            } else {
                append(c, at);
            }
        }
    }

    private void cjk(char c, int at) {
        int length = text.length();
        if (length > 1 && text.charAt(length - 1) == ' ' && isCjk(text.charAt(length - 2))) {
            text.setLength(length - 1);
        }
        append(c, at);
    }

    private void append(char c, int at) {
        if (text.length() == origin.length) {
            origin = Arrays.copyOf(origin, origin.length * 2);
        }
        origin[text.length()] = at;
        text.append(c);
    }

    private static boolean isAsciiLetter(char c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean isCjk(char c) {
        return (c >= 0x3001 && c <= 0x30FF) || (c >= 0x4E00 && c <= 0x9FFF);
    }
}
