package org.hoshimori.core.identity;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.organization.PersonId;

/** What happens to an account. */
sealed interface AccountEvent extends ToAccount {

    /** Somebody got an account. */
    record AccountOpened(Actor by, PersonId person, String permissions) implements AccountEvent {
        @Override
        public String act() {
            return "account.opened/1";
        }

        @Override
        public Optional<String> clause() {
            return Optional.of("acc-3");
        }

        @Override
        public Map<String, Object> detail() {
            return Map.of("permissions", permissions);
        }
    }

    /** Somebody has logged in. */
    record LoggedIn(Actor by, PersonId person, String from, Door door) implements AccountEvent {
        @Override
        public String act() {
            return "account.logged-in/1";
        }

        @Override
        public Map<String, Object> detail() {
            return Map.of("from", from, "door", door.code());
        }
    }

    /** Somebody tried to log in and could not. */
    record LogInFailed(Actor by, PersonId person, String from, Door door) implements AccountEvent {
        @Override
        public String act() {
            return "account.log-in-failed/1";
        }

        @Override
        public Map<String, Object> detail() {
            return Map.of("from", from, "door", door.code());
        }
    }

    /** Somebody had given what he or she logs in with, but from a terminal that may not be used. */
    record TerminalRefused(Actor by, PersonId person, String from, Terminal.Why why) implements AccountEvent {
        @Override
        public String act() {
            return "account.terminal-refused/1";
        }

        @Override
        public Optional<String> clause() {
            return Optional.of("acc-7");
        }

        @Override
        public Map<String, Object> detail() {
            return Map.of("from", from, "why", why.code());
        }
    }

    /** Too many attempts failed. */
    record AccountLocked(Actor by, PersonId person, Instant until, int failures) implements AccountEvent {
        @Override
        public String act() {
            return "account.locked/1";
        }

        @Override
        public Map<String, Object> detail() {
            return Map.of("until", until.toString(), "failures", failures);
        }
    }

    /** A second administrator released an account before its time. */
    record AccountUnlocked(Actor by, PersonId person) implements AccountEvent {
        @Override
        public String act() {
            return "account.unlocked/1";
        }
    }

    /** Sessions were ended before their time. */
    record SessionsEnded(Actor by, PersonId person, int count) implements AccountEvent {
        @Override
        public String act() {
            return "account.sessions-ended/1";
        }

        @Override
        public Map<String, Object> detail() {
            return Map.of("count", count);
        }
    }

    /** A password was set. */
    record PasswordChanged(Actor by, PersonId person) implements AccountEvent {
        @Override
        public String act() {
            return "account.password-changed/1";
        }
    }

    /** An auditor asked for a page. */
    record AccountLooked(Actor by, PersonId person, String path) implements AccountEvent {
        @Override
        public String act() {
            return "account.looked/1";
        }

        @Override
        public Optional<String> clause() {
            return Optional.of("acc-4.a");
        }

        @Override
        public Map<String, Object> detail() {
            return Map.of("path", path);
        }
    }
}
