package org.hoshimori.recognition;

import java.util.Map;
import java.util.TreeMap;

/** A text as a bag of its pairs of neighbouring characters; digits don't count, since values differ. */
record Grams(Map<String, Integer> counts) {

    static Grams of(String text) {
        String plain = Plain.of(Folded.text(text)).replaceAll("[0-9\\p{Punct}。、「」・]", "");
        Map<String, Integer> counts = new TreeMap<>();
        for (int i = 0; i + 2 <= plain.length(); i++) {
            counts.merge(plain.substring(i, i + 2), 1, Integer::sum);
        }
        return new Grams(counts);
    }
}
