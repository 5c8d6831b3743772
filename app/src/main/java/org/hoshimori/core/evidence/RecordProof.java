package org.hoshimori.core.evidence;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Optional;
import org.hoshimori.proof.Extent;
import org.hoshimori.proof.Frontier;
import org.hoshimori.proof.Header;
import org.hoshimori.proof.PackageWriter;
import org.hoshimori.proof.PublicKeys;
import org.hoshimori.proof.Report;
import org.hoshimori.proof.SignedHead;
import org.hoshimori.proof.Verification;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Holds the whole record against its heads, and hands it out with its proofs. */
@Service
class RecordProof {

    private final Entries entries;
    private final Heads heads;
    private final Keys keys;
    private final JdbcClient sql;
    private final Clock clock;

    RecordProof(Entries entries, Heads heads, Keys keys, JdbcClient sql, Clock clock) {
        this.entries = entries;
        this.heads = heads;
        this.keys = keys;
        this.sql = sql;
        this.clock = clock;
    }

    /** Every entry, sealed or not, against the MAC, the tree and the file of heads. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    Report verify() throws IOException {
        Optional<Heads.Kept> newest = heads.last();
        Verification verification = new Verification(
                PublicKeys.of(keys.seal()),
                keys.mac(),
                Extent.whole(Extent.UNKNOWN, newest.map(k -> k.head().hash()).orElse(null)));
        if (newest.isPresent()) {
            keys.heads().read(verification::head);
        }
        // What lies above the newest head may still have gaps, which the sealer will fill.
        entries.read(0, newest.map(Heads.Kept::sequence).orElse(0L), verification::entry);
        verification.skipAttachments();
        return verification.report();
    }

    /** All that is sealed, as a package that can be verified without us. */
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    void export(OutputStream to, Actor by) throws IOException {
        long upTo = heads.last().map(Heads.Kept::sequence).orElse(0L);
        boolean complete = sql.sql("SELECT coalesce(max(sequence), 0) = :last FROM evidence.entry")
                .param("last", upTo)
                .query(Boolean.class)
                .single();
        PackageWriter.Export export =
                new PackageWriter.Export(by.id(), Header.micros(clock.instant()), complete, Frontier.empty(), null);
        try (PackageWriter writer = new PackageWriter(to, keys.seal(), PublicKeys.of(keys.seal()), export)) {
            for (SignedHead head : heads.after(0)) {
                writer.head(head);
            }
            entries.read(0, upTo, entry -> {
                try {
                    writer.entry(entry.withoutMac());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            writer.finish();
        }
    }
}
