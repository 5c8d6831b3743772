package org.hoshimori.core.findings;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hoshimori.core.checks.SubjectsChecked;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.organization.PersonId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Corrective actions: planned for a finding, carried out, reviewed, and closed when the check is met again ({@code org-2.b}). */
@Service
@Transactional
class CorrectiveActions {

    private static final Actor CHECKS = Actor.system("checks");

    private final ActionTable table;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CorrectiveActions(ActionTable table, ApplicationEventPublisher events, Clock clock) {
        this.table = table;
        this.events = events;
        this.clock = clock;
    }

    /** Why nothing was written. */
    enum Refusal {
        /** Another is under way for the same. */
        OPEN_ALREADY,
        /** Its step is another by now. */
        CHANGED_MEANWHILE,
        /** Nobody reviews what he or she has answered for. */
        OWN
    }

    /** What it comes to. */
    sealed interface Outcome {
        /** It is written. */
        record Done(CorrectiveAction action) implements Outcome {}

        /** It is not, and why. */
        record Refused(Refusal why) implements Outcome {}
    }

    /** Plans one. */
    public Outcome plan(CorrectiveAction action, Actor by) {
        if (!table.insert(action, by.id(), clock.instant())) {
            return new Outcome.Refused(Refusal.OPEN_ALREADY);
        }
        events.publishEvent(new ActionEvent.Planned(by, action));
        return new Outcome.Done(action);
    }

    /** It is carried out. */
    public Outcome carryOut(UUID id, String done, Actor by) {
        CorrectiveAction action = known(id);
        return switch (action.state()) {
            case CorrectiveAction.State.Planned _ -> {
                CorrectiveAction after = action.with(new CorrectiveAction.State.CarriedOut(done, today()));
                yield written(after, by, new ActionEvent.CarriedOut(by, after, done));
            }
            case CorrectiveAction.State.CarriedOut _,
                    CorrectiveAction.State.Effective _,
                    CorrectiveAction.State.Closed _ -> new Outcome.Refused(Refusal.CHANGED_MEANWHILE);
        };
    }

    /** Somebody else than its owner says whether it helps; if it does not, it is to be carried out anew. */
    public Outcome review(UUID id, boolean effective, String review, PersonId who, Actor by) {
        CorrectiveAction action = known(id);
        if (action.owner().equals(who)) {
            return new Outcome.Refused(Refusal.OWN);
        }
        return switch (action.state()) {
            case CorrectiveAction.State.CarriedOut done -> {
                CorrectiveAction after = action.with(
                        effective
                                ? new CorrectiveAction.State.Effective(done, review, today())
                                : new CorrectiveAction.State.Planned());
                Outcome outcome = written(after, by, new ActionEvent.Reviewed(by, after, effective, review));
                closeMet(action.check());
                yield outcome;
            }
            case CorrectiveAction.State.Planned _,
                    CorrectiveAction.State.Effective _,
                    CorrectiveAction.State.Closed _ -> new Outcome.Refused(Refusal.CHANGED_MEANWHILE);
        };
    }

    private Outcome written(CorrectiveAction after, Actor by, ActionEvent event) {
        if (!table.update(after, by.id(), clock.instant())) {
            return new Outcome.Refused(Refusal.CHANGED_MEANWHILE);
        }
        events.publishEvent(event);
        return new Outcome.Done(after);
    }

    @EventListener
    void checked(SubjectsChecked checked) {
        closeMet(checked.check());
    }

    private void closeMet(int check) {
        for (CorrectiveAction action : table.met(check)) {
            if (action.state() instanceof CorrectiveAction.State.Effective effective) {
                CorrectiveAction after = action.with(new CorrectiveAction.State.Closed(effective));
                if (table.update(after, CHECKS.id(), clock.instant())) {
                    events.publishEvent(new ActionEvent.Closed(CHECKS, after));
                }
            }
        }
    }

    @Transactional(readOnly = true)
    public List<CorrectiveAction> of(int check, String subject) {
        return table.of(check, subject);
    }

    private CorrectiveAction known(UUID id) {
        return table.find(id).orElseThrow(() -> new FindingUnknown(id.toString()));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
