package org.hoshimori.core.posture;

import java.time.Instant;
import java.util.List;
import org.hoshimori.catalog.Duty;
import org.hoshimori.catalog.Mode;
import org.jspecify.annotations.Nullable;

/**
 * How a clause stands.
 *
 * @param alarm subjects for which a check is not met, those excepted left out
 * @param mechanism what shows it: {@code check}, {@code person}, {@code text}, or {@code none} yet
 * @param evaluatedAt when it was last looked at, or null
 * @param categories of NIST CSF that it answers
 */
public record ClauseState(
        String id,
        String chapter,
        State state,
        int ok,
        int alarm,
        int skip,
        int excepted,
        int overdue,
        String mechanism,
        @Nullable Instant evaluatedAt,
        List<String> categories) {

    /** Keeps its own copy. */
    public ClauseState {
        categories = List.copyOf(categories);
    }

    /**
     * What checks, duties and people say of a clause.
     *
     * @param checks how many look at it
     * @param broken how many of them can't run
     * @param word when somebody last gave his or her word that still counts, or null
     */
    record Signs(
            int checks,
            int broken,
            int ok,
            int alarm,
            int skip,
            int excepted,
            int overdue,
            @Nullable Instant ranAt,
            @Nullable Instant word) {

        static final Signs NONE = new Signs(0, 0, 0, 0, 0, 0, 0, null, null);

        State state(List<Duty> duties) {
            boolean executed = duties.stream().anyMatch(d -> d.mode() == Mode.EXECUTED);
            boolean person = duties.stream().anyMatch(d -> d.mode() == Mode.PERSON);
            if (alarm > 0 || overdue > 0) {
                return State.ALARM;
            }
            if (excepted > 0) {
                return State.EXCEPTED;
            }
            boolean shown = ok > 0 && broken == 0;
            if (((executed || checks > 0) && !shown && word == null) || (person && word == null)) {
                return State.UNPROVEN;
            }
            if (word != null && (person || !shown)) {
                return State.PERSON;
            }
            return shown ? State.OK : State.TEXT;
        }

        String mechanism(List<Duty> duties) {
            if (checks > 0) {
                return "check";
            }
            if (word != null || duties.stream().anyMatch(d -> d.mode() == Mode.PERSON)) {
                return "person";
            }
            return duties.stream().allMatch(d -> d.mode() == Mode.TEXT) ? "text" : "none";
        }
    }
}
