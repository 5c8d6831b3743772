package org.hoshimori.core.api;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.hoshimori.core.evidence.Actor;

/**
 * Whoever calls, and by which rights; the scope of a token is judged before.
 *
 * @param person whose confidences may be told; an id of nobody where a program acts in its own name
 * @param actor as the record will name who acted
 * @param permissions what he, she or it may do today, as authorities name it
 * @param today the company's day
 */
public record Caller(UUID person, Actor actor, Set<String> permissions, Locale locale, LocalDate today) {

    /** Whether this permission is there. */
    public boolean may(String permission) {
        return permissions.contains(permission);
    }

    /** Whether one of these is; of none, everybody has one. */
    public boolean mayAny(Set<String> any) {
        return any.isEmpty() || any.stream().anyMatch(permissions::contains);
    }

    /** Whether a person acts, who may decide and do what only people do. */
    public boolean isPerson() {
        return actor.equals(Actor.person(person));
    }
}
