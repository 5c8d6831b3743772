package org.hoshimori.regulation;

import java.util.List;
import org.hoshimori.catalog.Catalog;
import org.hoshimori.catalog.Words;
import org.hoshimori.yaml.Place;
import org.jspecify.annotations.Nullable;

/**
 * What lint has found.
 *
 * @param rule the rule's id, stable
 * @param subjects ids of the parameters, clauses or tables concerned, the first the main one
 * @param place where in a tailoring, or null where the sample itself or an open place is meant
 * @param suggestion what to do, or null
 * @param remedies settings that would mend it
 */
public record Finding(
        String rule,
        Severity severity,
        List<String> subjects,
        @Nullable Place place,
        Words message,
        @Nullable Words suggestion,
        List<Catalog.Remedy> remedies) {

    /** The id mainly concerned. */
    public String subject() {
        return subjects.getFirst();
    }
}
