package org.hoshimori.proof;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A signed tree head: at this time the epoch's tree had this size and root. One line of canonical JSON, signed by
 * Ed25519 over the same without {@code signature}; each names the hash of the line before.
 *
 * @param epoch the epoch whose tree it is
 * @param size leaves in that tree, all entries of the epoch so far
 * @param key id of the key, see {@link SealKey#id}
 * @param prior {@link #hash} of the head before, whatever its epoch; null for the very first
 * @param signature 64 bytes as lower-case hexadecimal digits
 */
public record SignedHead(
        int epoch,
        long size,
        Hash root,
        Instant time,
        String key,
        @Nullable Hash prior,
        String signature) {

    private static final String TYPE = "hoshimori-head/1";

    /** Refuses what no head can be: {@link ProofRefused}. */
    public SignedHead {
        if (epoch < 1) {
            throw ProofRefused.of("header.epoch", epoch);
        }
        if (size < 0 || size > CanonicalJson.LARGEST_WHOLE) {
            throw ProofRefused.of("head.size", size);
        }
        Micros.require(time);
    }

    /** Signs the state of a tree, to follow {@code prior} in the chain. */
    public static SignedHead sign(SealKey key, int epoch, Frontier tree, Instant time, @Nullable SignedHead prior) {
        Hash before = prior == null ? null : prior.hash();
        SignedHead unsigned = new SignedHead(epoch, tree.size(), tree.root(), time, key.id(), before, "");
        return new SignedHead(
                epoch, tree.size(), tree.root(), time, key.id(), before, key.sign(unsigned.signedBytes()));
    }

    /** Reads one line, which must be canonical. */
    public static SignedHead parse(String line) {
        return of(CanonicalJson.parseCanonical(line.getBytes(StandardCharsets.UTF_8)));
    }

    static SignedHead of(Json json) {
        Members members = new Members(json);
        if (!TYPE.equals(members.text("type"))) {
            throw ProofRefused.of("member.type", "type");
        }
        SignedHead head = new SignedHead(
                members.integer("epoch"),
                members.whole("size"),
                members.hash("root"),
                members.time("time"),
                members.text("key"),
                members.hashOrNull("prior"),
                members.text("signature"));
        members.end();
        return head;
    }

    /** The line in the heads file, without its end. */
    public String line() {
        return CanonicalJson.text(unsigned().with("signature", Json.of(signature)));
    }

    /** SHA-256 of {@link #line}: what the next head names, and what an auditor may write down. */
    public Hash hash() {
        return Hash.sha256(line().getBytes(StandardCharsets.UTF_8));
    }

    PublicKeys.Judgement judge(PublicKeys keys) {
        return keys.judge(key, signedBytes(), signature);
    }

    private byte[] signedBytes() {
        return CanonicalJson.bytes(unsigned());
    }

    private Json.Obj unsigned() {
        Json.Obj json = Json.object()
                .with("type", Json.of(TYPE))
                .with("epoch", Json.of(epoch))
                .with("size", Json.of(size))
                .with("root", Json.of(root.hex()))
                .with("time", Json.of(Micros.text(time)))
                .with("key", Json.of(key));
        return prior == null ? json : json.with("prior", Json.of(prior.hex()));
    }
}
