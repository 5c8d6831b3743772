package org.hoshimori.core.evidence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Asks all rooms what an id is called. */
@Component("names")
class Names {

    private final List<SubjectNames> rooms;

    Names(List<SubjectNames> rooms) {
        this.rooms = rooms;
    }

    /** The name, or the id where nobody knows one; a page of many asks for all at once. */
    public String of(String id) {
        return of(Set.of(id)).getOrDefault(id, id);
    }

    /** The names of these ids; one that nobody knows is left out. */
    Map<String, String> of(Set<String> ids) {
        Map<String, String> names = new HashMap<>();
        rooms.forEach(room -> names.putAll(room.namesOf(ids)));
        return names;
    }
}
