package org.hoshimori.chapters.logs;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hoshimori.core.duties.Duties;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.organization.PersonId;
import org.hoshimori.logarchive.Archive;
import org.hoshimori.logarchive.Progress;
import org.hoshimori.logarchive.Verification;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Holds the archive against its manifest, and the manifest against the head that the last verification noted. */
@Component
class Verifications {

    /** The duty to look whether logs are kept. */
    static final String DUTY = "log-storage";

    private static final int LONGEST = 2_000;

    private final VerificationTable table;
    private final WorkTable works;
    private final Sources sources;
    private final Duties duties;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Verifications(
            VerificationTable table,
            WorkTable works,
            Sources sources,
            Duties duties,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.table = table;
        this.works = works;
        this.sources = sources;
        this.duties = duties;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    void hold(Work work, Archive archive, Progress progress) throws IOException {
        String witness = table.newest().map(Verified::head).orElse("");
        Verification.Result result = Verification.watched(archive, LogArchive.SILENCE, witness, progress);
        sources.look(archive);
        Instant now = clock.instant();
        Map<String, Long> kinds = result.faults().stream()
                .collect(Collectors.groupingBy(f -> f.kind().code(), TreeMap::new, Collectors.counting()));
        transaction.executeWithoutResult(_ -> {
            if (!works.ended(work.id(), Work.State.DONE, "", now)) {
                return;
            }
            table.insert(Verified.of(work.id(), now, result));
            events.publishEvent(new LogsEvent.ArchiveVerified(
                    new Actor(work.askedBy()), work.id(), result.intact(), result.head(), result.rows(), kinds));
        });
    }

    Optional<Verified> newest() {
        return table.newest();
    }

    List<Verified> newest(int most) {
        return table.newest(most);
    }

    /** Somebody has seen what it came to, and has done the duty by that if he or she has it; false if that was said before. */
    boolean confirm(UUID id, String note, PersonId by) {
        String words = note.strip().substring(0, Math.min(LONGEST, note.strip().length()));
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            Optional<Verified> verified = table.confirm(id, words, "person:" + by, clock.instant());
            verified.ifPresent(v -> {
                events.publishEvent(new LogsEvent.StorageConfirmed(Actor.person(by.value()), id, v.head(), words));
                duties.open(DUTY, "company").ifPresent(duty -> duties.done(duty, words, by));
            });
            return verified.isPresent();
        }));
    }
}
