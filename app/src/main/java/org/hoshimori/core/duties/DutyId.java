package org.hoshimori.core.duties;

import java.util.UUID;

/** A duty's id. */
public record DutyId(UUID value) {

    /** Reads an id as an address holds it; refuses what is none. */
    public static DutyId of(String text) {
        return new DutyId(UUID.fromString(text));
    }

    static DutyId next() {
        return new DutyId(UUID.randomUUID());
    }

    /** The same as evidence names it. */
    public String subject() {
        return "duty:" + value;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
