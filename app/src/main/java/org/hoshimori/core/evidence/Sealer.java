package org.hoshimori.core.evidence;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.hoshimori.proof.Entry;
import org.hoshimori.proof.Frontier;
import org.hoshimori.proof.Header;
import org.hoshimori.proof.SignedHead;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals the record: about every second, all entries that can't gain a companion any more go into the tree, and its head is
 * signed. One node seals at a time. An entry can't gain a companion before it once every transaction that was under way when its
 * sequence was given out has ended; a sequence that none of them used is filled with an entry that says so.
 */
@Component
class Sealer {

    private static final Logger LOG = LoggerFactory.getLogger(Sealer.class);
    private static final long LOCK = 0x486f_7368_696d_6f72L;

    private final Entries entries;
    private final Heads heads;
    private final Epochs epochs;
    private final Keys keys;
    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private @Nullable Mark mark;

    Sealer(
            Entries entries,
            Heads heads,
            Epochs epochs,
            Keys keys,
            JdbcClient sql,
            TransactionTemplate transaction,
            Clock clock) {
        this.entries = entries;
        this.heads = heads;
        this.epochs = epochs;
        this.keys = keys;
        this.sql = sql;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Sequences up to {@code last} were given out to transactions with a number below {@code next}. */
    private record Mark(long last, long next) {}

    @Scheduled(fixedDelay = 1_000, initialDelay = 1_000)
    void seal() {
        try {
            transaction.executeWithoutResult(t -> {
                if (locked()) {
                    sealUpTo(settled());
                }
            });
            synchronized (Sealer.class) {
                writeFile();
            }
        } catch (IOException e) {
            LOG.error("the file of heads can't be written: {}", e.getMessage());
        }
    }

    private boolean locked() {
        return sql.sql("SELECT pg_try_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query(Boolean.class)
                .single();
    }

    /** The last sequence before which nothing can change any more. */
    private long settled() {
        Mark before = mark;
        long last = entries.givenOut();
        if (before == null || before.last() != last) {
            // Our own number: a snapshot's xmax lies above the last that has ended, and so not above all that are under
            // way.
            mark = new Mark(last, number("pg_current_xact_id()"));
        }
        return before != null && number("pg_snapshot_xmin(pg_current_snapshot())") >= before.next() ? before.last() : 0;
    }

    private long number(String transaction) {
        return sql.sql("SELECT " + transaction + "::text::bigint")
                .query(Long.class)
                .single();
    }

    private void sealUpTo(long settled) {
        Epochs.Epoch epoch = epochs.current();
        Optional<Heads.Kept> last = heads.last();
        Optional<Heads.Kept> same = last.filter(k -> k.head().epoch() == epoch.number());
        long sealed = same.map(Heads.Kept::sequence).orElse(epoch.first() - 1);
        if (settled <= sealed) {
            return;
        }
        fillGaps(epoch.number(), sealed, settled);
        Frontier tree = same.map(k -> k.tree().copy()).orElseGet(Frontier::empty);
        entries.read(sealed, settled, entry -> tree.append(entry.leaf()));
        SignedHead head = SignedHead.sign(
                keys.seal(),
                epoch.number(),
                tree,
                Header.micros(clock.instant()),
                last.map(Heads.Kept::head).orElse(null));
        heads.insert(new Heads.Kept(last.map(Heads.Kept::number).orElse(0) + 1, settled, head, tree));
    }

    private void fillGaps(int epoch, long after, long upTo) {
        Instant now = Header.micros(clock.instant());
        entries.fill(after, upTo, sequence -> Entry.unused(sequence, epoch, now, keys.demo(), keys.mac()));
    }

    /** The file follows the database: what a crash left out of it is added. */
    private void writeFile() throws IOException {
        Optional<SignedHead> last = keys.heads().last();
        Optional<Integer> number = last.flatMap(heads::number);
        if (last.isPresent() && number.isEmpty()) {
            LOG.error("the file of heads holds a newer head than the database: was it set back without a restore?");
            return;
        }
        for (SignedHead head : heads.after(number.orElse(0))) {
            keys.heads().append(head);
        }
    }
}
