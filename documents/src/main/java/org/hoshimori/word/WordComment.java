package org.hoshimori.word;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A comment in the margin.
 *
 * @param author as the file says, which anybody could have written
 * @param at ISO 8601 as the file says; empty if it doesn't
 * @param answers id of the comment that it answers, or null
 * @param done whether it is marked as settled
 */
public record WordComment(
        String id,
        String author,
        String at,
        String text,
        @Nullable String answers,
        boolean done) {

    /** Id of the comment that it answers. */
    public Optional<String> parent() {
        return Optional.ofNullable(answers);
    }
}
