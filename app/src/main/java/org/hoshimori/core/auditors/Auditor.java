package org.hoshimori.core.auditors;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.hoshimori.core.identity.Holder;
import org.hoshimori.core.organization.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody from outside who looks for a time, and changes nothing.
 *
 * @param id of the same kind as a person's, since evidence and accounts name both alike
 * @param from the first day
 * @param until the last day, at most a year after the first or after the day of an extension
 * @param reason what the audit is for
 * @param endedAt when the account was ended before its time, or null
 */
record Auditor(
        PersonId id,
        String name,
        String organization,
        String mail,
        String language,
        LocalDate from,
        LocalDate until,
        String reason,
        String issuedBy,
        Instant issuedAt,
        @Nullable Instant endedAt) {

    /** Name and organisation. */
    public String full() {
        return name + " (" + organization + ")";
    }

    boolean openOn(LocalDate day) {
        return endedAt == null && !day.isAfter(until);
    }

    Holder holder() {
        // Ended before its time: no day is one of its days.
        LocalDate last = endedAt == null ? until : LocalDate.EPOCH;
        return new Holder(id, full(), mail, language, from, last, true, List.of(name, organization));
    }
}
