package org.hoshimori.core.posture;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is known of how clauses are kept, in the database. */
@Repository
class SignTable {

    private final JdbcClient sql;

    SignTable(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * A check and what it came to.
     *
     * @param alarm those excepted left out
     */
    record Checked(
            int id,
            String name,
            String clause,
            String titleJa,
            String titleEn,
            String severity,
            boolean runs,
            int ok,
            int alarm,
            int skip,
            int excepted,
            @Nullable Instant ranAt) {

        public String title(String language) {
            return language.equals("en") ? titleEn : titleJa;
        }
    }

    /** All checks. */
    List<Checked> checks(LocalDate today) {
        return sql.sql("""
                SELECT d.id, d.name, d.clause, d.title_ja, d.title_en, d.severity, d.ok, d.alarm, d.skip, d.ran_at,
                       d.state = 'active' AND d.failure IS NULL AND d.ran_at IS NOT NULL AS runs, coalesce(e.excepted, 0) AS excepted
                  FROM facts.check_definition d
                  LEFT JOIN (SELECT x.check_id, count(*)::integer AS excepted
                               FROM facts.exception x
                               JOIN facts.finding f ON f.check_id = x.check_id AND f.subject = x.subject AND f.status = 'alarm'
                              WHERE x.state = 'approved' AND x.ends_on >= :today GROUP BY x.check_id) e ON e.check_id = d.id
                 ORDER BY d.clause, d.name""")
                .param("today", today)
                .query((row, n) -> new Checked(
                        row.getInt("id"),
                        row.getString("name"),
                        row.getString("clause"),
                        row.getString("title_ja"),
                        row.getString("title_en"),
                        row.getString("severity"),
                        row.getBoolean("runs"),
                        row.getInt("ok"),
                        row.getInt("alarm") - row.getInt("excepted"),
                        row.getInt("skip"),
                        row.getInt("excepted"),
                        instant(row.getObject("ran_at", OffsetDateTime.class))))
                .list();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    /** When somebody last gave his or her word for a clause, since an instant. */
    Map<String, Instant> words(Instant since) {
        Map<String, Instant> words = new HashMap<>();
        sql.sql("SELECT clause, max(at) AS at FROM posture.word WHERE at >= :since GROUP BY clause")
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, n) -> words.put(
                        row.getString("clause"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
        return words;
    }

    /** A finding among the worst. */
    record Worst(
            int check,
            String titleJa,
            String titleEn,
            String severity,
            String clause,
            String subject,
            LocalDate since) {
        public String title(String language) {
            return language.equals("en") ? titleEn : titleJa;
        }
    }

    /** The gravest findings, of these the oldest; those excepted left out. */
    List<Worst> worst(LocalDate today, int most) {
        return new ArrayList<>(sql.sql("""
                SELECT d.id, d.title_ja, d.title_en, d.severity, d.clause, f.subject, f.since
                  FROM facts.check_definition d
                 CROSS JOIN LATERAL (SELECT subject, since FROM facts.finding f
                                      WHERE f.check_id = d.id AND f.status = 'alarm'
                                        AND NOT EXISTS (SELECT 1 FROM facts.exception x
                                                         WHERE x.check_id = f.check_id AND x.subject = f.subject
                                                           AND x.state = 'approved' AND x.ends_on >= :today)
                                      ORDER BY since, subject LIMIT :most) f
                 WHERE d.alarm > 0
                 ORDER BY array_position(ARRAY['critical', 'high', 'medium', 'low'], d.severity), f.since, d.id, f.subject
                 LIMIT :most""")
                .param("today", today)
                .param("most", most)
                .query((row, n) -> new Worst(
                        row.getInt("id"),
                        row.getString("title_ja"),
                        row.getString("title_en"),
                        row.getString("severity"),
                        row.getString("clause"),
                        row.getString("subject"),
                        row.getObject("since", OffsetDateTime.class).toLocalDate()))
                .list());
    }
}
