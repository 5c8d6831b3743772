package org.hoshimori.core.organization;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A department.
 *
 * @param position its place in lists
 * @param head who leads it (所属部門長), if anybody does
 * @param closedOn the last day, once it is closed
 */
public record Department(
        DepartmentId id,
        String name,
        String nameEn,
        int position,
        @Nullable PersonId head,
        @Nullable LocalDate closedOn,
        int version) {

    /** Who leads it. */
    public Optional<PersonId> ledBy() {
        return Optional.ofNullable(head);
    }
}
