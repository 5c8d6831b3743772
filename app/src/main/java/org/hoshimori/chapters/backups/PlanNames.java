package org.hoshimori.chapters.backups;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hoshimori.core.evidence.SubjectNames;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Tells the record's pages what plans, and rows of the regulation's table, are called. */
@Component
class PlanNames implements SubjectNames {

    private static final String KIND = "backup-plan:";

    private static final String RUNS = "backup-runs:";
    private static final String TARGET = "backup-target:";

    private final BackupPlanTable plans;
    private final Targets targets;

    PlanNames(BackupPlanTable plans, Targets targets) {
        this.plans = plans;
        this.targets = targets;
    }

    @Override
    public Map<String, String> namesOf(Set<String> subjects) {
        List<UUID> ids = subjects.stream()
                .filter(s -> s.startsWith(KIND) || s.startsWith(RUNS))
                .map(s -> UUID.fromString(s.substring(s.indexOf(':') + 1)))
                .distinct()
                .toList();
        Map<String, String> names = new HashMap<>();
        if (!ids.isEmpty()) {
            plans.find(ids).forEach(l -> {
                String name = l.plan().code() + " " + l.plan().name();
                names.put(l.plan().id().subject(), name);
                names.put(l.plan().id().runs(), name);
            });
        }
        if (subjects.stream().anyMatch(s -> s.startsWith(TARGET))) {
            targets.now(LocaleContextHolder.getLocale())
                    .forEach(t -> names.put(TARGET + t.id(), t.equipment() + " " + t.object()));
        }
        return names;
    }

    @Override
    public Set<String> named(String words, int most) {
        Set<String> ids = new HashSet<>();
        plans.named(words, most).forEach(l -> ids.add(l.plan().id().subject()));
        return ids;
    }
}
