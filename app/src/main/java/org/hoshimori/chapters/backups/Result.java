package org.hoshimori.chapters.backups;

import java.time.Instant;

/**
 * What a run came to, as a script, a tool or somebody says.
 *
 * @param bytes how much the backup holds, or -1 where that is not known
 * @param note what else is to be said: an error, counts
 */
public record Result(boolean ok, Instant begun, Instant ended, long bytes, String note) {

    /** The size where it is not known. */
    public static final long UNKNOWN = -1;

    static final int LONGEST_NOTE = 500;

    /** Refuses one that ends before it begins; cuts a long note. */
    public Result {
        if (ended.isBefore(begun) || bytes < UNKNOWN) {
            throw new IllegalArgumentException(begun + " " + ended + " " + bytes);
        }
        note = note.strip().replace('\0', ' ');
        note = note.length() > LONGEST_NOTE ? note.substring(0, LONGEST_NOTE - 1) + "…" : note;
    }

    /** One that is over at an instant, of which no more is known. */
    public static Result at(boolean ok, Instant ended, long bytes, String note) {
        return new Result(ok, ended, ended, bytes, note);
    }
}
