package org.hoshimori.core.organization;

/** There is no such person. */
public final class PersonUnknown extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Names the id that was asked for. */
    public PersonUnknown(PersonId id) {
        super(id.toString());
    }
}
