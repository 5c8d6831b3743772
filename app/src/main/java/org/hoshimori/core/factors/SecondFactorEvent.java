package org.hoshimori.core.factors;

import java.util.Map;
import java.util.Optional;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.identity.ToAccount;
import org.hoshimori.core.organization.PersonId;

/** What happens to the second factor of an account. */
sealed interface SecondFactorEvent extends ToAccount {

    @Override
    default Optional<String> clause() {
        return Optional.of("acc-1.d");
    }

    /** A telephone was registered, in place of an earlier one or as the first. */
    record SecondFactorEnrolled(Actor by, PersonId person) implements SecondFactorEvent {
        @Override
        public String act() {
            return "account.second-factor-enrolled/1";
        }
    }

    /**
     * The second factor was right.
     *
     * @param recovery whether it was a recovery code, which is used up by it
     */
    record SecondFactorGiven(Actor by, PersonId person, String from, boolean recovery) implements SecondFactorEvent {
        @Override
        public String act() {
            return "account.second-factor-given/1";
        }

        @Override
        public Map<String, Object> detail() {
            return Map.of("from", from, "recovery", recovery);
        }
    }

    /** The second factor was wrong. */
    record SecondFactorFailed(Actor by, PersonId person, String from) implements SecondFactorEvent {
        @Override
        public String act() {
            return "account.second-factor-failed/1";
        }

        @Override
        public Map<String, Object> detail() {
            return Map.of("from", from);
        }
    }

    /** The recovery codes were made anew; the old ones are void. */
    record RecoveryCodesRenewed(Actor by, PersonId person) implements SecondFactorEvent {
        @Override
        public String act() {
            return "account.recovery-codes-renewed/1";
        }
    }

    /** Somebody else took the second factor away, so that it can be enrolled anew. */
    record SecondFactorReset(Actor by, PersonId person) implements SecondFactorEvent {
        @Override
        public String act() {
            return "account.second-factor-reset/1";
        }
    }
}
