package org.hoshimori.chapters.logs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.logarchive.Archive;
import org.springframework.stereotype.Component;

/** Each night: sources are looked at; once a week all is verified; once a month is over, it is reviewed. */
@Component
class Nightly {

    private static final Actor CALENDAR = Actor.system("logs");
    private static final Duration WEEK = Duration.ofDays(7);

    private final LogArchive archive;
    private final Sources sources;
    private final Verifications verifications;
    private final Reviews reviews;
    private final Works works;
    private final Clock clock;

    Nightly(
            LogArchive archive,
            Sources sources,
            Verifications verifications,
            Reviews reviews,
            Works works,
            Clock clock) {
        this.archive = archive;
        this.sources = sources;
        this.verifications = verifications;
        this.reviews = reviews;
        this.works = works;
        this.clock = clock;
    }

    void look() {
        Optional<Archive> open = archive.open();
        if (open.isEmpty()) {
            return;
        }
        try {
            sources.look(open.get());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Instant now = clock.instant();
        if (verifications.newest().filter(v -> v.at().plus(WEEK).isAfter(now)).isEmpty()) {
            works.verify(CALENDAR);
        }
        LocalDate month = LocalDate.ofInstant(now, ZoneOffset.UTC).withDayOfMonth(1);
        LocalDate until = month.minusDays(1);
        LocalDate from = until.withDayOfMonth(1);
        if (!reviews.covers(from, until, month.atStartOfDay(ZoneOffset.UTC).toInstant())) {
            works.review(from, until, CALENDAR);
        }
    }
}
