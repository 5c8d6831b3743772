package org.hoshimori.word;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which paragraph that came back is which that went out: by bookmark, by the same words, between these by likeness. */
final class Alignment {

    private static final double ALIKE = 0.4;

    private final List<WordParagraph> out;
    private final List<WordParagraph> back;
    private final int[] pairs;

    private Alignment(List<WordParagraph> out, List<WordParagraph> back) {
        this.out = out;
        this.back = back;
        this.pairs = new int[back.size()];
        Arrays.fill(pairs, -1);
    }

    /** For each paragraph that came back the index of the one that went out, or -1; ascending. */
    static int[] of(List<WordParagraph> out, List<WordParagraph> back) {
        Alignment alignment = new Alignment(out, back);
        alignment.bookmarks();
        alignment.between(alignment::sameWords);
        alignment.between(alignment::alike);
        return alignment.pairs;
    }

    private void bookmarks() {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < out.size(); i++) {
            int at = i;
            out.get(i).bookmarks().forEach(b -> places.putIfAbsent(b, at));
        }
        int last = -1;
        for (int i = 0; i < back.size(); i++) {
            for (String bookmark : back.get(i).bookmarks()) {
                Integer place = places.get(bookmark);
                // A paragraph that was moved keeps its words, not its place.
                if (place != null && place > last && pairs[i] < 0) {
                    pairs[i] = place;
                    last = place;
                }
            }
        }
    }

    /** Goes through the gaps between pairs. */
    private void between(Gap gap) {
        int fromBack = 0;
        int fromOut = 0;
        for (int i = 0; i <= back.size(); i++) {
            int pair = i < back.size() ? pairs[i] : out.size();
            if (pair >= 0) {
                if (i > fromBack && pair > fromOut) {
                    gap.pair(fromOut, pair, fromBack, i);
                }
                fromBack = i + 1;
                fromOut = pair + 1;
            }
        }
    }

    @FunctionalInterface
    private interface Gap {
        void pair(int fromOut, int toOut, int fromBack, int toBack);
    }

    /** The longest common subsequence of paragraphs with the same words. */
    private void sameWords(int fromOut, int toOut, int fromBack, int toBack) {
        int n = toOut - fromOut;
        int m = toBack - fromBack;
        if ((long) n * m > 20_000_000) {
            return;
        }
        int[][] longest = new int[n + 1][m + 1];
        for (int i = n - 1; i >= 0; i--) {
            for (int k = m - 1; k >= 0; k--) {
                longest[i][k] = words(fromOut + i).equals(before(fromBack + k))
                        ? longest[i + 1][k + 1] + 1
                        : Math.max(longest[i + 1][k], longest[i][k + 1]);
            }
        }
        int i = 0;
        int k = 0;
        while (i < n && k < m) {
            if (words(fromOut + i).equals(before(fromBack + k))) {
                pairs[fromBack + k++] = fromOut + i++;
            } else if (longest[i + 1][k] >= longest[i][k + 1]) {
                i++;
            } else {
                k++;
            }
        }
    }

    /** In the order in which they stand, each the most alike that is left. */
    private void alike(int fromOut, int toOut, int fromBack, int toBack) {
        int next = fromOut;
        for (int k = fromBack; k < toBack; k++) {
            int best = -1;
            double most = ALIKE;
            for (int i = next; i < toOut; i++) {
                double alike = likeness(words(i), before(k));
                if (alike > most) {
                    most = alike;
                    best = i;
                }
            }
            if (best >= 0) {
                pairs[k] = best;
                next = best + 1;
            }
        }
    }

    private String words(int index) {
        return out.get(index).text().strip();
    }

    private String before(int index) {
        return back.get(index).textBefore().strip();
    }

    private static double likeness(String one, String other) {
        Set<String> a = grams(one);
        Set<String> b = grams(other);
        if (a.isEmpty() || b.isEmpty()) {
            return 0;
        }
        long both = a.stream().filter(b::contains).count();
        return 2.0 * both / (a.size() + b.size());
    }

    private static Set<String> grams(String text) {
        Set<String> grams = new HashSet<>();
        for (int i = 0; i + 2 <= text.length(); i++) {
            grams.add(text.substring(i, i + 2));
        }
        return grams;
    }
}
