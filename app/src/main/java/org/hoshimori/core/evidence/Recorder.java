package org.hoshimori.core.evidence;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.hoshimori.proof.Entry;
import org.hoshimori.proof.Header;
import org.hoshimori.proof.Json;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Appends what happened, in the transaction in which it happened. */
@Component
public class Recorder {

    /** So many entries wait for each other at most. */
    private static final int TOGETHER = 200;

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

    /**
     * Appends what happens meanwhile some hundred entries at a time, for acts on very many things. Within one transaction, in
     * which these acts must not read the record; all of it is there when this returns, and in any case before the commit.
     */
    public <T> T together(Supplier<T> acts) {
        if (TransactionSynchronizationManager.hasResource(this)) {
            return acts.get();
        }
        Waiting waiting = new Waiting();
        TransactionSynchronizationManager.registerSynchronization(waiting);
        waiting.begin();
        try {
            T result = acts.get();
            waiting.append();
            return result;
        } finally {
            waiting.end();
        }
    }

    @EventListener
    void record(Evident happened) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(happened.act() + " outside of a transaction");
        }
        Instant now = Header.micros(clock.instant());
        Happening happening =
                new Happening(happened, now, revisions.revisionAt(now), CanonicalRecord.json(happened.detail()));
        if (TransactionSynchronizationManager.getResource(this) instanceof Waiting waiting) {
            waiting.add(happening);
        } else {
            append(List.of(happening));
        }
    }

    private void append(List<Happening> happenings) {
        List<Entries.Place> places = entries.next(happenings.size());
        List<Entry> appended = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            appended.add(happenings.get(i).at(places.get(i), keys));
        }
        entries.insert(appended);
    }

    /** What happened, as it was then. */
    private record Happening(
            Evident happened, Instant time, @Nullable String revision, Json.Obj detail) {
        Entry at(Entries.Place place, Keys keys) {
            Header header = new Header(
                    place.sequence(),
                    place.epoch(),
                    time,
                    happened.by().id(),
                    happened.act(),
                    happened.subject(),
                    happened.clause().orElse(null),
                    revision,
                    keys.demo());
            return Entry.record(header, detail, keys.mac());
        }
    }

    /** What waits to be appended with what follows it in the same transaction; another one in between is none of its business. */
    private final class Waiting implements TransactionSynchronization {

        private final List<Happening> happenings = new ArrayList<>();
        private boolean begun;

        void begin() {
            begun = true;
            TransactionSynchronizationManager.bindResource(Recorder.this, this);
        }

        void end() {
            begun = false;
            TransactionSynchronizationManager.unbindResource(Recorder.this);
        }

        void add(Happening happening) {
            happenings.add(happening);
            if (happenings.size() == TOGETHER) {
                append();
            }
        }

        void append() {
            if (!happenings.isEmpty()) {
                Recorder.this.append(happenings);
                happenings.clear();
            }
        }

        @Override
        public void suspend() {
            if (begun) {
                TransactionSynchronizationManager.unbindResource(Recorder.this);
            }
        }

        @Override
        public void resume() {
            if (begun) {
                TransactionSynchronizationManager.bindResource(Recorder.this, this);
            }
        }

        /** Acts that threw in a transaction that is committed nevertheless are on record all the same. */
        @Override
        public void beforeCommit(boolean readOnly) {
            append();
        }
    }
}
