package org.hoshimori.core.revision;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.word.Review;
import org.jspecify.annotations.Nullable;

/**
 * Something that came back with a draft that had gone out in Word: a change or a comment.
 *
 * @param digest of the tailoring that went out
 * @param place counts the remarks of a file
 * @param clause the clause or chapter to which it belongs; empty for the title pages
 * @param entry the duty or text that it changes; empty for a comment on no sentence and for what was put in
 * @param author and when, as the file says
 * @param before the words that went out, or that are commented on; empty where something was put in
 * @param after the words that came back, or the comment; empty where something was struck
 */
record Remark(
        UUID id,
        DraftId draft,
        String file,
        String digest,
        String language,
        int place,
        Review.Kind kind,
        String clause,
        String entry,
        String author,
        String at,
        String before,
        String after,
        State state,
        String note,
        @Nullable String settledBy,
        @Nullable Instant settledAt) {

    /** Whether somebody has dealt with it. */
    enum State {
        /** Nobody has. */
        OPEN,
        /** The draft has it now. */
        TAKEN,
        /** It was put aside, with a note. */
        DISMISSED
    }

    /** Who has dealt with it. */
    public Optional<String> by() {
        return Optional.ofNullable(settledBy);
    }

    /** Whether nobody has dealt with it. */
    public boolean open() {
        return state == State.OPEN;
    }
}
