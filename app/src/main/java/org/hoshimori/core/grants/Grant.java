package org.hoshimori.core.grants;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.core.organization.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A permission that somebody was given by name.
 *
 * @param from the first day
 * @param until the last day, or null while none is set
 * @param grantedBy as evidence names who gave it
 * @param withdrawnAt when it was taken back before its time, or null
 */
record Grant(
        UUID id,
        PersonId person,
        Permission permission,
        LocalDate from,
        @Nullable LocalDate until,
        String reason,
        String grantedBy,
        Instant grantedAt,
        @Nullable Instant withdrawnAt,
        @Nullable String withdrawnBy) {

    /** Where it stands on a day; what is withdrawn is over at once. */
    enum State {
        COMING,
        IN_FORCE,
        OVER,
        WITHDRAWN;

        /** As messages name it. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    State on(LocalDate day) {
        if (withdrawnAt != null) {
            return State.WITHDRAWN;
        }
        if (day.isBefore(from)) {
            return State.COMING;
        }
        return until != null && day.isAfter(until) ? State.OVER : State.IN_FORCE;
    }

    /** The last day, where one is set. */
    public Optional<LocalDate> lastDay() {
        return Optional.ofNullable(until);
    }
}
