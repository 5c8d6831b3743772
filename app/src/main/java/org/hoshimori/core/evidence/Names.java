package org.hoshimori.core.evidence;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks all rooms what an id is called. */
@Component("names")
class Names {

    private final List<SubjectNames> rooms;

    Names(List<SubjectNames> rooms) {
        this.rooms = rooms;
    }

    /** The name, or the id where nobody knows one. */
    public String of(String id) {
        return rooms.stream()
                .map(r -> r.nameOf(id))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(id);
    }
}
