package org.hoshimori.regulation;

import org.hoshimori.catalog.Words;
import org.jspecify.annotations.Nullable;

/**
 * One difference between two regulations.
 *
 * @param kind what has changed
 * @param id of the clause, duty, text, parameter or table row ({@code table#row})
 * @param label what it is called
 * @param before words or value before, or null if it was not there
 * @param after words or value after, or null if it is gone
 * @param strictness of a parameter: tightened or loosened; else {@link Strictness#CHANGED}
 */
public record Change(
        Kind kind,
        String id,
        Words label,
        @Nullable Words before,
        @Nullable Words after,
        Strictness strictness) {

    /** What has changed. */
    public enum Kind {
        /** A clause stands that did not. */
        CLAUSE_ADDED,
        /** A clause no longer stands. */
        CLAUSE_REMOVED,
        /** A duty stands that did not. */
        DUTY_ADDED,
        /** A duty no longer stands. */
        DUTY_REMOVED,
        /** A duty, text or title reads otherwise. */
        WORDS,
        /** A parameter has another value. */
        PARAMETER,
        /** A row of a table stands that did not. */
        ROW_ADDED,
        /** A row of a table no longer stands. */
        ROW_REMOVED,
        /** A row of a table reads otherwise. */
        ROW_CHANGED
    }
}
