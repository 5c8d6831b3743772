package org.hoshimori.proof;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The record as a whole: gaps, epochs and how they begin, what heads know and the record does not hold, roots. */
final class EpochCheck {

    private final EntryRows rows;
    private final HeadChain heads;
    private final Extent extent;
    private final Map<Long, EpochStart> starts;
    private final boolean sealedByMac;
    private final long openAfter;
    private final List<Fault> faults;
    private final List<Notice> notices;

    EpochCheck(
            EntryRows rows,
            HeadChain heads,
            Extent extent,
            Map<Long, EpochStart> starts,
            boolean sealedByMac,
            long openAfter,
            List<Fault> faults,
            List<Notice> notices) {
        this.rows = rows;
        this.heads = heads;
        this.extent = extent;
        this.starts = starts;
        this.sealedByMac = sealedByMac;
        this.openAfter = openAfter;
        this.faults = faults;
        this.notices = notices;
    }

    /** An epoch's entries by sequence, its tree before them, and the sequence of its leaf 0. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Epoch(int number, int[] positions, Frontier before, long first, long last) {
        long held() {
            return last - first + 1;
        }
    }

    void run(int[] sorted, Set<Integer> wrongLeaves) {
        int[] inside = Arrays.stream(sorted).filter(this::withinExtent).toArray();
        Epoch prior = null;
        for (int from = 0; from < inside.length; ) {
            int until = from;
            while (until < inside.length && rows.epoch(inside[until]) == rows.epoch(inside[from])) {
                until++;
            }
            Epoch epoch = epoch(Arrays.copyOfRange(inside, from, until), prior == null);
            begins(epoch, prior);
            gaps(epoch.positions());
            EpochStart next = until < inside.length ? starts.get(rows.sequence(inside[until])) : null;
            long sealed = new RootCheck(rows, epoch.positions(), epoch.before(), wrongLeaves)
                    .run(epoch.number(), within(epoch, next), faults, notices);
            unsealed(epoch, sealed);
            prior = epoch;
            from = until;
        }
        end(prior);
    }

    /**
     * What the epoch's entries must yield. Heads beyond what is held have no entries to yield them; whether that is right
     * is asked elsewhere.
     */
    private List<RootCheck.Sealed> within(Epoch epoch, @Nullable EpochStart next) {
        Stream<RootCheck.Sealed> signed = heads.of(epoch.number()).stream()
                .filter(head -> head.size() <= epoch.held())
                .map(head -> new RootCheck.Sealed(head.size(), head.root()));
        Stream<RootCheck.Sealed> named = next == null || next.lastHeld() != epoch.last()
                ? Stream.empty()
                : Stream.of(new RootCheck.Sealed(epoch.held(), next.heldRoot()));
        return Stream.concat(signed, named).toList();
    }

    static int find(EntryRows rows, int[] sorted, long sequence) {
        int low = 0;
        int high = sorted.length - 1;
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
        return -1;
    }

    private boolean withinExtent(int position) {
        if (extent.holds(rows.sequence(position))) {
            return true;
        }
        faults.add(new Fault.EntryInserted(rows.sequence(position)));
        return false;
    }

    private Epoch epoch(int[] positions, boolean firstOfAll) {
        Frontier before = firstOfAll ? extent.start() : Frontier.empty();
        long begins = firstOfAll ? extent.first() : rows.sequence(positions[0]);
        long last = rows.sequence(positions[positions.length - 1]);
        return new Epoch(rows.epoch(positions[0]), positions, before, begins - before.size(), last);
    }

    private void begins(Epoch epoch, @Nullable Epoch prior) {
        long sequence = rows.sequence(epoch.positions()[0]);
        if (prior == null && sequence > extent.first() && extent.first() <= openAfter) {
            faults.add(new Fault.EntryMissing(extent.first(), sequence - 1));
        }
        if (prior == null
                && heads.unmatchedBefore(epoch.number(), epoch.before().size())) {
            notices.add(new Notice.HeadsUnchecked(epoch.number(), 0));
        }
        boolean begun = prior == null && epoch.before().size() > 0;
        if (begun || (prior == null && epoch.number() == 1)) {
            return;
        }
        EpochStart start = starts.get(sequence);
        boolean follows = prior == null || epoch.number() > prior.number();
        if (start == null || !follows || !truthful(start)) {
            faults.add(new Fault.EpochUnexplained(epoch.number(), sequence));
            if (prior != null) {
                rolledBack(prior);
            }
            return;
        }
        if (prior != null) {
            explained(epoch, prior, start, sequence);
        }
    }

    /** The newest head it names must be the one in the chain, where the chain reaches there. */
    private boolean truthful(EpochStart start) {
        EpochStart.HeadName known = start.knownHead();
        if (known == null) {
            return true;
        }
        List<SignedHead> sameSize = heads.of(known.epoch()).stream()
                .filter(head -> head.size() == known.size())
                .toList();
        return sameSize.isEmpty()
                || extent.headsAfter() != null
                || sameSize.stream().anyMatch(head -> head.hash().equals(known.hash()));
    }

    private void explained(Epoch epoch, Epoch prior, EpochStart start, long sequence) {
        if (prior.last() < start.lastHeld()) {
            faults.add(new Fault.EntryMissing(prior.last() + 1, start.lastHeld()));
        }
        for (int position : prior.positions()) {
            if (rows.sequence(position) > start.lastHeld()) {
                faults.add(new Fault.EntryInserted(rows.sequence(position)));
            }
        }
        EpochStart.HeadName known = start.knownHead();
        if (heads.known(prior.number()) > Math.max(prior.held(), told(known, prior.number()))) {
            rolledBack(prior);
        }
        // Of a backup older than an earlier restore: the epochs that began since are lost as a whole.
        heads.epochs().stream()
                .filter(lost -> lost > prior.number() && lost < epoch.number())
                .filter(lost -> heads.known(lost) > told(known, lost))
                .forEach(lost -> faults.add(new Fault.RolledBack(lost, 0, heads.known(lost))));
        boolean samePrior = known != null && known.epoch() == prior.number();
        if (samePrior && sequence > start.nextSequence(prior.first())) {
            faults.add(new Fault.EntryMissing(start.nextSequence(prior.first()), sequence - 1));
        }
        long lost = Math.min(sequence, samePrior ? start.nextSequence(prior.first()) : sequence) - 1;
        notices.add(
                lost > start.lastHeld()
                        ? new Notice.EpochLost(epoch.number(), start.backup(), start.lastHeld() + 1, lost)
                        : new Notice.EpochRestored(epoch.number(), start.backup()));
    }

    /** How much of an epoch whoever restored says to have known: all of those before the one that the newest head belongs to. */
    private static long told(EpochStart.@Nullable HeadName known, int epoch) {
        if (known == null || known.epoch() < epoch) {
            return 0;
        }
        return known.epoch() > epoch ? Long.MAX_VALUE : known.size();
    }

    private void gaps(int[] positions) {
        for (int i = 1; i < positions.length; i++) {
            long before = rows.sequence(positions[i - 1]);
            long sequence = rows.sequence(positions[i]);
            if (sequence > before + 1 && before < openAfter) {
                faults.add(new Fault.EntryMissing(before + 1, sequence - 1));
            } else if (sequence > before + 1) {
                notices.add(new Notice.SequencesOpen(before + 1, sequence - 1));
            }
        }
    }

    /** What lies beyond the last head: for a package impossible, else judged by the MAC or not at all. */
    private void unsealed(Epoch epoch, long sealed) {
        long from = epoch.first() + sealed;
        if (from > epoch.last()) {
            return;
        }
        if (!extent.sealedOnly()) {
            if (!sealedByMac) {
                notices.add(new Notice.Unsealed(from, epoch.last()));
            }
            return;
        }
        for (int position : epoch.positions()) {
            if (rows.sequence(position) >= from) {
                faults.add(new Fault.EntryInserted(rows.sequence(position)));
            }
        }
    }

    private void end(@Nullable Epoch last) {
        long held = last == null ? extent.first() - 1 : last.last();
        if (extent.last() > held) {
            faults.add(new Fault.EntryMissing(held + 1, extent.last()));
        }
        if (!extent.complete()) {
            if (last != null && heads.known(last.number()) > last.held()) {
                notices.add(new Notice.HeadsUnchecked(last.number(), last.held() + 1));
            }
            return;
        }
        if (last != null) {
            rolledBack(last);
        }
        int newest = last == null ? 0 : last.number();
        heads.epochs().stream()
                .filter(epoch -> epoch > newest && heads.known(epoch) > 0)
                .forEach(epoch -> faults.add(new Fault.RolledBack(epoch, 0, heads.known(epoch))));
    }

    private void rolledBack(Epoch epoch) {
        long known = heads.known(epoch.number());
        if (known > epoch.held()) {
            faults.add(new Fault.RolledBack(epoch.number(), epoch.held(), known));
        }
    }
}
