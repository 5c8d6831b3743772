package org.hoshimori.core.identity;

import java.time.LocalDate;
import java.util.List;
import org.hoshimori.core.organization.Person;
import org.hoshimori.core.organization.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may have an account: a person who works here, or an auditor from outside.
 *
 * @param name as pages show it
 * @param from the first day
 * @param until the last day, where it is known
 * @param words that may not stand in a password
 */
public record Holder(
        PersonId id,
        String name,
        String mail,
        String language,
        LocalDate from,
        @Nullable LocalDate until,
        boolean auditor,
        List<String> words) {

    static Holder of(Person person) {
        return new Holder(
                person.id(),
                person.name().full(),
                person.mail(),
                person.language(),
                person.joinedOn(),
                person.leavesOn(),
                false,
                List.of(
                        person.name().family(),
                        person.name().given(),
                        person.name().familyKana(),
                        person.name().givenKana(),
                        person.staffNumber()));
    }

    /** Whether he or she may log in on this day. */
    public boolean hereOn(LocalDate day) {
        return !day.isBefore(from) && !goneBy(day);
    }

    /** Whether the last day has passed. */
    public boolean goneBy(LocalDate day) {
        return until != null && day.isAfter(until);
    }

    SignedIn signedIn() {
        return new SignedIn(id.value(), name, language);
    }
}
