package org.hoshimori.core.tokens;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.core.organization.PersonId;

/**
 * A token; its secret is known to its holder only.
 *
 * @param person for whom it acts, or who answers for the program that has it
 * @param scopes {@code ROOM:read} and {@code ROOM:write}
 * @param permissions what a program may do; a person's token may what the person may
 */
record ApiToken(
        UUID id,
        String name,
        Kind kind,
        PersonId person,
        List<String> scopes,
        List<String> permissions,
        Instant madeAt,
        String madeBy,
        Instant expiresAt,
        Optional<Instant> usedAt,
        Optional<Instant> revokedAt) {

    /** In whose name it acts. */
    enum Kind {
        /** In the name of the person who made it. */
        PERSONAL,
        /** In its own. */
        INTEGRATION;

        /** As the database and messages name it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Where it stands. */
    enum State {
        OPEN,
        OVER,
        REVOKED;

        /** As messages name it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    State at(Instant now) {
        return revokedAt.isPresent() ? State.REVOKED : now.isBefore(expiresAt) ? State.OPEN : State.OVER;
    }

    /** As the record names it. */
    String subject() {
        return "token:" + id;
    }
}
