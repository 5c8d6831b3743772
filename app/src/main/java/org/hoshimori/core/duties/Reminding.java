package org.hoshimori.core.duties;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hoshimori.core.notices.Argument;
import org.hoshimori.core.notices.Notice;
import org.hoshimori.core.notices.Notices;
import org.hoshimori.core.organization.PersonId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reminds of duties before they are due, on the day and after, and tells who is above when one stays undone. How far it has gone is
 * kept with each duty and written with the notice, so that nobody is told the same twice; what a stopped server has missed is
 * made up for by its latest step only.
 */
@Component
class Reminding {

    /** Steps: up to three reminders, on the day, overdue, escalated. */
    static final int ON_THE_DAY = 4;

    static final int OVERDUE = 5;
    static final int ESCALATED = 6;
    private static final int EARLIEST = 62;
    private static final int AT_A_TIME = 500;

    private final Tasks tasks;
    private final DutyKinds kinds;
    private final Assignees assignees;
    private final Superiors superiors;
    private final Notices notices;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    Reminding(
            Tasks tasks,
            DutyKinds kinds,
            Assignees assignees,
            Superiors superiors,
            Notices notices,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.tasks = tasks;
        this.kinds = kinds;
        this.assignees = assignees;
        this.superiors = superiors;
        this.notices = notices;
        this.events = events;
        this.transaction = transaction;
    }

    /** Reminds of whatever has come to its next step by a day. */
    void all(LocalDate today) {
        Assignees.Acting acting = assignees.on(today);
        List<Task> round = tasks.toRemindOf(today.plusDays(EARLIEST), Integer.MAX_VALUE);
        for (int from = 0; from < round.size(); from += AT_A_TIME) {
            List<Task> some = round.subList(from, Math.min(round.size(), from + AT_A_TIME));
            transaction.executeWithoutResult(t -> some.forEach(task -> remind(task, acting, today)));
        }
    }

    private void remind(Task task, Assignees.Acting acting, LocalDate today) {
        Optional<DutyKind> kind = kinds.find(task.kind());
        int stage = kind.map(k -> stage(task, k, today)).orElse(0);
        if (stage <= task.reminded() || !tasks.reminded(task, stage)) {
            return;
        }
        List<PersonId> told = new ArrayList<>();
        acting.who(task.assignee()).ifPresent(told::add);
        Optional<PersonId> above =
                stage == ESCALATED || told.isEmpty() ? superiors.of(task.assignee(), acting) : Optional.empty();
        // A vacant post's duty is told to who is above from the beginning.
        above.filter(p -> !told.contains(p)).ifPresent(told::add);
        told.forEach(person -> notices.tell(notice(task, stage, person)));
        if (stage == ESCALATED && task.assignee() instanceof Assignee.OfSeat) {
            // A post's duty is the company's business; a person's is not.
            notices.announce(
                    task.id().subject() + ":" + task.dueOn(),
                    "duties.notice.overdue",
                    "/duties/" + task.id(),
                    new Argument.Said(DutyKind.title(task.kind())),
                    new Argument.Day(task.dueOn()));
        }
        if (stage == ESCALATED) {
            events.publishEvent(new DutyEvent.DutyEscalated(
                    Planning.BY,
                    task.id(),
                    task.kind(),
                    task.clause(),
                    task.dueOn(),
                    above.map(p -> "person:" + p).orElse("")));
        }
    }

    /** How far reminders of a duty should have gone. */
    static int stage(Task task, DutyKind kind, LocalDate today) {
        long days = ChronoUnit.DAYS.between(today, task.dueOn());
        if (-days >= kind.escalate()) {
            return ESCALATED;
        }
        if (days < 0) {
            return OVERDUE;
        }
        if (days == 0) {
            return ON_THE_DAY;
        }
        if (today.isBefore(task.startsOn())) {
            return 0;
        }
        int reached =
                (int) kind.remind().stream().filter(before -> days <= before).count();
        return Math.min(reached, ON_THE_DAY - 1);
    }

    private static Notice notice(Task task, int stage, PersonId person) {
        String message = switch (stage) {
            case ESCALATED -> "duties.notice.escalated";
            case OVERDUE -> "duties.notice.overdue";
            case ON_THE_DAY -> "duties.notice.today";
            default -> "duties.notice.soon";
        };
        Notice notice = Notice.to(
                person,
                task.id().subject() + ":" + task.dueOn() + ":" + stage,
                message,
                "/duties/" + task.id(),
                new Argument.Said(DutyKind.title(task.kind())),
                new Argument.Day(task.dueOn()));
        return stage >= OVERDUE ? notice.atOnce().whateverPreferred() : stage == ON_THE_DAY ? notice.atOnce() : notice;
    }
}
