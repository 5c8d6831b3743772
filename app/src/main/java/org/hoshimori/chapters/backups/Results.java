package org.hoshimori.chapters.backups;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.notices.Argument;
import org.hoshimori.core.notices.Notice;
import org.hoshimori.core.notices.Notices;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where results of runs come in, however they come. */
@Service
@Transactional
public class Results {

    /** A clock that goes before ours by less is taken as ours. */
    private static final Duration AHEAD = Duration.ofMinutes(10);

    private static final int LONGEST_KEY = 200;

    private final BackupPlanTable plans;
    private final Runs runs;
    private final Notices notices;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Results(BackupPlanTable plans, Runs runs, Notices notices, ApplicationEventPublisher events, Clock clock) {
        this.plans = plans;
        this.runs = runs;
        this.notices = notices;
        this.events = events;
        this.clock = clock;
    }

    /** Why a result is not taken; nothing was written. */
    public enum Refusal {
        /** There is no such plan. */
        PLAN_UNKNOWN,
        /** The plan is not used any more. */
        PLAN_ENDED,
        /** It ends in times to come, or ended more than a year ago. */
        TIME,
        /** It has no key, or too long a one. */
        KEY,
        /** Another result came in under the same key. */
        KEY_TAKEN
    }

    /** What a report comes to. */
    public sealed interface Outcome {
        /**
         * It is written.
         *
         * @param again whether it was known already
         */
        record Taken(Run run, boolean again) implements Outcome {}

        /** It is not, and why. */
        record Refused(Refusal why) implements Outcome {}
    }

    /**
     * Takes what a run of a plan came to; the same under the same key is taken once.
     *
     * @param key what the reporter calls the run
     * @param way by which it came
     */
    public Outcome report(PlanId id, String key, Result result, String way, Actor by) {
        Optional<BackupPlanTable.Line> found = plans.lock(id);
        if (found.isEmpty()) {
            return new Outcome.Refused(Refusal.PLAN_UNKNOWN);
        }
        Plan plan = found.get().plan();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (key.isBlank() || key.length() > LONGEST_KEY || key.indexOf('\0') >= 0) {
            return new Outcome.Refused(Refusal.KEY);
        }
        Result exact =
                new Result(result.ok(), micros(result.begun()), micros(result.ended()), result.bytes(), result.note());
        Optional<Run> known = runs.find(id, key);
        if (known.isPresent()) {
            // Told again, it may be told with another clock.
            Result before = known.get().result();
            return before.ok() == exact.ok() && before.bytes() == exact.bytes()
                    ? new Outcome.Taken(known.get(), true)
                    : new Outcome.Refused(Refusal.KEY_TAKEN);
        }
        if (!plan.inUse()) {
            return new Outcome.Refused(Refusal.PLAN_ENDED);
        }
        if (exact.ended().isAfter(now.plus(AHEAD)) || exact.ended().isBefore(now.minus(Duration.ofDays(366)))) {
            return new Outcome.Refused(Refusal.TIME);
        }
        List<Long> before = runs.sizesBefore(id, exact.ended());
        Run run = new Run(UUID.randomUUID(), key, exact, Run.Judged.of(exact, plan, before), now, way, by.id());
        if (!runs.insert(id, run)) {
            throw new IllegalStateException("the plan was not locked");
        }
        runs.meet(plan, run);
        events.publishEvent(new PlanEvent.RunReported(by, id, run));
        if (run.judged() != Run.Judged.FINE) {
            tell(
                    plan,
                    "backup-run:" + run.id(),
                    "backup-plans.notice." + run.judged().code());
        }
        stand(plan, now);
        return new Outcome.Taken(run, false);
    }

    /** Notes that nothing came in that was due; may be told twice. */
    void missed(Plan plan, Instant due) {
        Instant now = clock.instant();
        if (runs.miss(plan.id(), due, now)) {
            events.publishEvent(new PlanEvent.RunMissed(Actor.system("backup-plans"), plan.id(), due));
            tell(plan, "backup-missed:" + plan.id() + ":" + due, "backup-plans.notice.missed");
        }
        stand(plan, now);
    }

    private void stand(Plan plan, Instant now) {
        plans.stands(
                plan.id(),
                Standing.Kind.of(runs.newest(plan.id(), 1).stream().findFirst(), runs.lastMissed(plan.id())),
                runs.lastGood(plan.id()),
                now);
    }

    private void tell(Plan plan, String key, String message) {
        notices.tell(Notice.to(
                        plan.responsible(),
                        key,
                        message,
                        "/backup-plans/" + plan.id(),
                        new Argument.Text(plan.code() + " " + plan.name()))
                .atOnce());
    }

    private static Instant micros(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }
}
