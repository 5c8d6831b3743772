package org.hoshimori.chapters.logs;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that a review found, with what was said of it.
 *
 * @param hit the same in every review that finds the same
 * @param sentence by language
 * @param rows some of the rows behind it
 * @param firstAt when a review found it first
 * @param mark the last word on it, or null
 */
record Found(
        String hit,
        String rule,
        String question,
        Map<String, String> sentence,
        List<Map<String, String>> rows,
        Instant firstAt,
        @Nullable Mark mark) {

    public String sentence(String language) {
        return sentence.getOrDefault(language, hit);
    }
}
