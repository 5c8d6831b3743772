package org.hoshimori.core.estate;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hoshimori.core.evidence.SubjectNames;
import org.springframework.stereotype.Component;

/** Tells the record's pages what items are called. */
@Component
class EstateNames implements SubjectNames {

    private final Items items;

    EstateNames(Items items) {
        this.items = items;
    }

    /** Other rooms name an item without knowing its noun. */
    private static final String ANY = "item";

    @Override
    public Map<String, String> namesOf(Set<String> subjects) {
        Map<String, ItemId> asked = new HashMap<>();
        for (String subject : subjects) {
            String kind = subject.substring(0, Math.max(0, subject.indexOf(':')));
            if (kind.equals(ANY) || Arrays.stream(Noun.values()).anyMatch(n -> kind.equals(n.code()))) {
                asked.put(subject, ItemId.of(subject.substring(kind.length() + 1)));
            }
        }
        Map<String, String> names = new HashMap<>();
        if (!asked.isEmpty()) {
            Map<ItemId, Item> found = items.find(asked.values()).stream().collect(Collectors.toMap(Item::id, i -> i));
            asked.forEach((subject, id) -> {
                Item item = found.get(id);
                if (item != null && (subject.equals(item.subject()) || subject.startsWith(ANY + ":"))) {
                    names.put(subject, item.number() + " " + item.name());
                }
            });
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
