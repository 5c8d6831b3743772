package org.hoshimori.chapters.takeouts;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.hoshimori.core.evidence.SubjectNames;
import org.springframework.stereotype.Component;

/** Tells the record's pages which take-out is meant: by the day, never by what was taken. */
@Component
class TakeOutNames implements SubjectNames {

    private final TakeOutTable table;

    TakeOutNames(TakeOutTable table) {
        this.table = table;
    }

    @Override
    public Map<String, String> namesOf(Set<String> subjects) {
        Map<String, String> names = new HashMap<>();
        table.find(subjects.stream()
                        .filter(s -> s.startsWith(TakeOutId.KIND + ":"))
                        .map(TakeOutId::of)
                        .toList())
                .forEach(t -> names.put(t.id().subject(), t.leavesOn() + " " + t.destination()));
        return names;
    }
}
