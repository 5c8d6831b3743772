package org.hoshimori.core.posts;

import java.time.LocalDate;
import org.hoshimori.core.organization.DepartmentId;
import org.hoshimori.core.organization.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What the form of an appointment holds.
 *
 * @param holderWords what was searched for to find the holder
 * @param deputyWords what was searched for to find the deputy
 * @param startsOn as it was typed
 * @param endsOn as it was typed, or empty
 */
record AppointmentForm(
        @Nullable DepartmentId department,
        @Nullable PersonId holder,
        @Nullable String holderWords,
        @Nullable PersonId deputy,
        @Nullable String deputyWords,
        String startsOn,
        String endsOn,
        int version) {

    /** A field that a form leaves out is empty. */
    AppointmentForm {
        startsOn = startsOn == null ? "" : startsOn;
        endsOn = endsOn == null ? "" : endsOn;
    }

    static AppointmentForm empty(@Nullable DepartmentId department, LocalDate today) {
        return new AppointmentForm(department, null, "", null, "", today.toString(), "", 0);
    }

    static AppointmentForm of(Appointment appointment) {
        return new AppointmentForm(
                appointment.department(),
                appointment.holder(),
                "",
                appointment.deputy(),
                "",
                appointment.startsOn().toString(),
                appointment.lastDay().map(LocalDate::toString).orElse(""),
                appointment.version());
    }
}
