package org.hoshimori.core.evidence;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Asks all rooms what an id is called. */
@Component("names")
class Names {

    private static final int MOST = 100;

    private final List<SubjectNames> rooms;

    Names(List<SubjectNames> rooms) {
        this.rooms = rooms;
    }

    /** The name, or the id where nobody knows one; a page of many asks for all at once. */
    public String of(String id) {
        return of(Set.of(id)).getOrDefault(id, id);
    }

    /** The same for a whole page at once, ids that nobody knows left out. */
    public Map<String, String> all(Collection<String> ids) {
        return of(Set.copyOf(ids));
    }

    /** The names of these ids; one that nobody knows is left out. */
    Map<String, String> of(Set<String> ids) {
        Map<String, String> names = new HashMap<>();
        rooms.forEach(room -> names.putAll(room.namesOf(ids)));
        return names;
    }

    /** The ids that are meant by an id itself, or by words of a name. */
    Set<String> meant(String idOrWords) {
        Set<String> ids = new HashSet<>(Set.of(idOrWords));
        rooms.forEach(room -> ids.addAll(room.named(idOrWords, MOST)));
        return ids;
    }
}
