package org.hoshimori.core.posts;

import java.util.UUID;

/** An appointment's id. */
public record AppointmentId(UUID value) {

    /** Reads an id as an address holds it; refuses what is none. */
    public static AppointmentId of(String text) {
        return new AppointmentId(UUID.fromString(text));
    }

    static AppointmentId next() {
        return new AppointmentId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
