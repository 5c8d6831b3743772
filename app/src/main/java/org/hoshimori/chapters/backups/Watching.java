package org.hoshimori.chapters.backups;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hoshimori.core.company.BusinessCalendar;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks whether what was due has come in. Run twice, or after a time in which nobody looked, it notes each miss once. */
@Component
class Watching {

    /** Who has not looked for longer notes what was missed within this time only. */
    private static final Duration LONGEST = Duration.ofDays(92);

    private static final Duration BACK = Duration.ofDays(40);

    private final BackupPlanTable plans;
    private final Runs runs;
    private final Results results;
    private final Targets targets;
    private final BusinessCalendar calendar;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Watching(
            BackupPlanTable plans,
            Runs runs,
            Results results,
            Targets targets,
            BusinessCalendar calendar,
            TransactionTemplate transaction,
            Clock clock) {
        this.plans = plans;
        this.runs = runs;
        this.results = results;
        this.targets = targets;
        this.calendar = calendar;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Looks at all plans in use, and at what the regulation wants. */
    void look() {
        targets.publish();
        Instant now = clock.instant();
        ZoneId zone = clock.getZone();
        Set<LocalDate> works = new HashSet<>(calendar.businessDays(
                LocalDate.ofInstant(now.minus(LONGEST).minus(BACK), zone),
                LocalDate.ofInstant(now, zone).plusDays(BACK.toDays())));
        for (BackupPlanTable.Line line : plans.inUse()) {
            transaction.executeWithoutResult(t -> look(line.plan().id(), works, now, zone));
        }
    }

    private void look(PlanId id, Set<LocalDate> works, Instant now, ZoneId zone) {
        Plan plan = plans.lock(id).orElseThrow().plan();
        Timetable timetable = plan.timetable();
        BackupPlanTable.Looked looked = plans.looked(id);
        Instant from = looked.upTo().isBefore(now.minus(LONGEST)) ? now.minus(LONGEST) : looked.upTo();
        // What was due before we last looked but had its grace still is looked at now.
        List<Instant> due =
                timetable.due(from.minus(timetable.grace()), now.plus(Timetable.EARLY), zone, works::contains);
        List<Instant> missed = due.isEmpty()
                ? List.of()
                : timetable.missed(
                        due,
                        runs.endedAfter(
                                id, due.getFirst().minus(Timetable.EARLY).minusMillis(1)),
                        now);
        missed.stream()
                .filter(d ->
                        d.isAfter(looked.from()) && !d.plus(timetable.grace()).isBefore(from))
                .forEach(d -> results.missed(plan, d));
        plans.lookedUpTo(id, now);
    }
}
