package org.hoshimori.core.identity;

import java.io.Serializable;
import java.security.Principal;
import java.util.UUID;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.organization.PersonId;

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

    /** The same as the register of people names it. */
    public PersonId id() {
        return new PersonId(person);
    }

    /** The same as evidence names it. */
    public Actor actor() {
        return Actor.person(person);
    }
}
