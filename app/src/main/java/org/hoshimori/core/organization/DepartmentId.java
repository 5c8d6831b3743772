package org.hoshimori.core.organization;

import java.util.UUID;

/** A department's id. */
public record DepartmentId(UUID value) {

    /** Reads an id as an address holds it; refuses what is none. */
    public static DepartmentId of(String text) {
        return new DepartmentId(UUID.fromString(text));
    }

    static DepartmentId next() {
        return new DepartmentId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
