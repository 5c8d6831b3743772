package org.hoshimori.proof;

import java.util.ArrayList;
import java.util.List;

/**
 * A growing RFC 9162 tree of which only the right edge is kept: the roots of its full subtrees, largest first, one for
 * each 1 in the size's binary form. Appending is constant work on average. Not safe for several threads.
 */
public final class Frontier {

    private final List<Hash> hashes;
    private long size;

    private Frontier(long size, List<Hash> hashes) {
        this.size = size;
        this.hashes = new ArrayList<>(hashes);
    }

    /** A tree without leaves. */
    public static Frontier empty() {
        return new Frontier(0, List.of());
    }

    /** A tree to go on with, from its size and {@link #hashes}; refuses a count that does not fit the size. */
    public static Frontier of(long size, List<Hash> hashes) {
        if (size < 0 || Long.bitCount(size) != hashes.size()) {
            throw ProofRefused.of("frontier.count", size, hashes.size());
        }
        return new Frontier(size, hashes);
    }

    /** Adds a leaf (already hashed, see {@link Leaf}). */
    public void append(Hash leaf) {
        Hash subtree = leaf;
        for (long full = size; (full & 1) == 1; full >>= 1) {
            subtree = MerkleHash.node(hashes.removeLast(), subtree);
        }
        hashes.add(subtree);
        size++;
    }

    /** The tree's root, MTH of RFC 9162 2.1.1. */
    public Hash root() {
        if (hashes.isEmpty()) {
            return MerkleHash.empty();
        }
        Hash root = hashes.getLast();
        for (Hash left : hashes.reversed().subList(1, hashes.size())) {
            root = MerkleHash.node(left, root);
        }
        return root;
    }

    /** How many leaves there are. */
    public long size() {
        return size;
    }

    /** The roots of the full subtrees, largest first; with the size all that is to be stored. */
    public List<Hash> hashes() {
        return List.copyOf(hashes);
    }

    /** A tree that grows apart from this one. */
    public Frontier copy() {
        return new Frontier(size, hashes);
    }
}
