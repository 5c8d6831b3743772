package org.hoshimori.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The header of a message or of one of its parts, topmost field first. */
record Headers(List<Header> fields) {

    static final Headers NONE = new Headers(List.of());

    Headers {
        fields = List.copyOf(fields);
    }

    /** The topmost field of this name; encoded words are not yet decoded. */
    Optional<String> first(String name) {
        for (Header each : fields) {
            if (each.is(name)) {
                return Optional.of(each.value());
            }
        }
        return Optional.empty();
    }

    List<String> all(String name) {
        List<String> found = new ArrayList<>();
        for (Header each : fields) {
            if (each.is(name)) {
                found.add(each.value());
            }
        }
        return found;
    }

    boolean has(String name) {
        return first(name).isPresent();
    }

    /** The topmost field of this name as people read it; empty if there is none. */
    String text(String name) {
        return EncodedWords.decode(first(name).orElse("")).strip();
    }
}
