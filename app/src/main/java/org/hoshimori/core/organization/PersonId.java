package org.hoshimori.core.organization;

import java.util.UUID;

/** A person's id, never given to another person. */
public record PersonId(UUID value) {

    /** Reads an id as an address holds it; refuses what is none. */
    public static PersonId of(String text) {
        return new PersonId(UUID.fromString(text));
    }

    static PersonId next() {
        return new PersonId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
