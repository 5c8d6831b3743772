package org.hoshimori.proof;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The entry that says that another's detail was removed: by whom and when in its header, which entry as its subject.
 * The header can't be removed, so a redaction can't be hidden by another.
 */
public final class Redaction {

    /** The act's name. */
    public static final String ACT = "evidence.redacted/1";

    private static final String SUBJECT = "entry/";

    private Redaction() {}

    /** The header of a redaction of the entry {@code target}; its detail may tell the reason. */
    public static Header header(
            long sequence,
            int epoch,
            Instant time,
            String actor,
            long target,
            @Nullable String clause,
            @Nullable String revision,
            boolean demo) {
        if (target < 1 || target >= sequence) {
            throw ProofRefused.of("redaction.target", target, sequence);
        }
        return new Header(sequence, epoch, time, actor, ACT, SUBJECT + target, clause, revision, demo);
    }

    static boolean isOne(Header header) {
        return header.act().equals(ACT);
    }

    /** The sequence that a redaction names, or 0 if it names none. */
    static long target(Header header) {
        String subject = header.subject();
        return subject.matches(SUBJECT + "[1-9][0-9]{0,15}") ? Long.parseLong(subject.substring(SUBJECT.length())) : 0;
    }
}
