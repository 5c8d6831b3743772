package org.hoshimori.core.organization;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A department.
 *
 * @param nameEn its name in English, or empty
 * @param position its place in lists
 * @param head who leads it (所属部門長), if anybody does
 * @param closedOn the last day, once it is closed
 * @param version counts changes; an edit of an older one is refused
 */
public record Department(
        DepartmentId id,
        String name,
        String nameEn,
        int position,
        @Nullable PersonId head,
        @Nullable LocalDate closedOn,
        int version) {

    /** A department that is still to be opened. */
    public static Department called(String name, String nameEn, int position, @Nullable PersonId head) {
        return new Department(DepartmentId.next(), name, nameEn, position, head, null, 0);
    }

    /** Who leads it. */
    public Optional<PersonId> ledBy() {
        return Optional.ofNullable(head);
    }

    /** The last day, once it is closed. */
    public Optional<LocalDate> lastDay() {
        return Optional.ofNullable(closedOn);
    }

    /** Its name in a language, the Japanese one where there is no other. */
    public String nameIn(String language) {
        return language.equals("en") && !nameEn.isEmpty() ? nameEn : name;
    }
}
