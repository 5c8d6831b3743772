package org.hoshimori.chapters.logs;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a verification of the archive came to, as the API tells it.
 *
 * @param head the hash of the manifest's last line
 * @param early files deleted before their time
 * @param confirmedBy as the record names people
 */
record LogVerificationTold(
        UUID id,
        Instant verifiedAt,
        boolean intact,
        String head,
        long entries,
        long files,
        long rows,
        long bytes,
        int gaps,
        int early,
        List<Verified.Flaw> faults,
        Optional<Instant> confirmedAt,
        String confirmedBy,
        String note) {

    /** Keeps its own copy. */
    LogVerificationTold {
        faults = List.copyOf(faults);
    }

    static LogVerificationTold of(Verified verified) {
        return new LogVerificationTold(
                verified.id(),
                verified.at(),
                verified.intact(),
                verified.head(),
                verified.entries(),
                verified.files(),
                verified.rows(),
                verified.bytes(),
                verified.gaps(),
                verified.early(),
                verified.flaws(),
                Optional.ofNullable(verified.confirmedAt()),
                verified.confirmedBy(),
                verified.note());
    }
}
