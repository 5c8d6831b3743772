package org.hoshimori.chapters.takeouts;

import java.util.UUID;

/** Names a take-out. */
public record TakeOutId(UUID value) {

    static final String KIND = "take-out";

    static TakeOutId next() {
        return new TakeOutId(UUID.randomUUID());
    }

    /** Reads what {@link #subject()} has written. */
    static TakeOutId of(String subject) {
        return new TakeOutId(UUID.fromString(subject.substring(KIND.length() + 1)));
    }

    /** As the record names it. */
    String subject() {
        return KIND + ":" + value;
    }

    /** Where it is to be seen. */
    String page() {
        return "/take-outs/" + value;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
