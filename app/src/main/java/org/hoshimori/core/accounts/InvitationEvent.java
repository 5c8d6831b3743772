package org.hoshimori.core.accounts;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.identity.ToAccount;
import org.hoshimori.core.organization.PersonId;

/** How somebody comes to set a password: a link was given, or asked for. */
sealed interface InvitationEvent extends ToAccount {

    /** Somebody was given a link to set a password. */
    record AccountInvited(Actor by, PersonId person, Instant until) implements InvitationEvent {
        @Override
        public String act() {
            return "account.invited/1";
        }

        @Override
        public Optional<String> clause() {
            return Optional.of("acc-3");
        }

        @Override
        public Map<String, Object> detail() {
            return Map.of("until", until.toString());
        }
    }

    /** Somebody says to have forgotten the password of this account. */
    record ResetAsked(Actor by, PersonId person, String from) implements InvitationEvent {
        @Override
        public String act() {
            return "account.reset-asked/1";
        }

        @Override
        public Map<String, Object> detail() {
            return Map.of("from", from);
        }
    }

    /** An administrator has taken such a request off the list. */
    record ResetDismissed(Actor by, PersonId person) implements InvitationEvent {
        @Override
        public String act() {
            return "account.reset-dismissed/1";
        }
    }
}
