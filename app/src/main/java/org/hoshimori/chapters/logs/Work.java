package org.hoshimori.chapters.logs;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Long work on the archive.
 *
 * @param from the first day (UTC) of a review, or null
 * @param total of how many parts it consists; 0 until that is known
 * @param failure why it ended badly: a message's code, then its arguments, a line each
 */
record Work(
        UUID id,
        Kind kind,
        State state,
        Instant askedAt,
        String askedBy,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        int done,
        int total,
        String failure) {

    /** What is done. */
    enum Kind {
        VERIFICATION,
        REVIEW;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How far it has come. */
    enum State {
        ASKED,
        RUNNING,
        DONE,
        FAILED,
        CANCELLED;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public boolean going() {
        return state == State.ASKED || state == State.RUNNING;
    }

    public boolean failed() {
        return state == State.FAILED;
    }

    public int percent() {
        return total == 0 ? 0 : Math.min(100, done * 100 / total);
    }

    public String why() {
        return failure.lines().findFirst().orElse("logs.io");
    }

    public Object[] arguments() {
        return failure.lines().skip(1).toArray();
    }
}
