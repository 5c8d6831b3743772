package org.hoshimori.core.posts;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.core.organization.DepartmentId;
import org.hoshimori.core.organization.PersonId;

/** A post of the regulation with who holds it today, as the API tells it. */
record PostTold(String code, String title, boolean committee, boolean vacant, List<HolderTold> holders) {

    /** Keeps its own copy. */
    PostTold {
        holders = List.copyOf(holders);
    }

    /** Somebody who holds it. */
    record HolderTold(
            UUID appointment,
            Optional<UUID> department,
            UUID holder,
            Optional<UUID> deputy,
            LocalDate startsOn,
            Optional<LocalDate> endsOn) {

        static HolderTold of(Appointment appointment) {
            return new HolderTold(
                    appointment.id().value(),
                    appointment.inDepartment().map(DepartmentId::value),
                    appointment.holder().value(),
                    appointment.deputised().map(PersonId::value),
                    appointment.startsOn(),
                    appointment.lastDay());
        }
    }

    static PostTold of(List<PostBoard.Line> lines) {
        PostBoard.Line first = lines.getFirst();
        return new PostTold(
                first.code(),
                first.title(),
                first.committee(),
                lines.stream().anyMatch(PostBoard.Line::vacant),
                lines.stream()
                        .flatMap(l -> l.appointment().stream())
                        .map(HolderTold::of)
                        .toList());
    }
}
