package org.hoshimori.proof;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The heads of a record, line by line: signature, chain, and no step back; later asked by epoch. */
final class HeadChain {

    private final PublicKeys keys;
    private final List<Fault> faults;
    private final List<SignedHead> good = new ArrayList<>();
    private final Map<Place, Hash> roots = new HashMap<>();
    private final List<SignedHead> witnesses = new ArrayList<>();
    private final Set<String> unknownKeys = new TreeSet<>();
    private @Nullable SignedHead before;
    private @Nullable Hash lastHash;
    private boolean afterUnreadable;
    private List<SignedHead> unmatched = List.of();
    private long count;

    private record Place(int epoch, long size) {}

    HeadChain(PublicKeys keys, @Nullable Hash headsAfter, List<Fault> faults) {
        this.keys = keys;
        this.lastHash = headsAfter;
        this.faults = faults;
    }

    void add(HeadLine line) {
        count++;
        switch (line) {
            case HeadLine.Unreadable(long number, Problem reason) -> {
                faults.add(new Fault.HeadUnreadable(number, reason));
                afterUnreadable = true;
                lastHash = null;
            }
            case HeadLine.Read(long number, SignedHead head) -> {
                if (!follows(head)) {
                    faults.add(new Fault.HeadChainBroken(number));
                }
                judge(number, head);
                before = head;
                lastHash = head.hash();
                afterUnreadable = false;
            }
        }
    }

    /** A head that an auditor kept; it is in no chain. */
    void witness(SignedHead head) {
        witnesses.add(head);
    }

    private boolean follows(SignedHead head) {
        boolean named = afterUnreadable || Objects.equals(head.prior(), lastHash);
        boolean onward = before == null
                || head.epoch() > before.epoch()
                || (head.epoch() == before.epoch() && head.size() >= before.size());
        return named && onward;
    }

    private void judge(long line, SignedHead head) {
        switch (head.judge(keys)) {
            case GOOD -> {
                good.add(head);
                Hash root = roots.putIfAbsent(new Place(head.epoch(), head.size()), head.root());
                if (root != null && !root.equals(head.root())) {
                    faults.add(new Fault.HeadForked(head.epoch(), head.size()));
                }
            }
            case WRONG -> faults.add(new Fault.HeadSignatureWrong(line, head.epoch(), head.size()));
            case UNKNOWN_KEY -> {
                if (unknownKeys.add(head.key())) {
                    faults.add(new Fault.HeadKeyUnknown(line, head.key()));
                }
            }
        }
    }

    void end(@Nullable Hash newest) {
        if (newest != null && !newest.equals(lastHash)) {
            faults.add(new Fault.HeadMissing(newest));
        }
        unmatched = witnesses.stream()
                .filter(head -> !roots.containsKey(new Place(head.epoch(), head.size())))
                .toList();
        witnesses.forEach(head -> judge(0, head));
    }

    /** Whether a witness stands before this size of the epoch, or before the epoch, where no head of the chain does. */
    boolean unmatchedBefore(int epoch, long size) {
        return unmatched.stream()
                .anyMatch(head -> head.epoch() < epoch || (head.epoch() == epoch && head.size() < size));
    }

    long count() {
        return count;
    }

    /** Well-signed heads of an epoch by size. */
    List<SignedHead> of(int epoch) {
        return good.stream()
                .filter(head -> head.epoch() == epoch)
                .sorted(Comparator.comparingLong(SignedHead::size))
                .toList();
    }

    /** The greatest size that a well-signed head gives the epoch, or 0. */
    long known(int epoch) {
        return good.stream()
                .filter(head -> head.epoch() == epoch)
                .mapToLong(SignedHead::size)
                .max()
                .orElse(0);
    }

    Set<Integer> epochs() {
        Set<Integer> epochs = new TreeSet<>();
        good.forEach(head -> epochs.add(head.epoch()));
        return epochs;
    }

    boolean demo() {
        return good.stream().anyMatch(head -> head.key().startsWith(PublicKeys.DEMO));
    }
}
