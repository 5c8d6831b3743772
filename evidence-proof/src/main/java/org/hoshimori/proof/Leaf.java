package org.hoshimori.proof;

import java.security.SecureRandom;

/** What the tree's leaves are: SHA-256(0x00 ‖ header ‖ SHA-256(salt ‖ detail)), a leaf hash of RFC 9162 2.1.1. */
public final class Leaf {

    /** Salts have at least as many bytes, so that a redacted detail can't be guessed from its commitment. */
    public static final int SHORTEST_SALT = 16;

    private static final SecureRandom RANDOM = new SecureRandom();
    static final byte[] PREFIX = {0};

    private Leaf() {}

    /** 32 fresh random bytes. */
    public static byte[] newSalt() {
        byte[] salt = new byte[2 * SHORTEST_SALT];
        RANDOM.nextBytes(salt);
        return salt;
    }

    /** SHA-256(salt ‖ detail), which stays when both are removed; refuses a salt under 16 or over 64 bytes. */
    public static Hash commitment(byte[] salt, byte[] detail) {
        if (salt.length < SHORTEST_SALT || salt.length > 4 * SHORTEST_SALT) {
            throw ProofRefused.of("leaf.salt", salt.length);
        }
        // The salt's length is not hashed: a byte moved between it and the detail leaves no JSON object behind.
        return Hash.sha256(salt, detail);
    }

    /** The leaf of an entry with this header and this commitment to its detail. */
    public static Hash hash(Header header, Hash commitment) {
        return Hash.sha256(PREFIX, header.headerBytes(), commitment.shared());
    }
}
