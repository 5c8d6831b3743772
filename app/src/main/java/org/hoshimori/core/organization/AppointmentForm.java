package org.hoshimori.core.organization;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * What the form of an appointment holds.
 *
 * @param holderWords what was searched for to find the holder
 * @param deputyWords what was searched for to find the deputy
 */
record AppointmentForm(
        @Nullable DepartmentId department,
        @Nullable PersonId holder,
        @Nullable String holderWords,
        @Nullable PersonId deputy,
        @Nullable String deputyWords,

        @NotNull @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
        LocalDate startsOn,

        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
        LocalDate endsOn,

        int version) {

    static AppointmentForm empty(@Nullable DepartmentId department, LocalDate today) {
        return new AppointmentForm(department, null, "", null, "", today, null, 0);
    }

    static AppointmentForm of(Appointment appointment) {
        return new AppointmentForm(
                appointment.department(),
                appointment.holder(),
                "",
                appointment.deputy(),
                "",
                appointment.startsOn(),
                appointment.endsOn(),
                appointment.version());
    }
}
