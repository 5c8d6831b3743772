package org.hoshimori.core.organization;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/** What the form of a person holds. */
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

        @NotNull @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
        LocalDate joinedOn,

        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
        LocalDate leavesOn,

        int version) {

    /** A field that a form leaves out is empty. */
    PersonForm {
        given = text(given);
        familyKana = text(familyKana);
        givenKana = text(givenKana);
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }

    static PersonForm empty(LocalDate today) {
        return new PersonForm("", "", "", "", "", "", Person.Employment.EMPLOYEE, null, "ja", today, null, 0);
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
                person.joinedOn(),
                person.leavesOn(),
                person.version());
    }

    Person person(PersonId id) {
        return new Person(
                id,
                staffNumber.strip(),
                new PersonName(family, given, familyKana, givenKana),
                mail.strip(),
                employment,
                department,
                language,
                joinedOn,
                leavesOn,
                version);
    }
}
