package org.hoshimori.core.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.storage.StorageRefused;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Backups of the running server: by plan or when asked, one at a time; old ones are removed. */
@Component
class Backups {

    private static final Logger LOG = LoggerFactory.getLogger(Backups.class);
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("'hoshimori-'yyyyMMdd-HHmmss");
    private static final Actor PLAN = Actor.system("backup-plan");

    private final BackupSetUp.Place place;
    private final BackupPlan plan;
    private final BackupLog log;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Instant started;
    private @Nullable BackupProgress running;

    Backups(
            BackupSetUp.Place place,
            BackupPlan plan,
            BackupLog log,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.place = place;
        this.plan = plan;
        this.log = log;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
        this.started = clock.instant();
    }

    /** What backups are like on the whole. */
    enum Health {
        FINE,
        NONE_YET,
        OLD,
        FAILED
    }

    Health health() {
        Optional<BackupLog.Backup> last = log.last().filter(b -> b.state() != BackupLog.State.RUNNING);
        Optional<Instant> made = log.newest(BackupLog.State.MADE).map(BackupLog.Backup::begunAt);
        if (plan.overdue(made, started, clock.instant())) {
            return Health.OLD;
        }
        if (last.filter(b -> b.state() == BackupLog.State.FAILED).isPresent()) {
            return Health.FAILED;
        }
        return made.isPresent() ? Health.FINE : Health.NONE_YET;
    }

    /** How far the one that is being made has come. */
    synchronized Optional<BackupProgress> running() {
        return Optional.ofNullable(running);
    }

    /** Every minute: makes one if the plan says so. */
    @Scheduled(fixedDelay = 60_000, initialDelay = 20_000)
    void byPlan() {
        endInterrupted();
        Instant lastBegun = log.last().map(BackupLog.Backup::begunAt).orElse(started);
        if (plan.due(lastBegun, clock.instant(), clock.getZone())) {
            make(PLAN);
        }
    }

    /** What a killed server left as running has failed, unless another node is at it. */
    private void endInterrupted() {
        if (running().isEmpty() && log.newest(BackupLog.State.RUNNING).isPresent()) {
            BackupTurn.take(place.reader()).ifPresent(turn -> {
                try (turn) {
                    log.newest(BackupLog.State.RUNNING)
                            .ifPresent(b -> fail(b.id(), PLAN, BackupLog.State.FAILED, "interrupted"));
                }
            });
        }
    }

    /** Begins to make one, apart from the caller; false if one is being made. */
    boolean begin(Actor by) {
        UUID id = UUID.randomUUID();
        Optional<BackupTurn> turn = taken(id, by);
        turn.ifPresent(t -> Thread.ofVirtual().name("backup").start(() -> run(id, by, t)));
        return turn.isPresent();
    }

    /** Makes one and waits for it. */
    private void make(Actor by) {
        UUID id = UUID.randomUUID();
        taken(id, by).ifPresent(t -> run(id, by, t));
    }

    private synchronized Optional<BackupTurn> taken(UUID id, Actor by) {
        Optional<BackupTurn> turn = running == null ? BackupTurn.take(place.reader()) : Optional.empty();
        if (turn.isEmpty()) {
            return turn;
        }
        Instant now = clock.instant();
        String name =
                NAME.format(now.atZone(clock.getZone())) + "-" + id.toString().substring(0, 4) + ".backup";
        boolean begun = false;
        try {
            begun = log.begin(id, now, by.id(), name);
        } finally {
            if (!begun) {
                turn.get().close();
            }
        }
        if (!begun) {
            return Optional.empty();
        }
        running = new BackupProgress();
        return turn;
    }

    private void run(UUID id, Actor by, BackupTurn turn) {
        BackupProgress progress = running().orElseThrow();
        try (turn) {
            String name = log.find(id).orElseThrow().file();
            Path folder = place.made();
            BackingUp.removeHalves(folder);
            BackingUp.Made made =
                    new BackingUp(place.reader(), place.data(), clock).to(folder.resolve(name), id, progress);
            transaction.executeWithoutResult(t -> {
                log.made(made, clock.instant());
                events.publishEvent(BackupEvent.made(by, made));
            });
            removeOld();
        } catch (CancellationException e) {
            fail(id, by, BackupLog.State.CANCELLED, "cancelled");
        } catch (StorageRefused e) {
            fail(id, by, BackupLog.State.FAILED, e.code() + ": " + String.join(" ", e.arguments()));
        } catch (IOException | RuntimeException e) {
            fail(id, by, BackupLog.State.FAILED, "io: " + e.getMessage());
        } finally {
            synchronized (this) {
                running = null;
            }
        }
    }

    private void fail(UUID id, Actor by, BackupLog.State state, String why) {
        LOG.error("backup {} was not made: {}", id, why);
        try {
            transaction.executeWithoutResult(t -> {
                log.ended(id, state, why, clock.instant());
                events.publishEvent(new BackupEvent.BackupFailed(by, id, why));
            });
        } catch (RuntimeException e) {
            LOG.error("that backup {} failed can't be kept: {}", id, e.getMessage());
        }
    }

    private void removeOld() throws IOException {
        for (BackupLog.Backup old : log.beyond(plan.keep())) {
            Files.deleteIfExists(place.made().resolve(old.file()));
            transaction.executeWithoutResult(t -> {
                log.removed(old.id(), clock.instant());
                events.publishEvent(new BackupEvent.BackupRemoved(PLAN, old.id(), old.file()));
            });
        }
    }

    /** The file of a backup that is still there; that it is taken out is put on record. */
    Optional<Path> take(UUID id, Actor by) throws IOException {
        Optional<BackupLog.Backup> backup = log.find(id).filter(BackupLog.Backup::there);
        if (backup.isEmpty()) {
            return Optional.empty();
        }
        Path file = place.made().resolve(backup.get().file());
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        transaction.executeWithoutResult(t -> events.publishEvent(new BackupEvent.BackupTaken(by, id)));
        return Optional.of(file);
    }
}
