package org.hoshimori.proof;

import org.jspecify.annotations.Nullable;

/**
 * The detail of the first entry after a restore: which backup, how far it went, and the newest head that is known from
 * the heads file or an auditor. What lies between is the lost span.
 *
 * @param backup the backup's id
 * @param lastHeld sequence of the last entry that the backup held, sealed or not; 0 if none
 * @param heldRoot root of the old epoch's tree over all that the backup held of it, so that the new epoch's seal covers it
 * @param heldHead the last head that the backup held
 * @param knownHead the newest head known, from anywhere
 */
public record EpochStart(
        String backup,
        long lastHeld,
        Hash heldRoot,
        @Nullable HeadName heldHead,
        @Nullable HeadName knownHead) {

    /** The act's name. */
    public static final String ACT = "evidence.epoch-started/1";

    /** A head, named. */
    public record HeadName(int epoch, long size, Hash hash) {

        /** Names this head. */
        public static HeadName of(SignedHead head) {
            return new HeadName(head.epoch(), head.size(), head.hash());
        }

        Json.Obj json() {
            return Json.object()
                    .with("epoch", Json.of(epoch))
                    .with("size", Json.of(size))
                    .with("hash", Json.of(hash.hex()));
        }

        static @Nullable HeadName of(@Nullable Json json) {
            if (json == null) {
                return null;
            }
            Members members = new Members(json);
            HeadName name = new HeadName(members.integer("epoch"), members.whole("size"), members.hash("hash"));
            members.end();
            return name;
        }
    }

    /** The detail as JSON. */
    public Json.Obj detail() {
        Json.Obj json = Json.object()
                .with("backup", Json.of(backup))
                .with("lastHeld", Json.of(lastHeld))
                .with("heldRoot", Json.of(heldRoot.hex()));
        json = heldHead == null ? json : json.with("heldHead", heldHead.json());
        return knownHead == null ? json : json.with("knownHead", knownHead.json());
    }

    /**
     * The sequence for the first entry of the new epoch, beyond all that is known of the old one.
     *
     * @param epochFirst sequence of the first entry of the epoch that {@code knownHead} belongs to
     */
    public long nextSequence(long epochFirst) {
        long known = knownHead == null ? 0 : epochFirst + knownHead.size() - 1;
        return Math.max(lastHeld, known) + 1;
    }

    static EpochStart of(Json detail) {
        Members members = new Members(detail);
        EpochStart start = new EpochStart(
                members.text("backup"),
                members.whole("lastHeld"),
                members.hash("heldRoot"),
                HeadName.of(members.orNull("heldHead")),
                HeadName.of(members.orNull("knownHead")));
        members.end();
        return start;
    }
}
