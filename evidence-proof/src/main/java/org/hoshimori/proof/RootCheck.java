package org.hoshimori.proof;

import java.util.List;
import java.util.Set;

/** Grows one epoch's tree from its entries and compares it with each head. */
final class RootCheck {

    /** Mismatches in a row after which the entries, not the heads, are taken to be wrong. */
    private static final int PATIENCE = 3;

    private final EntryRows rows;
    private final Set<Integer> wrongLeaves;
    private final int[] positions;
    private final long first;
    private Frontier tree;
    private int next;

    /** The epoch's positions by sequence, its tree before the first of them, and where to tell of wrong stated leaves. */
    RootCheck(EntryRows rows, int[] positions, Frontier start, Set<Integer> wrongLeaves) {
        this.rows = rows;
        this.positions = positions;
        this.first = rows.sequence(positions[0]) - start.size();
        this.tree = start.copy();
        this.wrongLeaves = wrongLeaves;
    }

    /** What a tree must yield at a size: a head's root, or the root that the next epoch's first entry names. */
    record Sealed(long size, Hash root) {}

    /** Returns the size up to which the entries are confirmed, or complained about. */
    long run(int epoch, List<Sealed> heads, List<Fault> faults, List<Notice> notices) {
        long unchecked = -1;
        Fault.RootMismatch mismatch = null;
        int misses = 0;
        for (Sealed head : heads) {
            if (head.size() < tree.size()) {
                continue;
            }
            int until = reach(head.size());
            if (until < 0) {
                unchecked = head.size();
                break;
            }
            if (matches(head, until)) {
                if (mismatch != null) {
                    faults.add(mismatch);
                }
                mismatch = null;
                misses = 0;
                continue;
            }
            if (mismatch == null) {
                long to = first + head.size() - 1;
                mismatch = new Fault.RootMismatch(epoch, head.size(), Math.min(first + tree.size(), to), to);
            }
            if (++misses == PATIENCE) {
                break;
            }
        }
        if (mismatch != null) {
            faults.add(mismatch);
            unchecked = mismatch.size();
        }
        if (unchecked >= 0) {
            notices.add(new Notice.HeadsUnchecked(epoch, unchecked));
        }
        return unchecked < 0 ? tree.size() : heads.getLast().size();
    }

    /** The index after the entry that completes this size, or -1 if one before is absent. */
    private int reach(long size) {
        int at = next;
        for (long have = tree.size(); have < size; have++, at++) {
            boolean there = at < positions.length
                    && rows.sequence(positions[at]) == first + have
                    && rows.hasLeaf(positions[at]);
            if (!there) {
                return -1;
            }
        }
        return at;
    }

    private boolean matches(Sealed head, int until) {
        return grown(head, until, false) || grown(head, until, true);
    }

    /** Tries the leaves as stated, or, where they differ, as the contents yield them. */
    private boolean grown(Sealed head, int until, boolean fromContent) {
        Frontier trial = tree.copy();
        boolean differs = false;
        for (int i = next; i < until; i++) {
            Hash content = rows.alternative(positions[i]);
            differs |= content != null;
            trial.append(fromContent && content != null ? content : rows.leaf(positions[i]));
        }
        if ((fromContent && !differs) || !trial.root().equals(head.root())) {
            return false;
        }
        for (int i = next; fromContent && i < until; i++) {
            if (rows.alternative(positions[i]) != null) {
                wrongLeaves.add(positions[i]);
            }
        }
        tree = trial;
        next = until;
        return true;
    }
}
