package org.hoshimori.core.regulation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.proof.Hash;
import org.hoshimori.regulation.Finding;
import org.hoshimori.regulation.Lint;
import org.hoshimori.regulation.Regulation;
import org.hoshimori.regulation.RegulationSnapshot;
import org.hoshimori.regulation.Severity;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Adopts regulations: from then on, or from a day in the future, they are in force. */
@Service
public class Adoption {

    private final Revisions revisions;
    private final RegulationInForce inForce;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Adoption(Revisions revisions, RegulationInForce inForce, ApplicationEventPublisher events, Clock clock) {
        this.revisions = revisions;
        this.inForce = inForce;
        this.events = events;
        this.clock = clock;
    }

    /** What an adoption comes to. */
    public sealed interface Outcome {
        /** It is adopted. */
        record Adopted(Revision revision) implements Outcome {}

        /** Something in it must be settled first. */
        record StillOpen(List<Finding> errors) implements Outcome {}

        /** Another revision takes effect at the same instant. */
        record InstantTaken(int number) implements Outcome {}

        /** An act is judged by what was in force then: nothing takes effect in the past. */
        record Past(Instant effectiveAt) implements Outcome {}
    }

    /** Adopts a regulation with effect from a time of a day; without a time from now on today, from the first instant of a later day. */
    @Transactional
    public Outcome adopt(Regulation regulation, LocalDate day, Optional<LocalTime> time, Actor by) {
        Instant from = time.isEmpty() && day.equals(LocalDate.now(clock))
                ? clock.instant()
                : day.atTime(time.orElse(LocalTime.MIN)).atZone(clock.getZone()).toInstant();
        return adopt(regulation, from, by);
    }

    /** Adopts a regulation with effect from an instant that is not past. */
    @Transactional
    public Outcome adopt(Regulation regulation, Instant from, Actor by) {
        // The database keeps no more than microseconds.
        Instant effectiveAt = from.truncatedTo(ChronoUnit.MICROS);
        Instant now = clock.instant();
        if (effectiveAt.isBefore(now.minusSeconds(60))) {
            return new Outcome.Past(effectiveAt);
        }
        List<Finding> errors = Lint.of(regulation).stream()
                .filter(f -> f.severity() == Severity.ERROR)
                .toList();
        if (!errors.isEmpty()) {
            return new Outcome.StillOpen(errors);
        }
        int number = revisions.next();
        for (Revisions.Start start : revisions.starts()) {
            if (start.effectiveAt().equals(effectiveAt)) {
                return new Outcome.InstantTaken(start.number());
            }
        }
        byte[] snapshot = RegulationSnapshot.write(regulation);
        Revision revision =
                new Revision(number, effectiveAt, Hash.sha256(snapshot).hex(), regulation);
        revisions.insert(revision, snapshot, now, by.id());
        events.publishEvent(new RegulationAdopted(by, number, effectiveAt, revision.digest()));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                inForce.forget();
            }
        });
        return new Outcome.Adopted(revision);
    }
}
