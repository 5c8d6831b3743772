package org.hoshimori.core.evidence;

import java.time.Clock;
import java.time.Instant;
import org.hoshimori.proof.Entry;
import org.hoshimori.proof.Header;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Appends what happened, in the transaction in which it happened. */
@Component
class Recorder {

    private final Entries entries;
    private final Keys keys;
    private final RevisionInForce revisions;
    private final Clock clock;

    Recorder(Entries entries, Keys keys, RevisionInForce revisions, Clock clock) {
        this.entries = entries;
        this.keys = keys;
        this.revisions = revisions;
        this.clock = clock;
    }

    @EventListener
    void record(Evident happened) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(happened.act() + " outside of a transaction");
        }
        Instant now = Header.micros(clock.instant());
        Entries.Place place = entries.next();
        Header header = new Header(
                place.sequence(),
                place.epoch(),
                now,
                happened.by().id(),
                happened.act(),
                happened.subject(),
                happened.clause().orElse(null),
                revisions.revisionAt(now),
                keys.demo());
        entries.insert(Entry.record(header, CanonicalRecord.json(happened.detail()), keys.mac()));
    }
}
