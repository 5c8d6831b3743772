package org.hoshimori.core.posts;

import java.time.LocalDate;
import java.util.Optional;
import org.hoshimori.core.organization.DepartmentId;
import org.hoshimori.core.organization.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody holds a post of the regulation ({@code org-1}) for a time.
 *
 * @param post the post's code in the catalog ({@code security-officer})
 * @param department of a post that each department has
 * @param deputy who stands in for the holder
 * @param startsOn the first day
 * @param endsOn the last day, where it is known
 * @param version counts changes; an edit of an older one is refused
 */
public record Appointment(
        AppointmentId id,
        String post,
        @Nullable DepartmentId department,
        PersonId holder,
        @Nullable PersonId deputy,
        LocalDate startsOn,
        @Nullable LocalDate endsOn,
        int version) {

    /** An appointment that is still to be made. */
    public static Appointment to(
            String post,
            @Nullable DepartmentId department,
            PersonId holder,
            @Nullable PersonId deputy,
            LocalDate startsOn,
            @Nullable LocalDate endsOn) {
        return new Appointment(AppointmentId.next(), post, department, holder, deputy, startsOn, endsOn, 0);
    }

    /** The department, of a post that each department has. */
    public Optional<DepartmentId> inDepartment() {
        return Optional.ofNullable(department);
    }

    /** Who stands in for the holder. */
    public Optional<PersonId> deputised() {
        return Optional.ofNullable(deputy);
    }

    /** The last day, where it is known. */
    public Optional<LocalDate> lastDay() {
        return Optional.ofNullable(endsOn);
    }

    Appointment with(@Nullable PersonId otherDeputy, @Nullable LocalDate otherEnd, int read) {
        return new Appointment(id, post, department, holder, otherDeputy, startsOn, otherEnd, read);
    }
}
