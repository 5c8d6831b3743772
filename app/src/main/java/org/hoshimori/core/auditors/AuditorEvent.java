package org.hoshimori.core.auditors;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.identity.ToAccount;
import org.hoshimori.core.organization.PersonId;

/** What happens to an auditor's account. */
sealed interface AuditorEvent extends ToAccount {

    @Override
    default Optional<String> clause() {
        return Optional.of("acc-6");
    }

    /** Somebody from outside got an account to look with; approval and confidentiality agreement were at hand. */
    record AuditorIssued(Actor by, Auditor auditor) implements AuditorEvent {
        @Override
        public PersonId person() {
            return auditor.id();
        }

        @Override
        public String act() {
            return "auditor.issued/1";
        }

        @Override
        public Map<String, Object> detail() {
            return Map.of(
                    "name", auditor.name(),
                    "organization", auditor.organization(),
                    "mail", auditor.mail(),
                    "from", auditor.from().toString(),
                    "until", auditor.until().toString(),
                    "reason", auditor.reason(),
                    "agreed", true);
        }
    }

    /** The last day was moved. */
    record AuditorExtended(Actor by, PersonId person, LocalDate before, LocalDate until) implements AuditorEvent {
        @Override
        public String act() {
            return "auditor.extended/1";
        }

        @Override
        public Map<String, Object> detail() {
            return Map.of("before", before.toString(), "until", until.toString());
        }
    }

    /** The account was ended before its time. */
    record AuditorEnded(Actor by, PersonId person) implements AuditorEvent {
        @Override
        public String act() {
            return "auditor.ended/1";
        }
    }
}
