package org.hoshimori.core.evidence;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Pages of the record, newest first: by actor, subject, act, clause and time. */
@Repository
@Transactional(readOnly = true)
class RecordList {

    static final int PAGE = 50;
    private static final String ROWS = """
            SELECT e.sequence, e.time, e.actor, e.act, e.subject, e.clause, e.revision, d.detail,
                   r.actor AS redacted_by, r.time AS redacted_at
              FROM evidence.entry e LEFT JOIN evidence.detail d USING (sequence)
              LEFT JOIN LATERAL (SELECT actor, time FROM evidence.entry
                                  WHERE d.sequence IS NULL AND act = 'evidence.redacted/1' AND subject = 'entry/' || e.sequence
                                  ORDER BY sequence LIMIT 1) r ON true
            """;

    private final JdbcClient sql;

    RecordList(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * What is asked for; what is empty does not matter.
     *
     * @param about an id or words of a name, as actor or as subject
     * @param act the beginning of an act's name
     * @param clause a clause or, with its parts, one above it
     * @param before entries before this sequence; 0 for the newest
     */
    record Wish(
            String about, String act, String clause, Optional<LocalDate> from, Optional<LocalDate> to, long before) {}

    /**
     * An entry as the page shows it.
     *
     * @param detail canonical JSON; null where it is gone
     * @param redactedBy who removed the detail, and when; null if nobody has said so
     */
    record Row(
            long sequence,
            ZonedDateTime time,
            String actor,
            String act,
            String subject,
            @Nullable String clause,
            @Nullable String revision,
            @Nullable String detail,
            @Nullable String redactedBy,
            @Nullable ZonedDateTime redactedAt) {}

    /** The acts that are on record, each once. */
    List<String> acts() {
        return sql.sql("""
                WITH RECURSIVE acts AS (
                  (SELECT act FROM evidence.entry ORDER BY act LIMIT 1)
                  UNION ALL
                  SELECT (SELECT act FROM evidence.entry WHERE act > a.act ORDER BY act LIMIT 1) FROM acts a WHERE a.act IS NOT NULL)
                SELECT act FROM acts WHERE act IS NOT NULL ORDER BY act""").query((row, n) -> row.getString("act")).list();
    }

    /**
     * A page.
     *
     * @param meant the ids that {@code about} means
     */
    List<Row> page(Wish wish, Set<String> meant, ZoneId zone) {
        return sql.sql(ROWS + """
                 WHERE (:before = 0 OR e.sequence < :before)
                   AND (:any OR e.actor = ANY (:about) OR e.subject = ANY (:about))
                   AND (:act = '' OR starts_with(e.act, :act))
                   AND (:clause = '' OR e.clause = :clause OR starts_with(e.clause, :clause || '.'))
                   AND (CAST(:from AS timestamptz) IS NULL OR e.time >= :from)
                   AND (CAST(:to AS timestamptz) IS NULL OR e.time < :to)
                 ORDER BY e.sequence DESC LIMIT :limit""")
                .param("before", wish.before())
                .param("any", wish.about().isEmpty())
                .param("about", meant.toArray(String[]::new))
                .param("act", wish.act())
                .param("clause", wish.clause())
                .param("from", start(wish.from(), zone))
                .param("to", start(wish.to().map(d -> d.plusDays(1)), zone))
                .param("limit", PAGE)
                .query((row, n) -> row(row, zone))
                .list();
    }

    /** One entry, which must be there. */
    Row entry(long sequence, ZoneId zone) {
        return sql.sql(ROWS + " WHERE e.sequence = :sequence")
                .param("sequence", sequence)
                .query((row, n) -> row(row, zone))
                .single();
    }

    private static Row row(ResultSet row, ZoneId zone) throws SQLException {
        byte[] detail = row.getBytes("detail");
        OffsetDateTime redacted = row.getObject("redacted_at", OffsetDateTime.class);
        return new Row(
                row.getLong("sequence"),
                row.getObject("time", OffsetDateTime.class).atZoneSameInstant(zone),
                row.getString("actor"),
                row.getString("act"),
                row.getString("subject"),
                row.getString("clause"),
                row.getString("revision"),
                detail == null ? null : new String(detail, StandardCharsets.UTF_8),
                row.getString("redacted_by"),
                redacted == null ? null : redacted.atZoneSameInstant(zone));
    }

    private static @Nullable OffsetDateTime start(Optional<LocalDate> day, ZoneId zone) {
        return day.map(d -> d.atStartOfDay(zone).toOffsetDateTime()).orElse(null);
    }
}
