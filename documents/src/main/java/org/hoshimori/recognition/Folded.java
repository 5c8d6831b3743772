package org.hoshimori.recognition;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/** A text as it is compared: full width as half, no blanks, one kind of comma; every folded character knows where it came from. */
final class Folded {

    private final String original;
    private final String text;
    private final int[] from;

    private Folded(String original, String text, int[] from) {
        this.original = original;
        this.text = text;
        this.from = from;
    }

    String original() {
        return original;
    }

    String text() {
        return text;
    }

    /** Where in the original a folded character stands; the original's end for the end. */
    int from(int folded) {
        return from[folded];
    }

    static Folded of(String original) {
        StringBuilder text = new StringBuilder(original.length());
        int[] from = new int[original.length() * 4 + 1];
        int size = 0;
        for (int i = 0; i < original.length(); ) {
            int end = original.offsetByCodePoints(i, 1);
            // A half-width kana and its voiced mark are one character.
            if (end < original.length() && (original.charAt(end) == 'ﾞ' || original.charAt(end) == 'ﾟ')) {
                end++;
            }
            String normal = fold(original.substring(i, end));
            for (int k = 0; k < normal.length() && size < from.length - 1; k++) {
                text.append(normal.charAt(k));
                from[size++] = i;
            }
            i = end;
        }
        int[] exact = Arrays.copyOf(from, size + 1);
        exact[size] = original.length();
        return new Folded(original, text.toString(), exact);
    }

    static String text(String original) {
        return of(original).text;
    }

    private static String fold(String character) {
        char first = character.charAt(0);
        return switch (first) {
            case '，', '､' -> "、";
            case '．' -> "。";
            case '‐', '‑', '–', '—', '―', '−', '－', 'ｰ' -> character.equals("ｰ") ? "ー" : "-";
            case '“', '”', '＂', '『' -> first == '『' ? "「" : "\"";
            case '』' -> "」";
            case '〇', '◯' -> "○";
            case 'ヵ', 'ケ', 'ヶ' -> first == 'ケ' ? "ケ" : "ヶ";
            default -> {
                if (Character.isWhitespace(first)
                        || Character.isSpaceChar(first)
                        || first == 0x200B
                        || first == 0xFEFF) {
                    yield "";
                }
                yield Normalizer.normalize(character, Normalizer.Form.NFKC)
                        .toLowerCase(Locale.ROOT)
                        .replace(" ", "");
            }
        };
    }

    /** The original's words for a stretch of the folded text. */
    String original(int start, int end) {
        return original.substring(from[start], start == end ? from[start] : from[end])
                .strip();
    }
}
