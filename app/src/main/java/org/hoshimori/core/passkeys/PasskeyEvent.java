package org.hoshimori.core.passkeys;

import java.util.Map;
import java.util.Optional;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.evidence.Evident;
import org.hoshimori.core.organization.PersonId;

/** What happens to somebody's passkeys; log-ins by them are the account's. */
sealed interface PasskeyEvent extends Evident {

    /** Whose it is. */
    PersonId person();

    @Override
    default String subject() {
        return "person:" + person();
    }

    @Override
    default Optional<String> clause() {
        return Optional.of("acc-1.d");
    }

    /** One was registered. */
    record PasskeyRegistered(Actor by, PersonId person, String name) implements PasskeyEvent {
        @Override
        public String act() {
            return "passkey.registered/1";
        }

        @Override
        public Map<String, Object> detail() {
            return Map.of("name", name);
        }
    }

    /** Its owner removed one. */
    record PasskeyRemoved(Actor by, PersonId person, String name) implements PasskeyEvent {
        @Override
        public String act() {
            return "passkey.removed/1";
        }

        @Override
        public Map<String, Object> detail() {
            return Map.of("name", name);
        }
    }

    /** Somebody else took all of them away, with the second factor. */
    record PasskeysTakenAway(Actor by, PersonId person, int count) implements PasskeyEvent {
        @Override
        public String act() {
            return "passkey.taken-away/1";
        }

        @Override
        public Map<String, Object> detail() {
            return Map.of("count", count);
        }
    }
}
