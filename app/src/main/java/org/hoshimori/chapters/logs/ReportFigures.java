package org.hoshimori.chapters.logs;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.hoshimori.logarchive.Archive;
import org.hoshimori.logarchive.Daily;
import org.hoshimori.logarchive.Gaps;
import org.hoshimori.logarchive.Purging;
import org.hoshimori.logarchive.Statistics;
import org.jspecify.annotations.Nullable;

/**
 * What a report tells, in numbers.
 *
 * @param company its name, or empty
 * @param verified the last verification, or null
 * @param names of people, by how evidence names them
 */
record ReportFigures(
        String company,
        Instant made,
        ZoneId zone,
        Period retention,
        Kept kept,
        Review review,
        List<Found> found,
        @Nullable Verified verified,
        Map<String, String> names) {

    ReportFigures {
        found = List.copyOf(found);
        names = Map.copyOf(names);
    }

    /** What the manifest tells of the days reported on. */
    record Kept(Statistics.Result all, Daily daily, List<Gaps.Gap> gaps, Purging.Result due) {

        static Kept of(Archive archive, LocalDate from, LocalDate until, Period retention, Instant now)
                throws IOException {
            Instant begin = from.atStartOfDay(ZoneOffset.UTC).toInstant();
            Instant end = until.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
            return new Kept(
                    Statistics.of(archive),
                    Daily.of(archive, from, until),
                    Gaps.of(archive, LogArchive.SILENCE).stream()
                            .filter(g -> g.from().isBefore(end) && g.until().isAfter(begin))
                            .toList(),
                    Purging.due(archive, retention, now));
        }

        long rows() {
            return daily.rows().values().stream()
                    .flatMap(days -> days.values().stream())
                    .mapToLong(Long::longValue)
                    .sum();
        }

        long aside() {
            return daily.aside().values().stream().mapToLong(Long::longValue).sum();
        }
    }

    LocalDate from() {
        return review.from();
    }

    LocalDate until() {
        return review.until();
    }

    /** Whether it is about a month, from its first day to its last. */
    boolean month() {
        return from().getDayOfMonth() == 1
                && until().equals(YearMonth.from(from()).atEndOfMonth());
    }

    long marked(String state) {
        return found.stream().filter(f -> state(f).equals(state)).count();
    }

    long marked(String question, String state) {
        return found.stream()
                .filter(f -> f.question().equals(question) && state(f).equals(state))
                .count();
    }

    long unmarked(String rule) {
        return found.stream()
                .filter(f -> f.rule().equals(rule) && f.mark() == null)
                .count();
    }

    static String state(Found found) {
        return found.mark() == null ? "none" : found.mark().code();
    }
}
