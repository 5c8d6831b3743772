package org.hoshimori.recognition;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** What a pair of characters is worth: the fewer of the sample's sentences have it, the more it tells. */
final class Weights {

    /** Words of less weight than this tell nothing by themselves. */
    private static final double LEAST = 14;

    /** What it counts that all of a sentence stands in a longer text. */
    private static final double MERGED = 0.7;

    private final Map<String, Integer> sentences = new HashMap<>();
    private final double all;

    Weights(Collection<Grams> sample) {
        sample.forEach(g -> g.counts().keySet().forEach(k -> sentences.merge(k, 1, Integer::sum)));
        all = sample.size();
    }

    double of(String gram) {
        return Math.log((all + 1) / (sentences.getOrDefault(gram, 0) + 0.5));
    }

    double sum(Grams grams) {
        double sum = 0;
        for (Map.Entry<String, Integer> gram : grams.counts().entrySet()) {
            sum += of(gram.getKey()) * gram.getValue();
        }
        return sum;
    }

    double common(Grams one, Grams other) {
        double sum = 0;
        for (Map.Entry<String, Integer> gram : one.counts().entrySet()) {
            int both = Math.min(gram.getValue(), other.counts().getOrDefault(gram.getKey(), 0));
            sum += of(gram.getKey()) * both;
        }
        return sum;
    }

    /** How alike two texts are, 0 to 1; a short text that stands in a long one counts for something. */
    double alike(Grams one, Grams other) {
        double a = sum(one);
        double b = sum(other);
        if (a == 0 || b == 0) {
            return 0;
        }
        double both = common(one, other);
        double within = both / Math.max(LEAST, Math.min(a, b));
        return 0.6 * (2 * both / (a + b)) + 0.4 * Math.min(1, within);
    }

    /** How far a text says what a sentence of the sample does, alone or merged with others. */
    double says(Grams sentence, Grams text) {
        double alike = alike(sentence, text);
        return sum(sentence) < LEAST ? alike : Math.max(alike, MERGED * within(sentence, text));
    }

    /** How much of one text stands in another, 0 to 1. */
    double within(Grams part, Grams whole) {
        double sum = sum(part);
        return sum == 0 ? 0 : common(part, whole) / sum;
    }
}
