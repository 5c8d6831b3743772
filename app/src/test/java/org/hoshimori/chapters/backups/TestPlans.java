package org.hoshimori.chapters.backups;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.hoshimori.core.estate.Estate;
import org.hoshimori.core.estate.Noun;
import org.hoshimori.core.estate.TestEstate;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.organization.PersonId;

/** BackupPlanTable for tests, each with a code and a system of its own. */
public final class TestPlans {

    private TestPlans() {}

    /** A nightly plan onto a NAS in a locked rack. */
    public static Plan nightly(Estate estate, PersonId responsible) {
        PlanId id = PlanId.next();
        return new Plan(
                id,
                "T-" + id.toString().substring(0, 8),
                "試験の計画",
                "",
                TestEstate.entered(estate, Noun.SYSTEM, "試験のサーバー", null).id(),
                "ユーザーのファイル",
                "restic",
                new Plan.Storage(Plan.Destination.NAS, Plan.Kept.LOCKED_RACK, null, null, true),
                new Timetable("FREQ=DAILY", LocalDate.of(2026, 4, 1), LocalTime.of(2, 0), true, Duration.ofHours(6)),
                0,
                50,
                responsible,
                true,
                "",
                0);
    }

    /** The same, entered. */
    public static Plan entered(BackupPlans plans, Plan plan) {
        return ((BackupPlans.Outcome.Done) plans.enter(plan, Actor.system("test"))).plan();
    }

    static Plan with(Plan plan, Plan.Storage storage) {
        return new Plan(
                plan.id(),
                "T-" + UUID.randomUUID().toString().substring(0, 8),
                plan.name(),
                plan.target(),
                plan.equipment(),
                plan.object(),
                plan.method(),
                storage,
                plan.timetable(),
                plan.leastBytes(),
                plan.shrink(),
                plan.responsible(),
                plan.inUse(),
                plan.note(),
                plan.version());
    }
}
