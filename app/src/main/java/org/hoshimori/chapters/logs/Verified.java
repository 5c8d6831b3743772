package org.hoshimori.chapters.logs;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hoshimori.logarchive.Fault;
import org.hoshimori.logarchive.Verification;
import org.jspecify.annotations.Nullable;

/**
 * What a verification of the archive came to.
 *
 * @param head the hash of the manifest's last line
 * @param gaps how often sources were silent
 * @param early files deleted before their time
 * @param confirmedAt when somebody said that he or she has seen it, or null
 */
record Verified(
        UUID id,
        Instant at,
        boolean intact,
        String head,
        long entries,
        long files,
        long rows,
        long bytes,
        int gaps,
        int early,
        List<Flaw> flaws,
        @Nullable Instant confirmedAt,
        String confirmedBy,
        String note) {

    static final String KIND = "log-verification";

    Verified {
        flaws = List.copyOf(flaws);
    }

    /** What the library found, seen by nobody yet. */
    static Verified of(UUID id, Instant at, Verification.Result result) {
        return new Verified(
                id,
                at,
                result.intact(),
                result.head(),
                result.entries(),
                result.files(),
                result.rows(),
                result.bytes(),
                count(result, Fault.Kind.GAP),
                count(result, Fault.Kind.EARLY_DELETION),
                result.faults().stream()
                        .map(f -> new Flaw(
                                f.kind().code(), f.what(), f.detail(), f.kind().breaks()))
                        .toList(),
                null,
                "",
                "");
    }

    private static int count(Verification.Result result, Fault.Kind kind) {
        return (int) result.faults().stream().filter(f -> f.kind() == kind).count();
    }

    /**
     * Something that does not fit.
     *
     * @param kind as the library calls it: {@code changed}
     * @param what the file, source or line
     * @param breaks whether it speaks against the archive itself
     */
    record Flaw(String kind, String what, String detail, boolean breaks) {}

    /** What speaks against the archive, and what else is to be known: clocks, lines known to be lost. Gaps have a place of their own. */
    public List<Flaw> others() {
        return flaws.stream().filter(f -> !f.kind().equals("gap")).toList();
    }
}
