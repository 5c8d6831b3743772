package org.hoshimori.core.checks;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A check as the database knows it.
 *
 * @param reads fact and column
 * @param digest of its file
 * @param ranOn the day on which it last ran, or null
 * @param rowsHash of all rows of the last whole run, or null if something was merged since
 * @param ranWith what it last ran with, see {@link Checking#with}
 */
record Definition(
        int id,
        String name,
        String digest,
        Set<String> reads,
        State state,
        @Nullable Instant failedAt,
        @Nullable LocalDate ranOn,
        @Nullable String ranWith,
        Counts counts,
        @Nullable LocalDate evidentOn,
        @Nullable String rowsHash) {

    /** Whether it takes part. */
    enum State {
        /** It runs. */
        ACTIVE,
        /** It can't run as it is written. */
        REFUSED,
        /** There is no such file any more. */
        GONE
    }

    /**
     * What a run came to.
     *
     * @param result digest of the alarms
     */
    record Counts(int ok, int alarm, int skip, String result) {}
}
