package org.hoshimori.core.duties;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A duty of somebody: a kind, a period, a subject.
 *
 * @param subject what it is about, as evidence names it; {@code company} where it is the whole company
 * @param period names it together with kind and subject
 * @param assignee who has it
 * @param clause that obliges
 * @param revision by which it was planned last
 * @param reminded how far its reminders have gone
 */
record Task(
        DutyId id,
        String kind,
        String subject,
        LocalDate period,
        LocalDate startsOn,
        LocalDate dueOn,
        Assignee assignee,
        String clause,
        int revision,
        Closed closed,
        int reminded,
        Instant changedAt,
        int version) {

    /** What the database says of its end. */
    record Closed(String state, Optional<Instant> at, String by, String note) {}

    /** Where it stands. */
    sealed interface State {
        /** Its period has not begun. */
        record Planned(LocalDate startsOn) implements State {}

        /** It can be done and should be by then. */
        record Due(LocalDate by) implements State {}

        /** It should have been done. */
        record Overdue(LocalDate since, long days) implements State {}

        /** It was done. */
        record Done(Instant at, String by, String note) implements State {}

        /** It need not be done. */
        record NotApplicable(Instant at, String by, String reason) implements State {}

        /** Another has taken its place, or what it was about is gone. */
        record Superseded(Instant at, String why) implements State {}

        /** The word for it in messages. */
        default String code() {
            return switch (this) {
                case Planned _ -> "planned";
                case Due _ -> "due";
                case Overdue _ -> "overdue";
                case Done _ -> "done";
                case NotApplicable _ -> "not-applicable";
                case Superseded _ -> "superseded";
            };
        }
    }

    /** Where it stands on a day. */
    State on(LocalDate day) {
        Instant at = closed.at().orElse(Instant.EPOCH);
        return switch (closed.state()) {
            case "done" -> new State.Done(at, closed.by(), closed.note());
            case "not-applicable" -> new State.NotApplicable(at, closed.by(), closed.note());
            case "superseded" -> new State.Superseded(at, closed.note());
            default ->
                day.isAfter(dueOn)
                        ? new State.Overdue(dueOn, ChronoUnit.DAYS.between(dueOn, day))
                        : day.isBefore(startsOn) ? new State.Planned(startsOn) : new State.Due(dueOn);
        };
    }

    /** Whether it is still to be done. */
    public boolean open() {
        return closed.state().equals("open");
    }
}
