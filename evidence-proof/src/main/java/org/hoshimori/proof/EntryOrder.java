package org.hoshimori.proof;

import java.util.Arrays;
import java.util.List;

/**
 * The entries in the order of their sequences, each once. Whatever is not part of the longest rising run of sequences
 * was moved or doubled; so two that changed places are named, and not all between them.
 */
final class EntryOrder {

    private final EntryRows rows;
    private int[] sorted = {};

    EntryOrder(EntryRows rows) {
        this.rows = rows;
    }

    /** Positions by rising sequence; those without a place (sequence 0) and doubles are left out. */
    int[] sort(List<Fault> faults) {
        sorted = new int[rows.count()];
        int[] rising = longestRise();
        int kept = rising.length;
        System.arraycopy(rising, 0, sorted, 0, kept);
        boolean[] in = new boolean[rows.count()];
        for (int position : rising) {
            in[position] = true;
        }
        for (int position = 0; position < rows.count(); position++) {
            long sequence = rows.sequence(position);
            if (in[position] || sequence == 0) {
                continue;
            }
            int at = find(sequence, kept);
            if (at >= 0) {
                faults.add(new Fault.SequenceDuplicated(sequence));
                continue;
            }
            faults.add(new Fault.EntryReordered(sequence));
            int into = -at - 1;
            System.arraycopy(sorted, into, sorted, into + 1, kept - into);
            sorted[into] = position;
            kept++;
        }
        sorted = Arrays.copyOf(sorted, kept);
        return sorted;
    }

    /** The index in the sorted positions of this sequence, or as {@link Arrays#binarySearch} says where it would be. */
    private int find(long sequence, int among) {
        int low = 0;
        int high = among - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            long there = rows.sequence(sorted[middle]);
            if (there == sequence) {
                return middle;
            }
            if (there < sequence) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -low - 1;
    }

    /** Patience sorting; linear where all is in order. */
    private int[] longestRise() {
        int[] tails = new int[rows.count()];
        int[] before = new int[rows.count()];
        int length = 0;
        for (int position = 0; position < rows.count(); position++) {
            long sequence = rows.sequence(position);
            if (sequence == 0) {
                continue;
            }
            int low = length;
            if (length > 0 && rows.sequence(tails[length - 1]) >= sequence) {
                low = 0;
                int high = length - 1;
                while (low < high) {
                    int middle = (low + high) >>> 1;
                    if (rows.sequence(tails[middle]) < sequence) {
                        low = middle + 1;
                    } else {
                        high = middle;
                    }
                }
            }
            boolean same = low < length && rows.sequence(tails[low]) == sequence;
            if (same) {
                continue;
            }
            tails[low] = position;
            before[position] = low == 0 ? -1 : tails[low - 1];
            length = Math.max(length, low + 1);
        }
        int[] rise = new int[length];
        int position = length == 0 ? -1 : tails[length - 1];
        for (int i = length - 1; i >= 0; i--) {
            rise[i] = position;
            position = before[position];
        }
        return rise;
    }
}
