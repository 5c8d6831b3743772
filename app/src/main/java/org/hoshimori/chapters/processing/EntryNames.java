package org.hoshimori.chapters.processing;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hoshimori.core.evidence.SubjectNames;
import org.springframework.stereotype.Component;

/** Tells the record's pages what entries are called: their record and day. */
@Component
class EntryNames implements SubjectNames {

    private static final String KIND = "processing-entry:";

    private final Entries entries;

    EntryNames(Entries entries) {
        this.entries = entries;
    }

    @Override
    public Map<String, String> namesOf(Set<String> subjects) {
        List<UUID> ids = subjects.stream()
                .filter(s -> s.startsWith(KIND))
                .map(s -> UUID.fromString(s.substring(KIND.length())))
                .toList();
        Map<String, String> names = new HashMap<>();
        if (!ids.isEmpty()) {
            entries.find(ids)
                    .forEach(l -> names.put(
                            l.entry().subject(),
                            l.entry().record() + " " + l.entry().day()));
        }
        return names;
    }

    @Override
    public Set<String> named(String words, int most) {
        Set<String> ids = new HashSet<>();
        Entries.Wish wish =
                new Entries.Wish(words, "", "", Optional.empty(), Optional.empty(), Optional.empty(), false, 1);
        entries.rows(wish, most, 0).forEach(l -> ids.add(l.entry().subject()));
        return ids;
    }
}
