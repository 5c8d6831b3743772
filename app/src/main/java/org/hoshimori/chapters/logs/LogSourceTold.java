package org.hoshimori.chapters.logs;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hoshimori.logarchive.Statistics;

/**
 * What the archive has of a source, as the API tells it.
 *
 * @param code its name
 * @param days on how many days it has rows
 * @param aside lines that are no rows, by reason
 * @param gaps how often it was silent
 */
record LogSourceTold(
        String code,
        List<String> formats,
        long rows,
        long files,
        long bytes,
        int days,
        Optional<Instant> firstAt,
        Optional<Instant> lastAt,
        Map<String, Long> aside,
        long gaps) {

    /** Keeps its own copies. */
    LogSourceTold {
        formats = List.copyOf(formats);
        aside = Map.copyOf(aside);
    }

    static LogSourceTold of(Statistics.Source source, long gaps) {
        return new LogSourceTold(
                source.name(),
                source.formats(),
                source.rows(),
                source.files(),
                source.bytes(),
                source.days(),
                Optional.ofNullable(source.first()),
                Optional.ofNullable(source.last()),
                source.aside(),
                gaps);
    }
}
