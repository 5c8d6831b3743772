package org.hoshimori.core.approvals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A request, as the API tells it to whom its sheet may be shown.
 *
 * @param record what is decided on, as the asking room wrote it
 * @param mine whether the one who reads may decide it now
 */
record RequestTold(
        UUID id,
        String kind,
        String title,
        Optional<String> clause,
        Map<String, String> record,
        String requestedBy,
        Instant requestedAt,
        Optional<LocalDate> expiresOn,
        State state,
        Optional<Instant> settledAt,
        List<SeatTold> line,
        boolean mine) {

    /** Keeps its own copy. */
    RequestTold {
        record = Map.copyOf(record);
        line = List.copyOf(line);
    }

    /** A seat, and what was decided on it. */
    record SeatTold(
            int step,
            List<String> posts,
            Optional<UUID> department,
            boolean turn,
            Optional<Verdict> verdict,
            Optional<UUID> by,
            Optional<Instant> at,
            String comment) {

        static SeatTold of(Sitting sitting, boolean turn) {
            return new SeatTold(
                    sitting.position() + 1,
                    sitting.seat().posts(),
                    sitting.seat().inDepartment().map(d -> d.value()),
                    turn,
                    sitting.decision().map(Decision::verdict),
                    sitting.decision().map(d -> d.by().value()),
                    sitting.decision().map(Decision::at),
                    sitting.decision().map(Decision::comment).orElse(""));
        }
    }
}
