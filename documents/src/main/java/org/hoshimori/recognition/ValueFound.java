package org.hoshimori.recognition;

import java.util.List;

/**
 * A value that the operator's text gives to a parameter.
 *
 * @param texts as a tailoring says it: a number, an ISO 8601 length, codes, words
 * @param said the operator's words for it
 * @param sure whether it stands exactly where the sample has its own
 * @param news whether the regulation has another value, or none yet
 */
public record ValueFound(String parameter, List<String> texts, String said, boolean sure, boolean news) {

    ValueFound known() {
        return new ValueFound(parameter, texts, said, sure, false);
    }
}
