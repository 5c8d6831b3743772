package org.hoshimori.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Judges a record: hand over its heads, entries and attachments as they come, in the order they are kept, then ask for
 * the {@link #report}. Entries stream; about 50 bytes of each are kept. Not safe for several threads.
 */
public final class Verification {

    /** The act of an entry that fills a number which nobody used. */
    public static final String UNUSED = "evidence.sequence-unused/1";

    private final Extent extent;
    private final EntryJudge judge;
    private final List<Fault> faults = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();
    private final HeadChain heads;
    private final EntryRows rows = new EntryRows();
    private final RedactionCheck redactions = new RedactionCheck();
    private final AttachmentCheck attachments = new AttachmentCheck();
    private final Map<Integer, Unplaced> unplaced = new HashMap<>();
    private final Map<Long, EpochStart> starts = new HashMap<>();
    private final boolean sealedByMac;
    private boolean withAttachments = true;
    private long openAfter = Long.MAX_VALUE;
    private long givenOut;
    private long demo;
    private long unused;
    private long firstUnused;
    private long lastUnused;

    /** An entry whose stated place can't be relied on: unreadable, or its header is not what the leaf was made of. */
    private record Unplaced(long line, @Nullable Problem reason) {}

    /**
     * A verification by these trusted keys.
     *
     * @param macKey with it each row's MAC is demanded, which judges also what no head covers yet; null without
     */
    public Verification(PublicKeys trusted, @Nullable MacKey macKey, Extent extent) {
        this.extent = extent;
        this.judge = new EntryJudge(macKey);
        this.sealedByMac = macKey != null;
        this.heads = new HeadChain(trusted, extent.headsAfter(), faults);
    }

    /** The next line of the heads file. */
    public void head(HeadLine line) {
        heads.add(line);
    }

    /** A head that someone kept elsewhere, whether or not the heads file still has it. */
    public void witness(SignedHead head) {
        heads.witness(head);
    }

    /** The next entry. */
    public void entry(Entry entry) {
        Header header = entry.header();
        long sequence = header.sequence();
        EntryJudge.Verdict verdict = judge.judge(entry);
        int position = rows.add(sequence, header.epoch(), entry.leaf());
        demo += header.demo() ? 1 : 0;
        if (header.act().equals(UNUSED)) {
            unused(sequence);
        }
        verdict.detail().ifPresent(part -> faults.add(new Fault.EntryChanged(sequence, part)));
        if (verdict.header()) {
            rows.alternative(position, verdict.content());
            unplaced.put(position, new Unplaced(0, null));
        } else if (verdict.mac()) {
            faults.add(new Fault.MacWrong(sequence));
        }
        if (!verdict.header()) {
            redactions.entry(entry);
            if (header.act().equals(EpochStart.ACT) && verdict.json() != null) {
                epochStart(sequence, verdict.json());
            }
        }
        if (verdict.json() != null) {
            attachments.entry(sequence, verdict.json());
        }
    }

    /** A row or line that could not be read as an entry; lines count from 1. */
    public void unreadableEntry(long line, Problem reason) {
        unplaced.put(rows.add(0, 0, null), new Unplaced(line, reason));
    }

    /** An attachment by its name, which must be the SHA-256 of its content, and that hash as it is. */
    public void attachment(String name, Hash actual) {
        attachments.attachment(name, actual);
    }

    /**
     * Numbers after this one may be absent: what took them may be under way, or undone and not filled in yet. Entries there
     * are judged by their MAC alone.
     */
    public void openAfter(long sequence) {
        openAfter = sequence;
    }

    /** The last number that the source has given out; those after the last entry are told of. */
    public void givenOut(long sequence) {
        givenOut = sequence;
    }

    /** Something that the source itself knows to be wrong. */
    public void fault(Fault fault) {
        faults.add(fault);
    }

    private void unused(long sequence) {
        firstUnused = unused == 0 ? sequence : firstUnused;
        lastUnused = sequence;
        unused++;
    }

    /** The attachments that the entries handed over so far name. */
    public Set<String> attachmentsNamed() {
        return attachments.names();
    }

    /** Attachments are not at hand and shall not be judged. */
    public void skipAttachments() {
        withAttachments = false;
    }

    /** What was found. Call once. */
    public Report report() {
        heads.end(extent.newestHead());
        placeByNeighbours();
        int[] sorted = new EntryOrder(rows).sort(faults);
        TreeSet<Integer> wrongLeaves = new TreeSet<>();
        new EpochCheck(rows, heads, extent, starts, sealedByMac, openAfter, faults, notices).run(sorted, wrongLeaves);
        unplaced.forEach((position, what) -> faults.add(fault(position, what, wrongLeaves.contains(position))));
        long last = sorted.length == 0 ? 0 : rows.sequence(sorted[sorted.length - 1]);
        if (givenOut > last) {
            notices.add(new Notice.SequencesOpen(last + 1, givenOut));
        }
        redactions.end(faults, notices, sequence -> EpochCheck.find(rows, sorted, sequence) >= 0);
        if (withAttachments) {
            attachments.end(faults);
        }
        if (unused > 0) {
            notices.add(new Notice.SequencesUnused(unused, firstUnused, lastUnused));
        }
        if (demo > 0 || heads.demo()) {
            notices.add(new Notice.Demo(demo));
        }
        return new Report(rows.count(), heads.count(), attachments.count(), faults, notices);
    }

    /** The roots that well-signed heads give the epoch at this size. */
    List<Hash> roots(int epoch, long size) {
        return heads.of(epoch).stream()
                .filter(head -> head.size() == size)
                .map(SignedHead::root)
                .toList();
    }

    private Fault fault(int position, Unplaced what, boolean leafIsWrong) {
        long sequence = rows.sequence(position);
        return what.reason() == null
                ? new Fault.EntryChanged(sequence, leafIsWrong ? Fault.Part.LEAF : Fault.Part.HEADER)
                : new Fault.EntryUnreadable(what.line(), sequence, what.reason());
    }

    private void epochStart(long sequence, Json.Obj detail) {
        try {
            starts.put(sequence, EpochStart.of(detail));
        } catch (ProofRefused e) {
            // No account of the restore: the epoch stays unexplained, which is a fault by itself.
        }
    }

    /** An entry that can't be trusted to say its sequence gets the one that is free between its neighbours. */
    private void placeByNeighbours() {
        for (int position = 0; position < rows.count(); position++) {
            if (!unplaced.containsKey(position)) {
                continue;
            }
            boolean begins = position == 0;
            boolean ends = position == rows.count() - 1;
            long before = begins ? extent.first() - 1 : rows.sequence(position - 1);
            long after = ends
                    ? extent.last() == Extent.UNKNOWN ? before + 2 : extent.last() + 1
                    : rows.sequence(position + 1);
            if (after == before + 2) {
                int neighbour = begins ? (ends ? 1 : position + 1) : position - 1;
                int epoch = begins && ends ? 1 : rows.epoch(neighbour);
                rows.place(position, before + 1, epoch);
            }
        }
    }
}
