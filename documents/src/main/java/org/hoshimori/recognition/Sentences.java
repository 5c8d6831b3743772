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
            } else if ((depth == 0 && (c == '。' || c == '．')) || c == '\n') {
                add(sentences, sentence);
            }
        }
        add(sentences, sentence);
        return sentences;
    }

    private static void add(List<String> sentences, StringBuilder sentence) {
        if (!sentence.toString().isBlank()) {
            sentences.add(sentence.toString().strip());
        }
        sentence.setLength(0);
    }
}
