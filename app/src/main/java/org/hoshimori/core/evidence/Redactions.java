package org.hoshimori.core.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import org.hoshimori.proof.EpochStart;
import org.hoshimori.proof.Redaction;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Removes the detail of an entry, such as personal data that must go, and puts on record who did and why. */
@Service
@Transactional
class Redactions {

    private final JdbcClient sql;
    private final Attachments attachments;
    private final ApplicationEventPublisher events;

    Redactions(JdbcClient sql, Attachments attachments, ApplicationEventPublisher events) {
        this.sql = sql;
        this.attachments = attachments;
        this.events = events;
    }

    /** What a redaction comes to. */
    enum Outcome {
        DONE,
        /** There is no such entry. */
        UNKNOWN,
        /** Its detail is gone already. */
        GONE,
        /** It is the account of a restore, which must stay. */
        PROTECTED
    }

    /** That a detail was removed. Its header can't be, so that nobody hides a redaction by another. */
    record EntryRedacted(Actor by, long entry, String reason) implements Evident {

        @Override
        public String act() {
            return Redaction.ACT;
        }

        @Override
        public String subject() {
            return "entry/" + entry;
        }

        @Override
        public Map<String, Object> detail() {
            return Map.of("reason", reason);
        }
    }

    /** Whether an entry's detail may be removed; changes nothing. */
    @Transactional(readOnly = true)
    public Outcome possible(long entry) {
        Optional<Outcome> found = sql.sql("""
                SELECT e.act, d.sequence IS NULL AS gone
                  FROM evidence.entry e LEFT JOIN evidence.detail d USING (sequence) WHERE e.sequence = :entry""")
                .param("entry", entry)
                .query((row, n) -> row.getString("act").equals(EpochStart.ACT)
                        ? Outcome.PROTECTED
                        : row.getBoolean("gone") ? Outcome.GONE : Outcome.DONE)
                .optional();
        return found.orElse(Outcome.UNKNOWN);
    }

    /** Removes detail and salt of an entry, for good. */
    public Outcome redact(long entry, String reason, Actor by) {
        Outcome outcome = possible(entry);
        if (outcome == Outcome.DONE) {
            attachments.named(entry).ifPresent(this::forgetAfterwards);
            sql.sql("SELECT evidence.remove_detail(:entry)")
                    .param("entry", entry)
                    .query(row -> {});
            events.publishEvent(new EntryRedacted(by, entry, reason));
        }
        return outcome;
    }

    private void forgetAfterwards(Attachment attachment) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                try {
                    attachments.forget(attachment);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        });
    }
}
