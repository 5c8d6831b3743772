package org.hoshimori.core.identity;

import java.io.Serializable;
import java.security.Principal;
import java.util.UUID;
import org.hoshimori.core.evidence.Actor;

/**
 * Who is signed in: what a session holds of a person.
 *
 * @param name as it stands at the head of a page
 */
public record SignedIn(UUID person, String name, String language) implements Principal, Serializable {

    @Override
    public String getName() {
        return person.toString();
    }

    /** The same as evidence names it. */
    public Actor actor() {
        return Actor.person(person);
    }
}
