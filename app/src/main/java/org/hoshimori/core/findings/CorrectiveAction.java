package org.hoshimori.core.findings;

import java.time.LocalDate;
import java.util.UUID;
import org.hoshimori.core.organization.PersonId;

/**
 * What is done about a finding, or about all findings of a check.
 *
 * @param subject of the finding; empty for all of the check
 * @param owner who answers for it
 * @param needsRevision whether the regulation must change for it
 * @param version counts changes, so that nobody overwrites another's
 */
record CorrectiveAction(
        UUID id,
        int check,
        String subject,
        String clause,
        Cause cause,
        String plan,
        PersonId owner,
        LocalDate dueOn,
        boolean needsRevision,
        State state,
        int version) {

    /** How far it has come; only what is planned can be carried out, only what is carried out reviewed. */
    sealed interface State {
        /** Somebody is to do it. */
        record Planned() implements State {}

        /** It is done; whether it helps is to be reviewed. */
        record CarriedOut(String done, LocalDate on) implements State {}

        /** It helps, says who reviewed it; it closes as soon as the check is met. */
        record Effective(CarriedOut before, String review, LocalDate on) implements State {}

        /** It helped, and the check is met. */
        record Closed(Effective before) implements State {}

        /** As messages and the database name it. */
        default String code() {
            return switch (this) {
                case Planned _ -> "planned";
                case CarriedOut _ -> "carried-out";
                case Effective _ -> "effective";
                case Closed _ -> "closed";
            };
        }
    }

    CorrectiveAction with(State next) {
        return new CorrectiveAction(
                id, check, subject, clause, cause, plan, owner, dueOn, needsRevision, next, version + 1);
    }

    public boolean overdue(LocalDate today) {
        return state instanceof State.Planned && dueOn.isBefore(today);
    }
}
