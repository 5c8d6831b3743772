package org.hoshimori.core.evidence;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hoshimori.core.storage.DataFolder;
import org.hoshimori.core.storage.Database;
import org.hoshimori.core.storage.LogIn;
import org.hoshimori.core.storage.StorageRefused;
import org.hoshimori.proof.Entry;
import org.hoshimori.proof.EpochStart;
import org.hoshimori.proof.Frontier;
import org.hoshimori.proof.Header;
import org.hoshimori.proof.HeadsFile;
import org.hoshimori.proof.SignedHead;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Begins a new epoch in a record that comes from a backup: its first entry names the backup, the last head it holds and the
 * newest head known, so that what was lost is told for ever.
 */
public final class RestoredRecord {

    /** Numbers kept free where how far a lost epoch went can't be told from its heads. */
    private static final long MARGIN = 1_000_000;

    private final Offline offline;
    private final Keys keys;
    private final Clock clock;

    private RestoredRecord(Offline offline, Keys keys, Clock clock) {
        this.offline = offline;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * What a restore lost.
     *
     * @param first and {@code last} numbers known to have been and not held by the backup; none lost if first is greater
     */
    public record Lost(int epoch, long first, long last) {

        /** Whether anything known is lost. */
        public boolean any() {
            return first <= last;
        }
    }

    /**
     * Begins it. The folder's file of heads afterwards goes on from the newest head known.
     *
     * @param backup the backup's id
     * @param known files of heads that may know more than the backup, the folder's own among them
     * @throws StorageRefused if such a file is not of this record
     */
    public static Lost begin(LogIn owner, DataFolder folder, String backup, List<HeadsFile> known, Clock clock)
            throws IOException {
        try (Connection connection = Database.connect(owner)) {
            Offline offline = Offline.on(connection);
            RestoredRecord record = new RestoredRecord(offline, Keys.existing(folder), clock);
            List<SignedHead> chain = KnownHeads.newest(offline.heads().after(0), known);
            Lost lost = new TransactionTemplate(offline.transactions()).execute(t -> record.begin(backup, chain));
            record.writeFile(chain);
            return Objects.requireNonNull(lost);
        } catch (SQLException e) {
            throw new StorageRefused("storage-unreachable", owner.url(), String.valueOf(e.getMessage()));
        }
    }

    private Lost begin(String backup, List<SignedHead> chain) {
        Instant now = Header.micros(clock.instant());
        Epochs.Epoch held = offline.epochs().current();
        Epochs.Epoch last = offline.entries().last().orElse(new Epochs.Epoch(held.number(), 0));
        Optional<Heads.Kept> heldHead = offline.heads().last();
        Optional<Heads.Kept> same = heldHead.filter(h -> h.head().epoch() == held.number());
        long sealed = same.map(Heads.Kept::sequence).orElse(held.first() - 1);
        offline.entries()
                .fill(
                        sealed,
                        last.first(),
                        sequence -> Entry.unused(sequence, held.number(), now, keys.demo(), keys.mac()));
        int heads = heldHead.map(Heads.Kept::number).orElse(0);
        Frontier tree = same.map(h -> h.tree().copy()).orElseGet(Frontier::empty);
        List<Heads.Kept> covered = new ArrayList<>();
        offline.entries().read(sealed, last.first(), entry -> {
            tree.append(entry.leaf());
            int next = heads + covered.size();
            if (next < chain.size() && isOf(chain.get(next), held.number(), tree.size())) {
                covered.add(new Heads.Kept(
                        next + 1, entry.header().sequence(), refuseOther(chain.get(next), tree), tree.copy()));
            }
        });
        covered.forEach(offline.heads()::insert);
        for (int lost = heads + covered.size(); lost < chain.size(); lost++) {
            offline.heads().insertLost(lost + 1, chain.get(lost), last.first());
        }
        EpochStart start = new EpochStart(
                backup,
                last.first(),
                tree.root(),
                heldHead.map(h -> EpochStart.HeadName.of(h.head())).orElse(null),
                chain.isEmpty() ? null : EpochStart.HeadName.of(chain.getLast()));
        int epoch =
                Math.max(held.number(), chain.isEmpty() ? 0 : chain.getLast().epoch()) + 1;
        long sequence = first(start, held, chain);
        Header header = new Header(
                sequence, epoch, now, "system:restore", EpochStart.ACT, "backup:" + backup, null, null, keys.demo());
        offline.entries().insert(List.of(Entry.record(header, start.detail(), keys.mac())));
        offline.sql()
                .sql("SELECT setval('evidence.entry_sequence', :last)")
                .param("last", sequence)
                .query(Long.class)
                .single();
        return new Lost(epoch, last.first() + 1, sequence - 1);
    }

    private static boolean isOf(SignedHead head, int epoch, long size) {
        return head.epoch() == epoch && head.size() == size;
    }

    private static SignedHead refuseOther(SignedHead head, Frontier tree) {
        if (!head.root().equals(tree.root())) {
            throw new StorageRefused("evidence-other-heads", head.line());
        }
        return head;
    }

    /** Beyond every number that may have been used, in the epoch that the backup knows and in those it does not. */
    private static long first(EpochStart start, Epochs.Epoch held, List<SignedHead> chain) {
        if (chain.isEmpty() || chain.getLast().epoch() == held.number()) {
            return start.nextSequence(held.first());
        }
        long beyond = start.lastHeld();
        int epoch = held.number();
        long size = 0;
        for (SignedHead head : chain) {
            if (head.epoch() > epoch) {
                beyond += size + MARGIN;
                epoch = head.epoch();
            }
            size = head.epoch() >= held.number() ? head.size() : 0;
        }
        return beyond + size + 1;
    }

    private void writeFile(List<SignedHead> chain) throws IOException {
        Optional<SignedHead> last = keys.heads().last();
        boolean past = last.isEmpty();
        for (SignedHead head : chain) {
            if (past) {
                keys.heads().append(head);
            }
            past |= last.isPresent() && last.get().equals(head);
        }
    }
}
