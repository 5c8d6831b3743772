package org.hoshimori.recognition;

import java.util.ArrayList;
import java.util.List;

/** Parts a paragraph where its sentences end; not within brackets. */
final class Sentences {

    private Sentences() {}

    static List<String> of(String text) {
        List<String> sentences = new ArrayList<>();
        StringBuilder sentence = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            sentence.append(c);
            if ("（(「『【".indexOf(c) >= 0) {
                depth++;
            } else if ("）)」』】".indexOf(c) >= 0) {
                depth = Math.max(0, depth - 1);
            } else if ((depth == 0 && ends(text, i)) || c == '\n') {
                add(sentences, sentence);
            }
        }
        add(sentences, sentence);
        return sentences;
    }

    /** Some write a half-width stop after Japanese words; within Latin ones and numbers it ends nothing. */
    private static boolean ends(String text, int at) {
        return switch (text.charAt(at)) {
            case '。', '．' -> true;
            case '.' ->
                at > 0
                        && text.charAt(at - 1) > 0x3000
                        && (at + 1 == text.length() || Character.isWhitespace(text.charAt(at + 1)));
            default -> false;
        };
    }

    private static void add(List<String> sentences, StringBuilder sentence) {
        if (!sentence.toString().isBlank()) {
            sentences.add(sentence.toString().strip());
        }
        sentence.setLength(0);
    }
}
