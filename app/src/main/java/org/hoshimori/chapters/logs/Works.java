package org.hoshimori.chapters.logs;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.storage.Jobs;
import org.hoshimori.logarchive.Archive;
import org.hoshimori.logarchive.ArchiveRefused;
import org.hoshimori.logarchive.Progress;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Verifications and reviews: asked for by somebody or by the calendar, done by a job, one of a kind at a time. */
@Component
class Works {

    /** The job's name. */
    static final String JOB = "logs.work";

    private static final Logger LOG = LoggerFactory.getLogger(Works.class);

    private final WorkTable table;
    private final LogArchive archive;
    private final Verifications verifications;
    private final HoldingReviews reviews;
    private final Jobs jobs;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Works(
            WorkTable table,
            LogArchive archive,
            Verifications verifications,
            HoldingReviews reviews,
            Jobs jobs,
            TransactionTemplate transaction,
            Clock clock) {
        this.table = table;
        this.archive = archive;
        this.verifications = verifications;
        this.reviews = reviews;
        this.jobs = jobs;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Asks for a verification of all of it; false if one has not ended yet. */
    boolean verify(Actor by) {
        return ask(Work.Kind.VERIFICATION, null, null, by).isPresent();
    }

    /** Asks for a review of these days; empty if one has not ended yet. */
    Optional<UUID> review(LocalDate from, LocalDate until, Actor by) {
        return ask(Work.Kind.REVIEW, from, until, by);
    }

    private Optional<UUID> ask(Work.Kind kind, @Nullable LocalDate from, @Nullable LocalDate until, Actor by) {
        Work work = asked(kind, from, until, by);
        return Optional.ofNullable(transaction.execute(_ -> {
            if (!table.ask(work)) {
                return null;
            }
            jobs.ask(JOB, work.id().toString(), clock.instant());
            return work.id();
        }));
    }

    private Work asked(Work.Kind kind, @Nullable LocalDate from, @Nullable LocalDate until, Actor by) {
        return new Work(UUID.randomUUID(), kind, Work.State.ASKED, clock.instant(), by.id(), from, until, 0, 0, "");
    }

    /** Verifies and reviews before it answers; the review, if neither was under way. */
    Optional<UUID> now(LocalDate from, LocalDate until, Actor by) {
        Work verification = asked(Work.Kind.VERIFICATION, null, null, by);
        Work review = asked(Work.Kind.REVIEW, from, until, by);
        if (!table.ask(verification) || !table.ask(review)) {
            return Optional.empty();
        }
        run(verification.id());
        run(review.id());
        return Optional.of(review.id());
    }

    void stop(UUID id) {
        table.stop(id);
    }

    Optional<Work> newest(Work.Kind kind) {
        return table.newest(kind);
    }

    /** Does it; a second run of what has ended does nothing. */
    void run(UUID id) {
        table.begin(id, clock.instant()).ifPresent(this::run);
    }

    private void run(Work work) {
        Progress progress = (done, total) -> {
            if (table.progress(work.id(), done, total)) {
                throw new CancellationException();
            }
        };
        try {
            Archive open = archive.open()
                    .orElseThrow(() -> new NothingThere(archive.folder().toString()));
            switch (work.kind()) {
                case VERIFICATION -> verifications.hold(work, open, progress);
                case REVIEW -> reviews.hold(work, open, progress);
            }
        } catch (CancellationException e) {
            table.ended(work.id(), Work.State.CANCELLED, "", clock.instant());
        } catch (NothingThere e) {
            failed(work, "logs.no-archive", List.of(String.valueOf(e.getMessage())));
        } catch (ArchiveRefused e) {
            failed(work, e.code(), e.arguments());
        } catch (IOException | RuntimeException e) {
            LOG.error("{} {} of the archive of logs failed", work.kind(), work.id(), e);
            failed(work, "logs.io", List.of(String.valueOf(e.getMessage())));
        }
    }

    private void failed(Work work, String code, List<String> arguments) {
        String why = Stream.concat(Stream.of(code), arguments.stream().map(a -> a.replaceAll("\\R", " ")))
                .collect(Collectors.joining("\n"));
        table.ended(work.id(), Work.State.FAILED, why, clock.instant());
    }

    /** Nothing was imported yet. */
    private static final class NothingThere extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NothingThere(String folder) {
            super(folder);
        }
    }
}
