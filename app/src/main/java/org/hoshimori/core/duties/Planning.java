package org.hoshimori.core.duties;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hoshimori.core.company.BusinessCalendar;
import org.hoshimori.core.evidence.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Plans the recurring duties that the regulation in force implies. Run on a day it plans every period that has begun or begins
 * within a month, also those that went by while nothing ran, each once; run again it does nothing. Where the rule of a kind has
 * changed, open duties move into the period of the new rule that holds today; what was overdue stays overdue.
 */
@Component
class Planning {

    static final Actor BY = Actor.system("duties");

    private static final int AHEAD = 31;

    private final Tasks tasks;
    private final Plans plans;
    private final Wanting wanting;
    private final BusinessCalendar calendar;
    private final ApplicationEventPublisher events;

    Planning(Tasks tasks, Plans plans, Wanting wanting, BusinessCalendar calendar, ApplicationEventPublisher events) {
        this.tasks = tasks;
        this.plans = plans;
        this.wanting = wanting;
        this.calendar = calendar;
        this.events = events;
    }

    /** Plans what these imply, as of a day. */
    @Transactional
    public void plan(List<Implied> implied, LocalDate today, Instant now) {
        plans.lock();
        Map<String, Plans.Plan> kept = plans.all();
        for (Implied duty : implied) {
            if (duty.rhythm().isPresent()) {
                Plans.Plan before = kept.remove(duty.kind().code());
                plan(duty, duty.rhythm().get(), before, today, now);
            }
        }
        kept.values().forEach(gone -> end(gone, today, now));
    }

    private void plan(
            Implied duty,
            Rhythm rhythm,
            Plans.@org.jspecify.annotations.Nullable Plan before,
            LocalDate today,
            Instant now) {
        LocalDate through = before == null ? today.minusDays(1) : before.through();
        LocalDate ahead = today.plusDays(AHEAD);
        List<Period> periods = rhythm.overlapping(through.isBefore(today) ? through : today, ahead);
        BusinessDays days = BusinessDays.between(calendar, periods.getFirst().start(), latest(periods));
        if (before != null && !before.rule().equals(rhythm.signature())) {
            move(duty, rhythm, periods, days, today, now);
        }
        List<Tasks.Wanted> wanted = wanting.of(duty.kind().who(), today);
        int gone = tasks.supersedeOthers(duty.kind().code(), wanted, now);
        if (gone > 0) {
            events.publishEvent(new DutyEvent.DutiesSuperseded(BY, duty.kind().code(), duty.clause(), gone, "gone"));
        }
        for (Period period : periods) {
            LocalDate due = days.due(period);
            if (period.start().isAfter(through) || !due.isBefore(today)) {
                int number = tasks.plan(duty, period.start(), period.start(), due, wanted, now);
                if (number > 0) {
                    events.publishEvent(new DutyEvent.DutiesPlanned(
                            BY, duty.kind().code(), duty.clause(), period.start(), due, number));
                }
            }
        }
        plans.keep(new Plans.Plan(
                duty.kind().code(), rhythm.signature(), ahead.isAfter(through) ? ahead : through, duty.revision()));
    }

    private static LocalDate latest(List<Period> periods) {
        return periods.getLast().due().isAfter(periods.getLast().start())
                ? periods.getLast().due()
                : periods.getLast().start();
    }

    private void move(
            Implied duty, Rhythm rhythm, List<Period> periods, BusinessDays days, LocalDate today, Instant now) {
        int moved = 0;
        int superseded = 0;
        for (LocalDate old : tasks.openPeriods(duty.kind().code(), today)) {
            LocalDate day = old.isAfter(today) ? old : today;
            List<Period> holding = new ArrayList<>(periods);
            holding.removeIf(p -> p.start().isAfter(day));
            Period period = holding.isEmpty() ? rhythm.overlapping(day, day).getFirst() : holding.getLast();
            LocalDate due = days.due(period);
            if (due.isBefore(today)) {
                // Nobody is late by a rule that did not hold yet: this time it is due as it was.
                continue;
            }
            moved += tasks.move(duty, old, period.start(), due, today, now);
            if (!old.equals(period.start())) {
                superseded += tasks.supersede(duty.kind().code(), old, "rule", today, now);
            }
        }
        events.publishEvent(new DutyEvent.DutiesMoved(
                BY, duty.kind().code(), duty.clause(), rhythm.signature(), moved, superseded));
    }

    /** The regulation does not ask for it any more: what is not overdue yet need not be done. */
    private void end(Plans.Plan gone, LocalDate today, Instant now) {
        int ended = 0;
        for (LocalDate period : tasks.openPeriods(gone.kind(), today)) {
            ended += tasks.supersede(gone.kind(), period, "clause", today, now);
        }
        plans.forget(gone.kind());
        if (ended > 0) {
            events.publishEvent(new DutyEvent.DutiesSuperseded(BY, gone.kind(), "", ended, "clause"));
        }
    }
}
