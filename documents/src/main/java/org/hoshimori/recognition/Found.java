package org.hoshimori.recognition;

import java.util.List;
import java.util.Set;

/**
 * A sentence of the sample that the operator's text has, in whatever words.
 *
 * @param id the duty or text
 * @param clause the clause in which it stands
 * @param sample how the regulation says it now
 * @param own how the operator's text says it
 * @param words the operator's words as a tailoring takes them: values and posts stay inserted where they were found
 * @param heading under which heading it was found
 * @param line where in the text it was found, from 0
 */
public record Found(
        String id,
        String clause,
        String chapter,
        String sample,
        String own,
        String words,
        Fit fit,
        List<ValueFound> values,
        Score score,
        String heading,
        int line) {

    /** Without news of what the text leaves open elsewhere. */
    Found leaving(Set<String> open) {
        List<ValueFound> left = values.stream()
                .map(v -> open.contains(v.parameter()) ? v.known() : v)
                .toList();
        Fit without = fit == Fit.VALUES && left.stream().noneMatch(ValueFound::news) ? Fit.SAME : fit;
        return new Found(id, clause, chapter, sample, own, words, without, left, score, heading, line);
    }

    /** How it fits. */
    public enum Fit {
        /** Word by word, with the regulation's values. */
        SAME,
        /** Word by word, with other values. */
        VALUES,
        /** In other words. */
        ALTERED
    }
}
