package org.hoshimori.proof;

import org.jspecify.annotations.Nullable;

/**
 * What the source of the entries says of its own extent, to be compared with what is there.
 *
 * @param first sequence of the first entry
 * @param last sequence of the last entry; {@link #UNKNOWN} if the source can't tell
 * @param start the first entry's epoch's tree before that entry; empty if the entry begins the epoch
 * @param headsAfter the head before the first, if heads are left out
 * @param newestHead the last head that should be there, if the source can tell
 * @param complete no later entries are held; false for an export that ends before the record's end
 * @param sealedOnly each entry must be covered by a head, as in a package
 */
public record Extent(
        long first,
        long last,
        Frontier start,
        @Nullable Hash headsAfter,
        @Nullable Hash newestHead,
        boolean complete,
        boolean sealedOnly) {

    /** The source can't tell. */
    public static final long UNKNOWN = -1;

    /** A whole live record; {@code last} and the newest head by the database's own account, where it has one. */
    public static Extent whole(long last, @Nullable Hash newestHead) {
        return new Extent(1, last, Frontier.empty(), null, newestHead, true, false);
    }

    boolean holds(long sequence) {
        return sequence >= first && (last == UNKNOWN || sequence <= last);
    }
}
