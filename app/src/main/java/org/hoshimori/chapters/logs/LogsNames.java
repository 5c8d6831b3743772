package org.hoshimori.chapters.logs;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hoshimori.core.evidence.SubjectNames;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the record and findings call reviews, what they found, verifications and sources. */
@Component
class LogsNames implements SubjectNames {

    private static final String REVIEW = Review.KIND + ":";
    private static final String HIT = Mark.KIND + ":";
    private static final String VERIFICATION = Verified.KIND + ":";
    private static final String SOURCE = "log-source:";
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private final JdbcClient sql;
    private final HitTable hits;
    private final Clock clock;

    LogsNames(JdbcClient sql, HitTable hits, Clock clock) {
        this.sql = sql;
        this.hits = hits;
        this.clock = clock;
    }

    @Override
    public Map<String, String> namesOf(Set<String> subjects) {
        Map<String, String> names = new HashMap<>();
        reviews(ids(subjects, REVIEW), names);
        verifications(ids(subjects, VERIFICATION), names);
        hits.sentences(after(subjects, HIT), LocaleContextHolder.getLocale())
                .forEach((hit, sentence) -> names.put(HIT + hit, sentence));
        after(subjects, SOURCE).forEach(s -> names.put(SOURCE + s, s));
        return names;
    }

    private void reviews(List<UUID> ids, Map<String, String> names) {
        if (!ids.isEmpty()) {
            sql.sql("SELECT id, from_day, until_day FROM logs.review WHERE id = ANY (:ids)")
                    .param("ids", ids.toArray(UUID[]::new))
                    .query(row -> {
                        names.put(
                                REVIEW + row.getString("id"),
                                row.getString("from_day") + " – " + row.getString("until_day"));
                    });
        }
    }

    private void verifications(List<UUID> ids, Map<String, String> names) {
        if (!ids.isEmpty()) {
            sql.sql("SELECT id, verified_at FROM logs.verification WHERE id = ANY (:ids)")
                    .param("ids", ids.toArray(UUID[]::new))
                    .query(row -> {
                        names.put(
                                VERIFICATION + row.getString("id"),
                                row.getObject("verified_at", OffsetDateTime.class)
                                        .atZoneSameInstant(clock.getZone())
                                        .format(MINUTE));
                    });
        }
    }

    private static List<UUID> ids(Set<String> subjects, String kind) {
        return after(subjects, kind).stream().map(UUID::fromString).toList();
    }

    private static List<String> after(Set<String> subjects, String kind) {
        return subjects.stream()
                .filter(s -> s.startsWith(kind))
                .map(s -> s.substring(kind.length()))
                .toList();
    }
}
