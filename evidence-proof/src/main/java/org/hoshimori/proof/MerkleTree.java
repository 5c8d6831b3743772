package org.hoshimori.proof;

import java.util.ArrayList;
import java.util.List;

/** A whole RFC 9162 tree in memory, for making proofs; to grow one, a {@link Frontier} is enough. */
public final class MerkleTree {

    private final List<List<Hash>> levels = new ArrayList<>();

    /** The tree over these leaves (already hashed); one inner node a pair is computed once. */
    public MerkleTree(List<Hash> leaves) {
        List<Hash> level = List.copyOf(leaves);
        levels.add(level);
        while (level.size() > 1) {
            List<Hash> above = new ArrayList<>(level.size() / 2);
            for (int i = 0; i + 1 < level.size(); i += 2) {
                above.add(MerkleHash.node(level.get(i), level.get(i + 1)));
            }
            levels.add(above);
            level = above;
        }
    }

    /** How many leaves there are. */
    public long size() {
        return levels.getFirst().size();
    }

    /** The root as it was with that many leaves; refuses more than there are. */
    public Hash root(long size) {
        require(0, size, size());
        return size == 0 ? MerkleHash.empty() : range(0, size);
    }

    /** PATH of RFC 9162 2.1.3.1: proves the leaf at this index (from 0) in the tree of that size. */
    public List<Hash> inclusionProof(long index, long size) {
        require(1, size, size());
        require(0, index, size - 1);
        List<Hash> path = new ArrayList<>();
        long low = 0;
        long high = size;
        while (high - low > 1) {
            long middle = low + MerkleHash.split(high - low);
            if (index < middle) {
                path.addFirst(range(middle, high));
                high = middle;
            } else {
                path.addFirst(range(low, middle));
                low = middle;
            }
        }
        return List.copyOf(path);
    }

    /** PROOF of RFC 9162 2.1.4.1: proves that the tree of size {@code to} begins with the tree of size {@code from}. */
    public List<Hash> consistencyProof(long from, long to) {
        require(1, to, size());
        require(1, from, to);
        List<Hash> path = new ArrayList<>();
        long low = 0;
        long high = to;
        boolean whole = true;
        while (from != high) {
            long middle = low + MerkleHash.split(high - low);
            if (from <= middle) {
                path.addFirst(range(middle, high));
                high = middle;
            } else {
                path.addFirst(range(low, middle));
                low = middle;
                whole = false;
            }
        }
        if (!whole) {
            path.addFirst(range(low, high));
        }
        return List.copyOf(path);
    }

    private Hash range(long low, long high) {
        long count = high - low;
        if (Long.bitCount(count) == 1) {
            int level = Long.numberOfTrailingZeros(count);
            return levels.get(level).get((int) (low >> level));
        }
        long middle = low + MerkleHash.split(count);
        return MerkleHash.node(range(low, middle), range(middle, high));
    }

    private static void require(long least, long value, long most) {
        if (value < least || value > most) {
            throw ProofRefused.of("tree.range", value, least, most);
        }
    }
}
