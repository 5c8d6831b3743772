package org.hoshimori.core.approvals;

import java.util.UUID;

/** A request's id. */
public record RequestId(UUID value) {

    /** Reads an id as an address holds it; refuses what is none. */
    public static RequestId of(String text) {
        return new RequestId(UUID.fromString(text));
    }

    static RequestId next() {
        return new RequestId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
