package org.hoshimori.core.revision;

import java.util.UUID;

/** A draft's id. */
public record DraftId(UUID value) {

    private static final String KIND = "draft:";

    /** Reads an id as an address holds it; refuses what is none. */
    public static DraftId of(String text) {
        return new DraftId(UUID.fromString(text));
    }

    static DraftId next() {
        return new DraftId(UUID.randomUUID());
    }

    static DraftId ofSubject(String subject) {
        return of(subject.substring(KIND.length()));
    }

    /** As evidence and approvals name it. */
    String subject() {
        return KIND + value;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
