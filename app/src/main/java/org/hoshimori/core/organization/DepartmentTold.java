package org.hoshimori.core.organization;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** A department, as the API tells it. */
record DepartmentTold(
        UUID id,
        String name,
        String nameEn,
        int position,
        Optional<UUID> head,
        Optional<LocalDate> closedOn,
        int version) {

    static DepartmentTold of(Department department) {
        return new DepartmentTold(
                department.id().value(),
                department.name(),
                department.nameEn(),
                department.position(),
                department.ledBy().map(PersonId::value),
                department.lastDay(),
                department.version());
    }
}
