package org.hoshimori.chapters.logs;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A review of the logs as the API tells it; its hits are told apart.
 *
 * @param from the first day (UTC)
 * @param until the last day
 * @param rows how many rows were asked about
 * @param unmarked how many of its hits nobody has marked yet
 * @param closedBy as the record names people
 */
record LogReviewTold(
        UUID id,
        Instant heldAt,
        LocalDate from,
        LocalDate until,
        long rows,
        int hits,
        int unmarked,
        List<Rule> rules,
        Optional<Instant> closedAt,
        String closedBy,
        String note) {

    /** Keeps its own copy. */
    LogReviewTold {
        rules = List.copyOf(rules);
    }

    /**
     * A rule, in the caller's language.
     *
     * @param missing registers without which it was not asked
     */
    record Rule(
            String code, String question, String title, String means, String advice, List<String> missing, int hits) {}

    static LogReviewTold of(Reviews.Standing standing, Locale locale) {
        Review review = standing.review();
        String language = locale.getLanguage();
        return new LogReviewTold(
                review.id(),
                review.at(),
                review.from(),
                review.until(),
                review.rows(),
                review.hits(),
                standing.unmarked(),
                review.answers().stream()
                        .map(a -> new Rule(
                                a.rule(),
                                a.question(),
                                a.title(language),
                                a.means(language),
                                a.advice(language),
                                a.missing(),
                                a.hits()))
                        .toList(),
                Optional.ofNullable(review.closedAt()),
                review.closedBy(),
                review.note());
    }
}
