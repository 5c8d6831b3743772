package org.hoshimori.chapters.cloud;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hoshimori.core.evidence.SubjectNames;
import org.springframework.stereotype.Component;

/** Tells the record's pages what assessments are called. */
@Component
class AssessmentNames implements SubjectNames {

    private static final String KIND = AssessmentMatter.KIND + ":";

    private final AssessmentTable table;

    AssessmentNames(AssessmentTable table) {
        this.table = table;
    }

    @Override
    public Map<String, String> namesOf(Set<String> subjects) {
        List<UUID> ids = subjects.stream()
                .filter(s -> s.startsWith(KIND))
                .map(AssessmentMatter::id)
                .toList();
        Map<String, String> names = new HashMap<>();
        if (!ids.isEmpty()) {
            table.find(ids).forEach(a -> names.put(a.subject(), a.service()));
        }
        return names;
    }

    @Override
    public Set<String> named(String words, int most) {
        String asked = words.strip().toLowerCase(Locale.ROOT);
        Set<String> ids = new HashSet<>();
        table.all().stream()
                .filter(a -> a.service().toLowerCase(Locale.ROOT).contains(asked))
                .limit(most)
                .forEach(a -> ids.add(a.subject()));
        return ids;
    }
}
