package org.hoshimori.proof;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it is kept: the header; the detail with its salt, or neither after a redaction; the commitment to them and
 * the leaf, both written at insert; the row MAC where it is known. It may be forged: {@link Verification} judges it.
 *
 * @param detail canonical JSON in UTF-8
 */
@SuppressWarnings("ArrayRecordComponent") // Rows in passing; they are never compared.
public record Entry(
        Header header,
        byte @Nullable [] detail,
        byte @Nullable [] salt,
        Hash commitment,
        Hash leaf,
        @Nullable Hash mac) {

    /** A new entry with a fresh salt, its commitment, leaf and MAC computed. */
    public static Entry record(Header header, Json.Obj detail, MacKey key) {
        byte[] bytes = CanonicalJson.bytes(detail);
        byte[] salt = Leaf.newSalt();
        Hash commitment = Leaf.commitment(salt, bytes);
        return new Entry(header, bytes, salt, commitment, Leaf.hash(header, commitment), key.mac(header, commitment));
    }

    /** An entry that fills a sequence which nobody used, so that the record has no gaps. */
    public static Entry unused(long sequence, int epoch, Instant time, boolean demo, MacKey key) {
        Header header = new Header(
                sequence, epoch, time, "system:sealer", Verification.UNUSED, "sequence:" + sequence, null, null, demo);
        return record(header, Json.object(), key);
    }

    /** This entry as a redaction leaves it. */
    public Entry withoutDetail() {
        return new Entry(header, null, null, commitment, leaf, mac);
    }

    /** This entry as it leaves the house. */
    public Entry withoutMac() {
        return new Entry(header, detail, salt, commitment, leaf, null);
    }
}
