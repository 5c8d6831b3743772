package org.hoshimori.core.evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToLongFunction;
import org.hoshimori.proof.Fault;
import org.hoshimori.proof.Frontier;
import org.hoshimori.proof.HeadLine;
import org.hoshimori.proof.ProofRefused;
import org.hoshimori.proof.SignedHead;

/** Holds the heads in the database against the file of heads, which may lack the newest: the database comes first. */
final class HeadRows {

    private final Map<Integer, Long> epochs;
    private final IntToLongFunction held;
    private final List<String> file = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final List<Fault> faults = new ArrayList<>();
    private final List<HeadLine> newer = new ArrayList<>();

    /**
     * By the lines of the file.
     *
     * @param epochs each by its number, with its first sequence
     * @param held how many entries of an epoch there are
     */
    HeadRows(List<HeadLine> lines, Map<Integer, Long> epochs, IntToLongFunction held) {
        this.epochs = epochs;
        this.held = held;
        for (HeadLine line : lines) {
            String text = line instanceof HeadLine.Read(long ignored, SignedHead head) ? head.line() : "";
            file.add(text);
            places.putIfAbsent(text, file.size());
        }
    }

    /** The rows, by number. */
    void compare(List<Heads.Row> rows) {
        boolean[] seen = new boolean[file.size() + 1];
        for (Heads.Row row : rows) {
            int place = places.getOrDefault(row.line(), 0);
            if (place > 0) {
                seen[place] = true;
            }
            boolean follows = place == 0 && row.number() == file.size() + newer.size() + 1;
            if (!fits(row) || !(place == row.number() || follows)) {
                faults.add(new Fault.HeadRowWrong(row.number()));
            } else if (follows) {
                newer.add(new HeadLine.Read(row.number(), SignedHead.parse(row.line())));
            }
        }
        missing(seen);
    }

    private void missing(boolean[] seen) {
        for (int from = 1; from < seen.length; from++) {
            int to = from;
            while (to < seen.length && !seen[to]) {
                to++;
            }
            if (to > from) {
                faults.add(new Fault.HeadRowsMissing(from, to - 1));
                from = to;
            }
        }
    }

    private boolean fits(Heads.Row row) {
        try {
            SignedHead head = SignedHead.parse(row.line());
            return row.epoch() == head.epoch()
                    && row.size() == head.size()
                    && (row.treeless() ? lost(row) : grown(row, head));
        } catch (ProofRefused e) {
            return false;
        }
    }

    /** Its tree, and the sequence of its last leaf. */
    private boolean grown(Heads.Row row, SignedHead head) {
        long first = epochs.getOrDefault(row.epoch(), Long.MIN_VALUE);
        return row.tree().map(Frontier::root).filter(head.root()::equals).isPresent()
                && row.sequence() == first + row.size() - 1;
    }

    /** A head that a restore knew of has no tree, for its entries are gone. */
    private boolean lost(Heads.Row row) {
        return row.size() > held.applyAsLong(row.epoch());
    }

    List<Fault> faults() {
        return faults;
    }

    /** Heads that the file lacks so far. */
    List<HeadLine> newer() {
        return newer;
    }
}
