package org.hoshimori.core.organization;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.hoshimori.core.storage.Width;
import org.jspecify.annotations.Nullable;

/**
 * What the form of a person holds.
 *
 * @param joinedOn as it was typed
 * @param leavesOn as it was typed, or empty
 */
record PersonForm(
        @NotBlank @Size(max = 40) String staffNumber,
        @NotBlank @Size(max = 80) String family,
        @Size(max = 80) String given,
        @Size(max = 80) String familyKana,
        @Size(max = 80) String givenKana,
        @NotBlank @Email @Size(max = 200) String mail,
        @NotNull Person.Employment employment,
        @Nullable DepartmentId department,
        @NotNull @Pattern(regexp = "ja|en") String language,
        String joinedOn,
        String leavesOn,
        int version) {

    /** A field that a form leaves out is empty. */
    PersonForm {
        given = text(given);
        familyKana = text(familyKana);
        givenKana = text(givenKana);
        joinedOn = text(joinedOn);
        leavesOn = text(leavesOn);
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }

    static PersonForm empty(LocalDate today) {
        return new PersonForm("", "", "", "", "", "", Person.Employment.EMPLOYEE, null, "ja", today.toString(), "", 0);
    }

    static PersonForm of(Person person) {
        return new PersonForm(
                person.staffNumber(),
                person.name().family(),
                person.name().given(),
                person.name().familyKana(),
                person.name().givenKana(),
                person.mail(),
                person.employment(),
                person.department(),
                person.language(),
                person.joinedOn().toString(),
                person.leavesOn() == null ? "" : person.leavesOn().toString(),
                person.version());
    }

    Person person(PersonId id, LocalDate joined, @Nullable LocalDate leaves) {
        return new Person(
                id,
                Width.folded(staffNumber),
                new PersonName(family, given, familyKana, givenKana),
                Width.folded(mail),
                employment,
                department,
                language,
                joined,
                leaves,
                version);
    }
}
