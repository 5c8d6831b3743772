package org.hoshimori.chapters.logs;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A review of a span of days.
 *
 * @param from the first day (UTC)
 * @param until the last day
 * @param rows how many rows were asked about
 * @param hits how many things were found
 * @param closedAt when a reviewer had looked at all of them, or null
 */
record Review(
        UUID id,
        Instant at,
        LocalDate from,
        LocalDate until,
        long rows,
        int hits,
        List<Answer> answers,
        @Nullable Instant closedAt,
        String closedBy,
        String note) {

    /** The regulation's three, as it asks them. */
    static final List<String> QUESTIONS = List.of("egress", "devices", "suspicious");

    static final String KIND = "log-review";

    Review {
        answers = List.copyOf(answers);
    }

    /**
     * What a rule answered.
     *
     * @param missing registers without which it was not asked
     */
    record Answer(
            String rule,
            String question,
            Map<String, String> title,
            Map<String, String> means,
            Map<String, String> advice,
            List<String> missing,
            int hits) {

        public boolean asked() {
            return missing.isEmpty();
        }

        public String title(String language) {
            return title.getOrDefault(language, rule);
        }

        public String means(String language) {
            return means.getOrDefault(language, "");
        }

        public String advice(String language) {
            return advice.getOrDefault(language, "");
        }
    }

    public boolean open() {
        return closedAt == null;
    }

    public List<Answer> of(String question) {
        return answers.stream().filter(a -> a.question().equals(question)).toList();
    }

    /** How many rules found nothing, or were not asked. */
    public long quiet(String question) {
        return of(question).stream().filter(a -> a.hits() == 0).count();
    }

    public int found(String question) {
        return of(question).stream().mapToInt(Answer::hits).sum();
    }

    public Answer answer(String rule) {
        return answers.stream()
                .filter(a -> a.rule().equals(rule))
                .findFirst()
                .orElse(new Answer(rule, "suspicious", Map.of(), Map.of(), Map.of(), List.of(), 0));
    }
}
