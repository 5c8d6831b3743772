package org.hoshimori.chapters.backups;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.organization.LeaverItems;
import org.hoshimori.core.organization.PersonId;
import org.springframework.stereotype.Component;

/** Plans for which somebody answers. */
@Component
class PlansHeld implements LeaverItems {

    private final BackupPlanTable plans;
    private final BackupPlans door;

    PlansHeld(BackupPlanTable plans, BackupPlans door) {
        this.plans = plans;
        this.door = door;
    }

    @Override
    public Map<PersonId, List<Item>> held(Map<PersonId, LocalDate> after) {
        Map<PersonId, List<Item>> held = new HashMap<>();
        if (!after.isEmpty()) {
            for (BackupPlanTable.Line line : plans.answeredBy(after.keySet())) {
                held.computeIfAbsent(line.plan().responsible(), p -> new ArrayList<>())
                        .add(new Item(
                                "hand-over.backup-plan",
                                List.of(line.plan().name()),
                                "/backup-plans/" + line.plan().id()));
            }
        }
        return held;
    }

    @Override
    public void handOver(PersonId from, PersonId to, LocalDate firstDay, Actor by) {
        door.handOver(from, to, by);
    }
}
