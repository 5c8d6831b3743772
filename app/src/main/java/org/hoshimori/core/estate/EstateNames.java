package org.hoshimori.core.estate;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hoshimori.core.evidence.SubjectNames;
import org.springframework.stereotype.Component;

/** Tells the record's pages what items are called. */
@Component
class EstateNames implements SubjectNames {

    private final Items items;

    EstateNames(Items items) {
        this.items = items;
    }

    @Override
    public Map<String, String> namesOf(Set<String> subjects) {
        List<ItemId> ids = subjects.stream()
                .filter(s -> Arrays.stream(Noun.values()).anyMatch(n -> s.startsWith(n.code() + ":")))
                .map(s -> s.substring(s.indexOf(':') + 1))
                .map(ItemId::of)
                .toList();
        Map<String, String> names = new HashMap<>();
        if (!ids.isEmpty()) {
            items.find(ids).forEach(i -> names.put(i.subject(), i.number() + " " + i.name()));
        }
        return names;
    }

    @Override
    public Set<String> named(String words, int most) {
        Set<String> ids = new HashSet<>();
        items.named(words, most).forEach(i -> ids.add(i.subject()));
        return ids;
    }
}
