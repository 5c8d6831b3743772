package org.hoshimori.core.revision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.core.revision.Draft.State;

/**
 * A draft as the API tells it.
 *
 * @param from from when it is to hold; none for the day of its approval
 * @param tailoring the whole of it, as the file that it is
 */
record DraftTold(
        UUID id,
        String name,
        State state,
        int basedOn,
        Optional<LocalDate> from,
        String note,
        String tailoring,
        Optional<Integer> publishedAs,
        Instant changedAt,
        int version) {

    static DraftTold of(Draft draft) {
        return new DraftTold(
                draft.id().value(),
                draft.name(),
                draft.state(),
                draft.basedOn(),
                draft.from(),
                draft.note(),
                draft.tailoring(),
                Optional.ofNullable(draft.publishedAs()),
                draft.changedAt(),
                draft.version());
    }
}
