package org.hoshimori.core.legal;

import java.time.Instant;
import java.util.List;

/**
 * What somebody has done because a law asks for it.
 *
 * @param subject the act that it belongs to: {@code take-out:…}
 * @param page where that is to be seen: {@code /take-outs/…}
 * @param laws codes of the laws that governed what was dealt with then
 * @param measure in words
 * @param by id of who says so
 */
public record LegalMeasure(String subject, String page, List<String> laws, String measure, String by, Instant at) {

    /** The longest measure, in characters. */
    public static final int LONGEST = 1_000;

    /** Keeps its own copy. */
    public LegalMeasure {
        laws = List.copyOf(laws);
    }
}
