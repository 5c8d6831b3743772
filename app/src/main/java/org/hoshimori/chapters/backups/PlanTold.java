package org.hoshimori.chapters.backups;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** A backup plan and how it stands, as the API tells it. */
record PlanTold(
        UUID id,
        String code,
        String name,
        String target,
        UUID equipment,
        String object,
        String method,
        String destination,
        String kept,
        Optional<UUID> place,
        Optional<UUID> assessment,
        boolean encrypted,
        String rule,
        LocalDate begins,
        String at,
        boolean onDaysOff,
        long graceHours,
        long leastBytes,
        int shrink,
        UUID responsible,
        boolean inUse,
        String note,
        String standing,
        Instant since,
        Optional<Instant> lastGood,
        Optional<LocalDate> lastTested,
        int version) {

    static PlanTold of(BackupPlanTable.Line line) {
        Plan plan = line.plan();
        return new PlanTold(
                plan.id().value(),
                plan.code(),
                plan.name(),
                plan.target(),
                plan.equipment().value(),
                plan.object(),
                plan.method(),
                plan.storage().destination().code(),
                plan.storage().kept().code(),
                plan.storage().at().map(p -> p.value()),
                plan.storage().assessed(),
                plan.storage().encrypted(),
                plan.timetable().rule(),
                plan.timetable().begins(),
                plan.timetable().at().toString(),
                plan.timetable().onDaysOff(),
                plan.timetable().grace().toHours(),
                plan.leastBytes(),
                plan.shrink(),
                plan.responsible().value(),
                plan.inUse(),
                plan.note(),
                line.standing().kind().code(),
                line.standing().since(),
                line.standing().lastGood(),
                line.standing().lastTested(),
                plan.version());
    }
}
