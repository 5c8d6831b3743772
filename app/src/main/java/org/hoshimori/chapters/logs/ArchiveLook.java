package org.hoshimori.chapters.logs;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hoshimori.logarchive.Archive;
import org.hoshimori.logarchive.Gaps;
import org.hoshimori.logarchive.Purging;
import org.hoshimori.logarchive.Statistics;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the manifest tells of the archive; read again only when it has grown, or on another day. */
@Component
class ArchiveLook {

    private final LogArchive archive;
    private final Clock clock;
    private @Nullable Seen seen;

    ArchiveLook(LogArchive archive, Clock clock) {
        this.archive = archive;
        this.clock = clock;
    }

    /**
     * What was seen.
     *
     * @param gaps the newest first
     * @param due what may be purged now
     * @param first the oldest row, or null
     */
    record Seen(
            String edition,
            LocalDate day,
            Statistics.Result all,
            List<Gaps.Gap> gaps,
            Purging.Result due,
            @Nullable Instant first,
            @Nullable Instant last) {

        public long gapsOf(String source) {
            return gaps.stream().filter(g -> g.source().equals(source)).count();
        }
    }

    /** How it stands; empty while nothing was imported. */
    synchronized Optional<Seen> look() throws IOException {
        Optional<Archive> open = archive.open();
        if (open.isEmpty()) {
            return Optional.empty();
        }
        String edition = archive.edition() + " " + archive.retention();
        LocalDate today = LocalDate.now(clock);
        Seen now = seen;
        if (now == null || !now.edition().equals(edition) || !now.day().equals(today)) {
            Statistics.Result all = Statistics.of(open.get());
            now = new Seen(
                    edition,
                    today,
                    all,
                    Gaps.of(open.get(), LogArchive.SILENCE).stream()
                            .sorted((a, b) -> b.until().compareTo(a.until()))
                            .toList(),
                    Purging.due(open.get(), archive.retention(), clock.instant()),
                    all.sources().stream()
                            .map(Statistics.Source::first)
                            .filter(java.util.Objects::nonNull)
                            .min(Instant::compareTo)
                            .orElse(null),
                    all.sources().stream()
                            .map(Statistics.Source::last)
                            .filter(java.util.Objects::nonNull)
                            .max(Instant::compareTo)
                            .orElse(null));
            seen = now;
        }
        return Optional.of(now);
    }

    /** A number of bytes for people. */
    static String size(long bytes) {
        double kilo = bytes / 1_000.0;
        if (kilo < 1_000) {
            return String.format(Locale.ROOT, "%.1f kB", kilo);
        }
        return kilo < 1_000_000
                ? String.format(Locale.ROOT, "%.1f MB", kilo / 1_000)
                : String.format(Locale.ROOT, "%.1f GB", kilo / 1_000_000);
    }
}
