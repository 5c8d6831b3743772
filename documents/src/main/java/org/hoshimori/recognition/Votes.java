package org.hoshimori.recognition;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the text calls posts, counted; the title that most sentences use stands. */
final class Votes {

    private static final int LEAST = 2;
    private static final int LONGEST = 20;

    private final Map<String, Map<String, Integer>> titles = new TreeMap<>();

    void add(String post, String title) {
        if (!title.isEmpty() && title.length() <= LONGEST && !title.matches(".*[、。は]$|.*[、。].*")) {
            titles.computeIfAbsent(post, k -> new TreeMap<>()).merge(title, 1, Integer::sum);
        }
    }

    /** Titles that are other than the regulation's in several sentences. */
    List<PostFound> posts() {
        return titles.entrySet().stream()
                .flatMap(post -> post.getValue().entrySet().stream()
                        .max(Comparator.comparingInt(Map.Entry::getValue))
                        .map(t -> new PostFound(post.getKey(), t.getKey(), t.getValue()))
                        .stream())
                .filter(p -> p.times() >= LEAST)
                .toList();
    }
}
