package org.hoshimori.core.posts;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.core.organization.DepartmentId;
import org.hoshimori.core.organization.PersonId;

/** An appointment as the API tells it. */
record AppointmentTold(
        UUID id,
        String post,
        Optional<UUID> department,
        UUID holder,
        Optional<UUID> deputy,
        LocalDate startsOn,
        Optional<LocalDate> endsOn,
        int version) {

    static AppointmentTold of(Appointment appointment) {
        return new AppointmentTold(
                appointment.id().value(),
                appointment.post(),
                appointment.inDepartment().map(DepartmentId::value),
                appointment.holder().value(),
                appointment.deputised().map(PersonId::value),
                appointment.startsOn(),
                appointment.lastDay(),
                appointment.version());
    }
}
