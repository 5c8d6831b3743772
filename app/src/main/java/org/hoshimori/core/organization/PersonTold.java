package org.hoshimori.core.organization;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** A person, as the API tells it. */
record PersonTold(
        UUID id,
        String staffNumber,
        String family,
        String given,
        String familyKana,
        String givenKana,
        String mail,
        Person.Employment employment,
        Optional<UUID> department,
        String language,
        LocalDate joinedOn,
        Optional<LocalDate> leavesOn,
        int version) {

    static PersonTold of(Person person) {
        return new PersonTold(
                person.id().value(),
                person.staffNumber(),
                person.name().family(),
                person.name().given(),
                person.name().familyKana(),
                person.name().givenKana(),
                person.mail(),
                person.employment(),
                person.inDepartment().map(DepartmentId::value),
                person.language(),
                person.joinedOn(),
                Optional.ofNullable(person.leavesOn()),
                person.version());
    }
}
