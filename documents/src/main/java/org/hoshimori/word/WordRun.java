package org.hoshimori.word;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of words.
 *
 * @param track who has put it in or struck it with tracking on; null for words that simply stand
 * @param comments ids of the comments that are on it
 */
public record WordRun(String text, @Nullable Track track, List<String> comments) {

    /** What tracking knows of a stretch of words. */
    public enum Kind {
        /** It was put in. */
        INSERTED,
        /** It was struck. */
        DELETED,
        /** It was moved here from somewhere else. */
        MOVED_HERE,
        /** It was moved away from here. */
        MOVED_AWAY
    }

    /**
     * A tracked change.
     *
     * @param author as the file says, which anybody could have written
     * @param at ISO 8601 as the file says; empty if it doesn't
     */
    public record Track(Kind kind, String author, String at) {

        boolean away() {
            return kind == Kind.DELETED || kind == Kind.MOVED_AWAY;
        }
    }

    /** What tracking knows of it. */
    public Optional<Track> change() {
        return Optional.ofNullable(track);
    }

    /** Whether it stands once all changes are accepted. */
    boolean stands() {
        return track == null || !track.away();
    }

    /** Whether it stood before any change. */
    boolean stood() {
        return track == null || track.away();
    }
}
