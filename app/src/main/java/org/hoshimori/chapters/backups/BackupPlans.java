package org.hoshimori.chapters.backups;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hoshimori.core.duties.Duties;
import org.hoshimori.core.estate.Estate;
import org.hoshimori.core.estate.Item;
import org.hoshimori.core.estate.Noun;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.PersonId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Backup plans: entered, changed, handed over. */
@Service
@Transactional
public class BackupPlans {

    /** What sets off the duty to try restoring, in {@code resources/duties}. */
    static final String RESTORABLE = "backup-restorable";

    private final BackupPlanTable plans;
    private final Estate estate;
    private final PeopleRegister people;
    private final Duties duties;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    BackupPlans(
            BackupPlanTable plans,
            Estate estate,
            PeopleRegister people,
            Duties duties,
            ApplicationEventPublisher events,
            Clock clock) {
        this.plans = plans;
        this.estate = estate;
        this.people = people;
        this.duties = duties;
        this.events = events;
        this.clock = clock;
    }

    /** Why a plan can't be entered or changed; nothing was written. */
    public enum Refusal {
        /** Another one bears the code. */
        CODE_TAKEN,
        /** What is backed up is no system that is registered. */
        EQUIPMENT_UNKNOWN,
        /** Where backups are kept is no site that is registered. */
        PLACE_UNKNOWN,
        /** The rule can't be read, has an end, or never falls on a day. */
        RULE_UNREADABLE,
        /** Who is to answer for it does not work here. */
        RESPONSIBLE_NOT_HERE,
        /** Somebody else has changed it since the form was opened. */
        CHANGED_MEANWHILE
    }

    /** What an entry or a change comes to. */
    public sealed interface Outcome {
        /** It is written, or was so before. */
        record Done(Plan plan) implements Outcome {}

        /** It is not, and why. */
        record Refused(Refusal why) implements Outcome {}
    }

    /** Enters a plan. */
    public Outcome enter(Plan described, Actor by) {
        Optional<Refusal> refusal = refusal(described, Optional.empty());
        if (refusal.isPresent()) {
            return new Outcome.Refused(refusal.get());
        }
        if (!plans.insert(described)) {
            return new Outcome.Refused(Refusal.CODE_TAKEN);
        }
        events.publishEvent(new PlanEvent.PlanEntered(by, described.id(), described));
        duties.setOff(
                RESTORABLE, described.id().subject(), described.timetable().begins());
        return new Outcome.Done(described);
    }

    /** Changes a plan to what is described, of which the version must be the one last read. What changes nothing is not on record. */
    public Outcome change(Plan described, Actor by) {
        Plan before = plans.lock(described.id())
                .map(BackupPlanTable.Line::plan)
                .orElseThrow(() -> new PlanUnknown(described.id().toString()));
        Optional<Refusal> refusal = refusal(described, Optional.of(before));
        if (refusal.isPresent()) {
            return new Outcome.Refused(refusal.get());
        }
        if (plans.codeTaken(described)) {
            return new Outcome.Refused(Refusal.CODE_TAKEN);
        }
        if (before.version() == described.version() && before.saysTheSameAs(described)) {
            return new Outcome.Done(before);
        }
        boolean anew = !before.timetable().equals(described.timetable()) || before.inUse() != described.inUse();
        if (!plans.update(described, anew)) {
            return new Outcome.Refused(Refusal.CHANGED_MEANWHILE);
        }
        Plan after = plans.find(described.id()).orElseThrow().plan();
        events.publishEvent(new PlanEvent.PlanChanged(by, after.id(), before, after));
        if (before.inUse() && !after.inUse()) {
            duties.callOff(RESTORABLE, after.id().subject());
        } else if (!before.inUse() && after.inUse()) {
            duties.setOff(RESTORABLE, after.id().subject(), LocalDate.now(clock));
        }
        return new Outcome.Done(after);
    }

    private Optional<Refusal> refusal(Plan described, Optional<Plan> before) {
        if (!Timetable.readable(
                described.timetable().rule(), described.timetable().begins())) {
            return Optional.of(Refusal.RULE_UNREADABLE);
        }
        if (estate.find(described.equipment())
                .filter(i -> i.noun() == Noun.SYSTEM)
                .isEmpty()) {
            return Optional.of(Refusal.EQUIPMENT_UNKNOWN);
        }
        Optional<Item> place = described.storage().at().flatMap(estate::find).filter(i -> i.noun() == Noun.SITE);
        if (described.storage().at().isPresent() && place.isEmpty()) {
            return Optional.of(Refusal.PLACE_UNKNOWN);
        }
        boolean here = before.filter(b -> b.responsible().equals(described.responsible()))
                        .isPresent()
                || people.find(described.responsible())
                        .filter(p -> p.worksOn(LocalDate.now(clock)))
                        .isPresent();
        return here ? Optional.empty() : Optional.of(Refusal.RESPONSIBLE_NOT_HERE);
    }

    /** Every plan in use for which somebody answers is answered for by somebody else, who works here. */
    void handOver(PersonId from, PersonId to, Actor by) {
        for (BackupPlanTable.Line line : plans.answeredBy(List.of(from))) {
            if (change(line.plan().answeredBy(to), by) instanceof Outcome.Refused(Refusal why)) {
                throw new IllegalStateException(line.plan().code() + " " + why);
            }
        }
    }

    /** A plan by its code. */
    @Transactional(readOnly = true)
    public Optional<Plan> coded(String code) {
        return plans.coded(code).map(BackupPlanTable.Line::plan);
    }
}
