package org.hoshimori.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is kept of each entry while a record streams by: 44 bytes, and more only of those with something wrong. */
final class EntryRows {

    private static final int CHUNK = 1 << 14;

    private final List<byte[]> leaves = new ArrayList<>();
    private final Map<Integer, Hash> alternatives = new HashMap<>();
    private final BitSet leafless = new BitSet();
    private long[] sequences = new long[1024];
    private int[] epochs = new int[1024];
    private int count;

    /** Adds an entry by the sequence and epoch it states; returns its position. */
    int add(long sequence, int epoch, @Nullable Hash leaf) {
        if (count == sequences.length) {
            sequences = Arrays.copyOf(sequences, Math.multiplyExact(count, 2));
            epochs = Arrays.copyOf(epochs, sequences.length);
        }
        if (count % CHUNK == 0) {
            leaves.add(new byte[CHUNK * 32]);
        }
        sequences[count] = sequence;
        epochs[count] = epoch;
        if (leaf == null) {
            leafless.set(count);
        } else {
            System.arraycopy(leaf.shared(), 0, leaves.getLast(), count % CHUNK * 32, 32);
        }
        return count++;
    }

    /** Remembers the leaf that the entry's content yields where it is not the leaf it states. */
    void alternative(int position, Hash leaf) {
        alternatives.put(position, leaf);
    }

    @Nullable
    Hash alternative(int position) {
        return alternatives.get(position);
    }

    void place(int position, long sequence, int epoch) {
        sequences[position] = sequence;
        epochs[position] = epoch;
    }

    int count() {
        return count;
    }

    long sequence(int position) {
        return sequences[position];
    }

    int epoch(int position) {
        return epochs[position];
    }

    /** Whether the entry could be read at all. */
    boolean hasLeaf(int position) {
        return !leafless.get(position);
    }

    Hash leaf(int position) {
        int from = position % CHUNK * 32;
        return Hash.of(Arrays.copyOfRange(leaves.get(position / CHUNK), from, from + 32));
    }
}
