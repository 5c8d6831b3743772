package org.hoshimori.core.evidence;

import java.util.UUID;

/**
 * Who acts, as evidence names it.
 *
 * @param id {@code person:} and a person's id, or {@code system:} and the part of the system that acts by itself
 */
public record Actor(String id) {

    /** Refuses an id of any other kind. */
    public Actor {
        if (!id.startsWith("person:") && !id.startsWith("system:")) {
            throw new IllegalArgumentException(id);
        }
    }

    /** A person, signed in. */
    public static Actor person(UUID person) {
        return new Actor("person:" + person);
    }

    /** The command line on the server, the demonstration, a job. */
    public static Actor system(String part) {
        return new Actor("system:" + part);
    }
}
