package org.hoshimori.proof;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret of the row MAC, kept outside the database: HMAC-SHA-256 over the bytes that the leaf hashes. It guards an
 * entry from its insert until the next head seals it.
 */
public final class MacKey {

    private final SecretKeySpec key;

    private MacKey(byte[] bytes) {
        this.key = new SecretKeySpec(bytes, "HmacSHA256");
    }

    /** The key of these bytes; refuses fewer than 32. */
    public static MacKey of(byte[] bytes) {
        if (bytes.length < 32) {
            throw ProofRefused.of("mac.short", bytes.length);
        }
        return new MacKey(bytes);
    }

    /** 32 fresh random bytes for a new key. */
    public static byte[] newBytes() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    /** The MAC of an entry with this header and this commitment to its detail; still right after a redaction. */
    public Hash mac(Header header, Hash commitment) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(Leaf.PREFIX);
            mac.update(header.headerBytes());
            return Hash.of(mac.doFinal(commitment.shared()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
