package org.hoshimori.core.evidence;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hoshimori.proof.Entry;
import org.hoshimori.proof.Frontier;
import org.hoshimori.proof.Header;
import org.hoshimori.proof.Json;
import org.hoshimori.proof.SignedHead;
import org.hoshimori.proof.Verification;
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
    private final Keys keys;
    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private @Nullable Mark mark;

    Sealer(Entries entries, Heads heads, Keys keys, JdbcClient sql, TransactionTemplate transaction, Clock clock) {
        this.entries = entries;
        this.heads = heads;
        this.keys = keys;
        this.sql = sql;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Sequences up to {@code last} were given out when all transactions below {@code next} had begun. */
    private record Mark(long last, long next) {}

    @Scheduled(fixedDelay = 1_000, initialDelay = 1_000)
    void seal() {
        try {
            transaction.executeWithoutResult(t -> {
                if (locked()) {
                    sealUpTo(settled());
                }
            });
            writeFile();
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
        long last = sql.sql("SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM evidence.entry_sequence")
                .query(Long.class)
                .single();
        long next = snapshot("pg_snapshot_xmax");
        mark = new Mark(last, next);
        return before != null && snapshot("pg_snapshot_xmin") >= before.next() ? before.last() : 0;
    }

    private long snapshot(String part) {
        return sql.sql("SELECT " + part + "(pg_current_snapshot())::text::bigint")
                .query(Long.class)
                .single();
    }

    private void sealUpTo(long settled) {
        Optional<Heads.Kept> last = heads.last();
        long sealed = last.map(Heads.Kept::sequence).orElse(0L);
        if (settled <= sealed) {
            return;
        }
        fillGaps(sealed, settled);
        Frontier tree = last.map(k -> k.tree().copy()).orElseGet(Frontier::empty);
        entries.read(sealed, settled, entry -> tree.append(entry.leaf()));
        SignedHead head = SignedHead.sign(
                keys.seal(),
                1,
                tree,
                Header.micros(clock.instant()),
                last.map(Heads.Kept::head).orElse(null));
        heads.insert(new Heads.Kept(last.map(Heads.Kept::number).orElse(0) + 1, settled, head, tree));
    }

    private void fillGaps(long after, long upTo) {
        List<Long> unused = new ArrayList<>(sql.sql("""
                SELECT s FROM generate_series(:from, :to) s
                 WHERE NOT EXISTS (SELECT 1 FROM evidence.entry e WHERE e.sequence = s)""")
                .param("from", after + 1)
                .param("to", upTo)
                .query(Long.class)
                .list());
        Instant now = Header.micros(clock.instant());
        for (long sequence : unused) {
            Header header = new Header(
                    sequence,
                    1,
                    now,
                    "system:sealer",
                    Verification.UNUSED,
                    "sequence:" + sequence,
                    null,
                    null,
                    keys.demo());
            entries.insert(Entry.record(header, Json.object(), keys.mac()));
        }
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
