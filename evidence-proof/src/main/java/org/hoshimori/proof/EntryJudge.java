package org.hoshimori.proof;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Judges one entry by itself: do detail, commitment, header, leaf and MAC fit each other? */
final class EntryJudge {

    private final @Nullable MacKey macKey;

    EntryJudge(@Nullable MacKey macKey) {
        this.macKey = macKey;
    }

    /**
     * What an entry is worth.
     *
     * @param header the header is not what the leaf was made of, unless a root says that the leaf is wrong
     * @param detail the part of detail and commitment that was changed
     * @param mac the MAC is wrong or absent
     * @param content the leaf that header and commitment yield
     * @param json the detail, if present and an object
     */
    record Verdict(boolean header, Optional<Fault.Part> detail, boolean mac, Hash content, Json.@Nullable Obj json) {}

    Verdict judge(Entry entry) {
        Header header = entry.header();
        Hash content = Leaf.hash(header, entry.commitment());
        boolean leafHolds = content.equals(entry.leaf());
        boolean macHolds =
                macKey == null || macKey.mac(header, entry.commitment()).equals(entry.mac());
        byte[] detail = entry.detail();
        byte[] salt = entry.salt();
        if (detail == null || salt == null) {
            return new Verdict(!leafHolds, Optional.empty(), !macHolds, content, null);
        }
        Json.Obj json = object(detail);
        Hash yielded = commitment(salt, detail);
        if (json != null && entry.commitment().equals(yielded)) {
            return new Verdict(!leafHolds, Optional.empty(), !macHolds, content, json);
        }
        if (!leafHolds
                && json != null
                && yielded != null
                && Leaf.hash(header, yielded).equals(entry.leaf())) {
            boolean macOfYielded = macKey == null || macKey.mac(header, yielded).equals(entry.mac());
            return new Verdict(false, Optional.of(Fault.Part.COMMITMENT), !macOfYielded, content, json);
        }
        return new Verdict(!leafHolds, Optional.of(Fault.Part.DETAIL), !macHolds, content, json);
    }

    private static @Nullable Hash commitment(byte[] salt, byte[] detail) {
        try {
            return Leaf.commitment(salt, detail);
        } catch (ProofRefused e) {
            return null;
        }
    }

    private static Json.@Nullable Obj object(byte[] detail) {
        try {
            return CanonicalJson.parseCanonical(detail) instanceof Json.Obj object ? object : null;
        } catch (ProofRefused e) {
            return null;
        }
    }
}
