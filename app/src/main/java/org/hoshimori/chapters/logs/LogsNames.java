package org.hoshimori.chapters.logs;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hoshimori.core.evidence.SubjectNames;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the record and findings call reviews, hits and sources. */
@Component
class LogsNames implements SubjectNames {

    private static final String REVIEW = Review.KIND + ":";
    private static final String SOURCE = "log-source:";

    private final JdbcClient sql;

    LogsNames(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public Map<String, String> namesOf(Set<String> subjects) {
        Map<String, String> names = new HashMap<>();
        List<UUID> reviews = subjects.stream()
                .filter(s -> s.startsWith(REVIEW))
                .map(s -> UUID.fromString(s.substring(REVIEW.length())))
                .toList();
        if (!reviews.isEmpty()) {
            sql.sql("SELECT id, from_day, until_day FROM logs.review WHERE id = ANY (:ids)")
                    .param("ids", reviews.toArray(UUID[]::new))
                    .query((row, n) -> Map.entry(
                            REVIEW + row.getString("id"),
                            row.getString("from_day") + " – " + row.getString("until_day")))
                    .list()
                    .forEach(e -> names.put(e.getKey(), e.getValue()));
        }
        subjects.stream().filter(s -> s.startsWith(SOURCE)).forEach(s -> names.put(s, s.substring(SOURCE.length())));
        return names;
    }

    @Override
    public Set<String> named(String words, int most) {
        return Set.of();
    }
}
