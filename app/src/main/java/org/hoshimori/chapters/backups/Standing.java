package org.hoshimori.chapters.backups;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/**
 * How a plan stands.
 *
 * @param since when it has begun to stand so
 * @param lastGood when its last good run ended
 * @param lastTested when restoring has last been tried with success
 */
public record Standing(Kind kind, Instant since, Optional<Instant> lastGood, Optional<LocalDate> lastTested) {

    /** How it can stand. */
    public enum Kind {
        /** Nothing has come in, and nothing is due yet. */
        NONE_YET("none-yet"),
        /** Its last run is good, and none is missing. */
        FINE("fine"),
        /** Its last run has failed. */
        FAILED("failed"),
        /** Its last run holds too little. */
        TOO_SMALL("too-small"),
        /** A run that was due has not come in. */
        MISSED("missed");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /** The code in the database and in messages. */
        public String code() {
            return code;
        }

        /** Whether somebody must look at it. */
        public boolean wrong() {
            return this != NONE_YET && this != FINE;
        }

        static Kind of(String code) {
            return find(code).orElseThrow();
        }

        static Optional<Kind> find(String code) {
            return Arrays.stream(values()).filter(k -> k.code.equals(code)).findFirst();
        }

        /** What the newest run and the newest miss come to. */
        static Kind of(Optional<Run> newest, Optional<Instant> missed) {
            boolean madeUp = newest.isPresent()
                    && missed.map(m -> !newest.get().result().ended().isBefore(m.minus(Timetable.EARLY)))
                            .orElse(true);
            if (missed.isPresent() && !madeUp) {
                return MISSED;
            }
            return newest.map(run -> switch (run.judged()) {
                        case FINE -> FINE;
                        case FAILED -> FAILED;
                        case TOO_SMALL -> TOO_SMALL;
                    })
                    .orElse(NONE_YET);
        }
    }
}
