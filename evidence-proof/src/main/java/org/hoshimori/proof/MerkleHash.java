package org.hoshimori.proof;

/** The inner node of RFC 9162 2.1.1: SHA-256(0x01 ‖ left ‖ right). */
final class MerkleHash {

    private static final byte[] NODE = {1};

    private MerkleHash() {}

    /** The root of no leaves: SHA-256 of nothing. */
    static Hash empty() {
        return Hash.sha256();
    }

    static Hash node(Hash left, Hash right) {
        return Hash.sha256(NODE, left.shared(), right.shared());
    }

    /** The largest power of two below n, for n > 1. */
    static long split(long n) {
        return Long.highestOneBit(n - 1);
    }
}
