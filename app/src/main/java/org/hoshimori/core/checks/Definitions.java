package org.hoshimori.core.checks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Checks in the database: what they are, and how they last ran. */
@Repository
class Definitions {

    private final JdbcClient sql;

    Definitions(JdbcClient sql) {
        this.sql = sql;
    }

    List<Definition> all() {
        return sql.sql("SELECT * FROM checks.definition ORDER BY id")
                .query(Definitions::definition)
                .list();
    }

    Optional<Definition> named(String name) {
        return sql.sql("SELECT * FROM checks.definition WHERE name = :name")
                .param("name", name)
                .query(Definitions::definition)
                .optional();
    }

    /** Keeps a check that can run. */
    Definition keep(CheckFile file, Probe.Shape shape) {
        return put(
                        file.name(),
                        file.own(),
                        file.clause(),
                        file.titleJa(),
                        file.titleEn(),
                        file.severity(),
                        file.daily())
                .param("text", file.text())
                .param("digest", file.digest())
                .param("reads", shape.reads().toArray(String[]::new))
                .param("state", "active")
                .param("failure", null, java.sql.Types.VARCHAR)
                .param("details", null, java.sql.Types.VARCHAR)
                .query(Definitions::definition)
                .single();
    }

    /** Keeps that a file can't be taken as a check. */
    Definition refuse(String name, boolean own, String text, @Nullable CheckFile file, CheckRefused why) {
        return put(
                        name,
                        own,
                        file == null ? "" : file.clause(),
                        file == null ? name : file.titleJa(),
                        file == null ? name : file.titleEn(),
                        file == null ? Severity.MEDIUM : file.severity(),
                        file != null && file.daily())
                .param("text", text)
                .param("digest", CheckFile.sha256(text))
                .param("reads", new String[0])
                .param("state", "refused")
                .param("failure", why.fault().code())
                .param("details", why.details())
                .query(Definitions::definition)
                .single();
    }

    private JdbcClient.StatementSpec put(
            String name, boolean own, String clause, String ja, String en, Severity severity, boolean daily) {
        return sql.sql("""
                INSERT INTO checks.definition AS d
                  (name, own, clause, title_ja, title_en, severity, daily, text, digest, reads, state, failure, details)
                VALUES (:name, :own, :clause, :ja, :en, :severity, :daily, :text, :digest, :reads, :state, :failure, :details)
                ON CONFLICT (name) DO UPDATE
                   SET own = excluded.own, clause = excluded.clause, title_ja = excluded.title_ja, title_en = excluded.title_en,
                       severity = excluded.severity, daily = excluded.daily, text = excluded.text, digest = excluded.digest,
                       reads = excluded.reads, state = excluded.state,
                       failure = CASE WHEN d.digest = excluded.digest AND excluded.failure IS NULL AND d.state = excluded.state
                                      THEN d.failure ELSE excluded.failure END,
                       details = CASE WHEN d.digest = excluded.digest AND excluded.failure IS NULL AND d.state = excluded.state
                                      THEN d.details ELSE excluded.details END
                RETURNING *""")
                .param("name", name)
                .param("own", own)
                .param("clause", clause)
                .param("ja", ja)
                .param("en", en)
                .param("severity", severity.code())
                .param("daily", daily);
    }

    /** Its file is gone. */
    void gone(int id) {
        sql.sql("UPDATE checks.definition SET state = 'gone', ran_with = NULL, rows_hash = NULL WHERE id = :id")
                .param("id", id)
                .update();
    }

    /** It has run. */
    void ran(
            int id,
            String with,
            String revision,
            Definition.Counts counts,
            LocalDate today,
            Instant now,
            boolean evident,
            @Nullable String rowsHash) {
        sql.sql("""
                UPDATE checks.definition
                   SET ran_at = :now, ran_on = :today, ran_with = :with, revision = :revision, ok = :ok, alarm = :alarm, skip = :skip,
                       result = :result, rows_hash = :hash, failure = NULL, details = NULL, failed_at = NULL,
                       evident_on = CASE WHEN :evident THEN :today ELSE evident_on END
                 WHERE id = :id""")
                .param("id", id)
                .param("now", time(now))
                .param("today", today)
                .param("with", with)
                .param("revision", revision)
                .param("ok", counts.ok())
                .param("alarm", counts.alarm())
                .param("skip", counts.skip())
                .param("result", counts.result())
                .param("evident", evident)
                .param("hash", rowsHash, java.sql.Types.VARCHAR)
                .update();
    }

    /** It could not run; what it found before stands. */
    void failed(int id, CheckRefused why, String with, LocalDate today, Instant now) {
        sql.sql("""
                UPDATE checks.definition SET failure = :failure, details = :details, failed_at = :now, ran_with = :with, ran_on = :today
                 WHERE id = :id""")
                .param("with", with)
                .param("today", today)
                .param("failure", why.fault().code())
                .param("details", why.details())
                .param("now", time(now))
                .param("id", id)
                .update();
    }

    /** Nothing is asked of it under the regulation in force. */
    void idle(int id) {
        sql.sql(
                        "UPDATE checks.definition SET ran_with = NULL, rows_hash = NULL, ok = 0, alarm = 0, skip = 0, result = '' WHERE id = :id")
                .param("id", id)
                .update();
    }

    private static Definition definition(ResultSet row, int number) throws SQLException {
        OffsetDateTime failedAt = row.getObject("failed_at", OffsetDateTime.class);
        return new Definition(
                row.getInt("id"),
                row.getString("name"),
                row.getString("digest"),
                Set.copyOf(strings(row)),
                Definition.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                failedAt == null ? null : failedAt.toInstant(),
                row.getObject("ran_on", LocalDate.class),
                row.getString("ran_with"),
                new Definition.Counts(
                        row.getInt("ok"), row.getInt("alarm"), row.getInt("skip"), row.getString("result")),
                row.getObject("evident_on", LocalDate.class),
                row.getString("rows_hash"));
    }

    private static Collection<String> strings(ResultSet row) throws SQLException {
        return new TreeSet<>(Arrays.asList((String[]) row.getArray("reads").getArray()));
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
