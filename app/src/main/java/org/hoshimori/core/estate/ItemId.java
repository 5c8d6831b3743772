package org.hoshimori.core.estate;

import java.util.UUID;

/** An item's id, never given to another one, whatever it is. */
public record ItemId(UUID value) {

    /** Reads an id as an address holds it; refuses what is none. */
    public static ItemId of(String text) {
        return new ItemId(UUID.fromString(text));
    }

    static ItemId next() {
        return new ItemId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
