package org.hoshimori.core.tokens;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hoshimori.core.api.Resource;
import org.hoshimori.core.api.Scoped;
import org.springframework.stereotype.Component;

/** What a token may be made for: to read and to write what a room serves. */
@Component
class Scopes {

    private final List<String> rooms;

    Scopes(List<Resource<?>> resources, List<Scoped> others) {
        this.rooms = List.copyOf(new TreeSet<>(Stream.concat(
                        resources.stream().map(Resource::scope), others.stream().map(Scoped::scope))
                .toList()));
    }

    /** The rooms that serve something. */
    List<String> rooms() {
        return rooms;
    }

    /** Whether there is such a scope. */
    boolean known(String scope) {
        return rooms.stream().anyMatch(r -> scope.equals(read(r)) || scope.equals(write(r)));
    }

    static String read(String room) {
        return room + ":read";
    }

    static String write(String room) {
        return room + ":write";
    }
}
