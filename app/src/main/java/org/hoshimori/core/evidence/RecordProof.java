package org.hoshimori.core.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hoshimori.core.storage.ContentFiles;
import org.hoshimori.proof.AttachmentNames;
import org.hoshimori.proof.Extent;
import org.hoshimori.proof.Frontier;
import org.hoshimori.proof.Hash;
import org.hoshimori.proof.HeadLine;
import org.hoshimori.proof.Header;
import org.hoshimori.proof.PackageWriter;
import org.hoshimori.proof.PublicKeys;
import org.hoshimori.proof.Report;
import org.hoshimori.proof.SignedHead;
import org.hoshimori.proof.Verification;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Holds the whole record against its heads, and hands it out with its proofs. */
@Service
class RecordProof {

    private final Entries entries;
    private final Heads heads;
    private final Epochs epochs;
    private final Keys keys;
    private final ContentFiles files;
    private final JdbcClient sql;
    private final TransactionTemplate snapshot;
    private final Clock clock;

    RecordProof(
            Entries entries,
            Heads heads,
            Epochs epochs,
            Keys keys,
            ContentFiles files,
            JdbcClient sql,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.entries = entries;
        this.heads = heads;
        this.epochs = epochs;
        this.keys = keys;
        this.files = files;
        this.sql = sql;
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setReadOnly(true);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.clock = clock;
    }

    /** Every entry, sealed or not, against the MAC, the tree, and the heads in the file and in the database. */
    Report verify() throws IOException {
        return verify(List.of());
    }

    /** The same, also against heads that somebody kept elsewhere. */
    Report verify(List<SignedHead> witnesses) throws IOException {
        // The file before the database: what is sealed meanwhile stands in the database, never in the file alone.
        List<HeadLine> file = keys.heads().lines();
        Report report = snapshot.execute(t -> verify(file, witnesses));
        return Objects.requireNonNull(report);
    }

    /** Within the snapshot that the caller has taken. */
    Report verify(List<HeadLine> file, List<SignedHead> witnesses) {
        List<Heads.Row> rows = heads.rows();
        HeadRows both = new HeadRows(file, epochs.starts(), epochs::held);
        both.compare(rows);
        Verification verification =
                new Verification(PublicKeys.of(keys.seal()), keys.mac(), Extent.whole(Extent.UNKNOWN, null));
        file.forEach(verification::head);
        both.newer().forEach(verification::head);
        both.faults().forEach(verification::fault);
        witnesses.forEach(verification::witness);
        verification.openAfter(
                rows.stream().mapToLong(Heads.Row::sequence).max().orElse(0));
        entries.read(
                0,
                Long.MAX_VALUE,
                verification::entry,
                (problem, sequence) -> verification.unreadableEntry(sequence, problem));
        verification.givenOut(entries.givenOut());
        for (String name : verification.attachmentsNamed()) {
            hash(name).ifPresent(actual -> verification.attachment(name, actual));
        }
        return verification.report();
    }

    /** Empty where the file is not there; what nobody names, such as the rest of a broken upload, is not looked at. */
    private Optional<Hash> hash(String name) {
        try {
            return name.matches("[0-9a-f]{64}") && files.has(name)
                    ? Optional.of(Hash.of(files.hash(name)))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
            AttachmentNames named = new AttachmentNames();
            entries.read(0, upTo, entry -> {
                try {
                    writer.entry(entry.withoutMac());
                    named.entry(entry);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            for (String name : named.all()) {
                if (hash(name).isPresent()) {
                    try (InputStream content = files.open(name)) {
                        writer.attachment(Hash.parse(name), content);
                    }
                }
            }
            writer.finish();
        }
    }
}
