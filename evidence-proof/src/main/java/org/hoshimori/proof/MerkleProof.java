package org.hoshimori.proof;

import java.util.Iterator;
import java.util.List;

/** Checks proofs against roots, without the tree; answers false for whatever is not one, never throws. */
public final class MerkleProof {

    private MerkleProof() {}

    /** RFC 9162 2.1.3.2: whether the leaf stands at this index (from 0) of the tree of that size and root. */
    public static boolean includes(Hash leaf, long index, long size, List<Hash> path, Hash root) {
        if (index < 0 || index >= size) {
            return false;
        }
        long node = index;
        long last = size - 1;
        Hash reached = leaf;
        for (Hash step : path) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                reached = MerkleHash.node(step, reached);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                reached = MerkleHash.node(reached, step);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && reached.equals(root);
    }

    /** RFC 9162 2.1.4.2: whether the tree {@code to} begins with all of the tree {@code from}. */
    public static boolean consistent(long from, Hash fromRoot, long to, Hash toRoot, List<Hash> path) {
        if (from < 1 || from > to) {
            return false;
        }
        if (from == to) {
            return path.isEmpty() && fromRoot.equals(toRoot);
        }
        Iterator<Hash> steps = path.iterator();
        if (!steps.hasNext()) {
            return false;
        }
        Hash first = Long.bitCount(from) == 1 ? fromRoot : steps.next();
        long node = from - 1;
        long last = to - 1;
        while ((node & 1) == 1) {
            node >>= 1;
            last >>= 1;
        }
        Hash reachedFrom = first;
        Hash reachedTo = first;
        while (steps.hasNext()) {
            Hash step = steps.next();
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                reachedFrom = MerkleHash.node(step, reachedFrom);
                reachedTo = MerkleHash.node(step, reachedTo);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                reachedTo = MerkleHash.node(reachedTo, step);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && reachedFrom.equals(fromRoot) && reachedTo.equals(toRoot);
    }
}
