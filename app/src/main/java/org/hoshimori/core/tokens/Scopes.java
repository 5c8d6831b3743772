package org.hoshimori.core.tokens;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hoshimori.core.api.Resource;
import org.hoshimori.core.api.Scoped;
import org.springframework.stereotype.Component;

/** What a token may be made for: to read and to write what a room serves. */
@Component
class Scopes {

    private final List<String> rooms;
    private final Set<String> changeable;

    Scopes(List<Resource<?>> resources, List<Scoped> others) {
        this.rooms = Stream.concat(
                        resources.stream().map(Resource::scope), others.stream().map(Scoped::scope))
                .distinct()
                .sorted()
                .toList();
        this.changeable = Stream.concat(
                        resources.stream().filter(r -> !r.acts().isEmpty()).map(Resource::scope),
                        others.stream().filter(Scoped::changes).map(Scoped::scope))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The rooms that serve something. */
    List<String> rooms() {
        return rooms;
    }

    /** Those of them in which something can be changed. */
    Set<String> changeable() {
        return changeable;
    }

    /** Whether there is such a scope. */
    boolean known(String scope) {
        return rooms.stream()
                .anyMatch(r -> scope.equals(read(r)) || (scope.equals(write(r)) && changeable.contains(r)));
    }

    static String read(String room) {
        return room + ":read";
    }

    static String write(String room) {
        return room + ":write";
    }
}
