package org.hoshimori.core.findings;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A corrective action, as the API tells it.
 *
 * @param subject of the finding; empty for all of the check
 */
record ActionTold(
        UUID id,
        int check,
        String subject,
        String clause,
        Cause cause,
        String plan,
        UUID owner,
        LocalDate dueOn,
        boolean needsRevision,
        String state,
        Optional<String> done,
        Optional<LocalDate> doneOn,
        Optional<String> review,
        Optional<LocalDate> reviewedOn) {

    static ActionTold of(CorrectiveAction action) {
        Optional<CorrectiveAction.State.Effective> review = switch (action.state()) {
            case CorrectiveAction.State.Effective effective -> Optional.of(effective);
            case CorrectiveAction.State.Closed closed -> Optional.of(closed.before());
            case CorrectiveAction.State.Planned _, CorrectiveAction.State.CarriedOut _ -> Optional.empty();
        };
        Optional<CorrectiveAction.State.CarriedOut> done =
                action.state() instanceof CorrectiveAction.State.CarriedOut carriedOut
                        ? Optional.of(carriedOut)
                        : review.map(CorrectiveAction.State.Effective::before);
        return new ActionTold(
                action.id(),
                action.check(),
                action.subject(),
                action.clause(),
                action.cause(),
                action.plan(),
                action.owner().value(),
                action.dueOn(),
                action.needsRevision(),
                action.state().code(),
                done.map(CorrectiveAction.State.CarriedOut::done),
                done.map(CorrectiveAction.State.CarriedOut::on),
                review.map(CorrectiveAction.State.Effective::review),
                review.map(CorrectiveAction.State.Effective::on));
    }
}
