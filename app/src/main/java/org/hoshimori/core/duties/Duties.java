package org.hoshimori.core.duties;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.organization.PersonId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Duties: found, set off, done. */
@Service
@Transactional
public class Duties {

    private static final int LONGEST_NOTE = 4_000;

    private final Tasks tasks;
    private final DutyKinds kinds;
    private final ImpliedDuties implied;
    private final Wanting wanting;
    private final Following following;
    private final Assignees assignees;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Duties(
            Tasks tasks,
            DutyKinds kinds,
            ImpliedDuties implied,
            Wanting wanting,
            Following following,
            Assignees assignees,
            ApplicationEventPublisher events,
            Clock clock) {
        this.tasks = tasks;
        this.kinds = kinds;
        this.implied = implied;
        this.wanting = wanting;
        this.following = following;
        this.assignees = assignees;
        this.events = events;
        this.clock = clock;
    }

    /** Why a duty can't be closed; nothing was written. */
    public enum Refusal {
        /** Somebody was quicker. */
        CLOSED_ALREADY,
        /** Its period has not begun. */
        NOT_YET,
        /** Only who has it, and the security officer, may. */
        NOT_YOURS,
        /** Whoever says that it need not be done says why. */
        REASON_NEEDED,
        /** More than 4,000 characters. */
        TOO_LONG
    }

    /** Says that a duty is done; a refusal if it can't be. */
    public Optional<Refusal> done(DutyId id, String note, PersonId by) {
        Task task = known(id);
        LocalDate today = LocalDate.now(clock);
        if (task.startsOn().isAfter(today)) {
            return Optional.of(Refusal.NOT_YET);
        }
        Optional<Refusal> refusal = close(task, "done", note, by, today);
        if (refusal.isEmpty()) {
            events.publishEvent(new DutyEvent.DutyDone(
                    Actor.person(by.value()), id, task.kind(), task.clause(), task.dueOn(), note.strip()));
        }
        return refusal;
    }

    /** Says that a duty need not be done, and why; a refusal if it can't be. */
    public Optional<Refusal> notApplicable(DutyId id, String reason, PersonId by) {
        if (reason.isBlank()) {
            return Optional.of(Refusal.REASON_NEEDED);
        }
        Task task = known(id);
        Optional<Refusal> refusal = close(task, "not-applicable", reason, by, LocalDate.now(clock));
        if (refusal.isEmpty()) {
            events.publishEvent(new DutyEvent.DutyNotApplicable(
                    Actor.person(by.value()), id, task.kind(), task.clause(), task.dueOn(), reason.strip()));
        }
        return refusal;
    }

    private Optional<Refusal> close(Task task, String state, String note, PersonId by, LocalDate today) {
        if (note.length() > LONGEST_NOTE) {
            return Optional.of(Refusal.TOO_LONG);
        }
        if (!assignees.on(today).may(by, task)) {
            return Optional.of(Refusal.NOT_YOURS);
        }
        return tasks.close(task, state, note.strip(), "person:" + by, clock.instant())
                ? Optional.empty()
                : Optional.of(Refusal.CLOSED_ALREADY);
    }

    /**
     * Something has happened that sets off duties; told twice of the same, they are set off once, and told of another day, what is
     * still open of them moves. What would have been due before today is past and sets off nothing.
     *
     * @param event what, as the definitions name it ({@code person-leaving})
     * @param subject what it happened to, as evidence names it
     * @param day when it happened or will
     */
    public void setOff(String event, String subject, LocalDate day) {
        LocalDate today = LocalDate.now(clock);
        for (DutyKind kind : kinds.setOffBy(event)) {
            Optional<Implied> duty = implied.now(kind);
            LocalDate due =
                    duty.flatMap(Implied::within).map(w -> Rhythm.after(day, w)).orElse(day);
            if (duty.isPresent() && !due.isBefore(today)) {
                setOff(duty.get(), subject, day, due, today);
            }
        }
    }

    private void setOff(Implied duty, String subject, LocalDate day, LocalDate due, LocalDate today) {
        if (tasks.moveSetOff(duty, subject, day, due, clock.instant()) > 0) {
            events.publishEvent(new DutyEvent.DutiesMoved(
                    Planning.BY, duty.kind().code(), duty.clause(), subject + " " + day, 1, 0));
            return;
        }
        List<Tasks.Wanted> wanted = wanting.of(duty.kind().who(), today).stream()
                .map(w -> new Tasks.Wanted(subject, w.assignee()))
                .toList();
        int number = tasks.plan(duty, day, today, due, wanted, clock.instant());
        tasks.callOff(duty.kind().code(), subject, Optional.of(day), clock.instant());
        if (number > 0) {
            events.publishEvent(
                    new DutyEvent.DutiesPlanned(Planning.BY, duty.kind().code(), duty.clause(), day, due, number));
        }
    }

    /** What has set off duties will not happen after all: those that are still open need not be done. */
    public void callOff(String event, String subject) {
        for (DutyKind kind : kinds.setOffBy(event)) {
            int number = tasks.callOff(kind.code(), subject, Optional.empty(), clock.instant());
            if (number > 0) {
                events.publishEvent(new DutyEvent.DutiesSuperseded(Planning.BY, kind.code(), "", number, "called-off"));
            }
        }
    }

    /** What a duty asks for has come to pass, whoever has done it: what is open of its kind about this is done. */
    public void fulfilled(String kind, String subject, Actor by) {
        for (Optional<DutyId> open = tasks.open(kind, subject); open.isPresent(); open = tasks.open(kind, subject)) {
            Task task = known(open.get());
            if (tasks.close(task, "done", "", by.id(), clock.instant())) {
                events.publishEvent(
                        new DutyEvent.DutyDone(by, task.id(), task.kind(), task.clause(), task.dueOn(), ""));
            }
        }
    }

    /** Plans what is to be planned now, as the job does every few seconds. */
    public void plan() {
        following.look();
    }

    /** Open duties that are due up to a day, the most urgent first. */
    @Transactional(readOnly = true)
    public List<DutyId> dueUpTo(LocalDate day) {
        return tasks.toRemindOf(day.plusDays(1), Integer.MAX_VALUE).stream()
                .map(Task::id)
                .toList();
    }

    /** Open duties that are about something or somebody and which somebody else has, the most urgent first. */
    @Transactional(readOnly = true)
    public List<DutyId> openAbout(String subject) {
        return tasks.openAbout(subject);
    }

    /** The open duty of a kind that is about something, the most urgent one; for a room whose own pages do what it asks for. */
    @Transactional(readOnly = true)
    public Optional<DutyId> open(String kind, String subject) {
        return tasks.open(kind, subject);
    }

    private Task known(DutyId id) {
        return tasks.find(id).orElseThrow(() -> new DutyUnknown(id));
    }
}
