package org.hoshimori.core.regulation;

import java.util.List;
import java.util.Optional;

/**
 * A clause of the regulation in force, as the API tells it.
 *
 * @param number as it is printed; a part without one has none
 * @param sentences what it obliges to, with the operator's values
 */
record ClauseTold(
        String id,
        String chapter,
        Optional<String> number,
        String title,
        List<String> sentences,
        List<String> parameters,
        String revision) {

    /** Keeps its own copy. */
    ClauseTold {
        sentences = List.copyOf(sentences);
        parameters = List.copyOf(parameters);
    }
}
