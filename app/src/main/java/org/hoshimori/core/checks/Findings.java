package org.hoshimori.core.checks;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What checks have found, each in its own view; what is found is first staged under the number of a run. */
@Repository
class Findings {

    /** Of rows of subject, status, reason and arguments in any order, their number and the sum of 64 bits of each. */
    static final String HASH =
            "count(*) || ' ' || coalesce(sum(hash_record_extended(ROW (subject, status, reason, arguments), 0)), 0)";

    private static final String CHANGED = "(t.status, t.reason, t.arguments) IS DISTINCT FROM ";

    private final JdbcClient sql;

    Findings(JdbcClient sql) {
        this.sql = sql;
    }

    /** Lets nobody else run this check until the end of the transaction, and opens its view. */
    void lock(int check) {
        sql.sql("SELECT pg_advisory_xact_lock(hashtext('checks.finding'), :check)")
                .param("check", check)
                .query((row, n) -> 0)
                .list();
        sql.sql("SELECT checks.open(:check)")
                .param("check", check)
                .query((row, n) -> 0)
                .list();
    }

    /** Takes over a whole run; returns how many findings differ from before. */
    int merge(int check, UUID run, Instant now) {
        return sql.sql("""
                MERGE INTO checks.finding_of_%1$d t
                USING (SELECT subject, status, reason, arguments FROM checks.staging WHERE run = :run) s ON t.subject = s.subject
                 WHEN MATCHED AND %2$s (s.status, s.reason, s.arguments) THEN
                      UPDATE SET since = CASE WHEN t.status = s.status THEN t.since ELSE :now END,
                                 status = s.status, reason = s.reason, arguments = s.arguments
                 WHEN NOT MATCHED BY TARGET THEN
                      INSERT (check_id, subject, status, reason, arguments, since)
                      VALUES (%1$d, s.subject, s.status, s.reason, s.arguments, :now)
                 WHEN NOT MATCHED BY SOURCE THEN DELETE""".formatted(check, CHANGED))
                .param("run", run)
                .param("now", Definitions.time(now))
                .update();
    }

    /** Takes over a run for some subjects only; those that it did not find any more go. */
    int mergeSome(int check, UUID run, List<String> subjects, Instant now) {
        int changed = sql.sql("""
                INSERT INTO checks.finding_of_%1$d AS t (check_id, subject, status, reason, arguments, since)
                SELECT %1$d, subject, status, reason, arguments, :now FROM checks.staging WHERE run = :run
                ON CONFLICT (check_id, subject) DO UPDATE
                   SET since = CASE WHEN t.status = excluded.status THEN t.since ELSE excluded.since END,
                       status = excluded.status, reason = excluded.reason, arguments = excluded.arguments
                 WHERE %2$s (excluded.status, excluded.reason, excluded.arguments)""".formatted(check, CHANGED))
                .param("run", run)
                .param("now", Definitions.time(now))
                .update();
        return changed
                + sql.sql("""
                DELETE FROM checks.finding_of_%1$d t WHERE subject = ANY (:subjects)
                   AND NOT EXISTS (SELECT 1 FROM checks.staging s WHERE s.run = :run AND s.subject = t.subject)""".formatted(check))
                        .param("run", run)
                        .param("subjects", subjects.toArray(String[]::new))
                        .update();
    }

    /** The same hash of what is staged. */
    String stagedHash(UUID run) {
        return sql.sql("SELECT " + HASH + " FROM checks.staging WHERE run = :run")
                .param("run", run)
                .query(String.class)
                .single();
    }

    /** How many of each status there are; the alarms by a digest. */
    Definition.Counts counts(int check) {
        return sql.sql("""
                SELECT count(*) FILTER (WHERE status = 'ok') AS ok, count(*) FILTER (WHERE status = 'alarm') AS alarm,
                       count(*) FILTER (WHERE status = 'skip') AS skip,
                       (SELECT coalesce(encode(sha256(convert_to(string_agg(
                                 concat_ws(' ', subject, reason, arguments::text), E'\\n' ORDER BY subject COLLATE "C"), 'UTF8')), 'hex'), '')
                          FROM checks.finding WHERE check_id = :check AND status = 'alarm') AS result
                  FROM checks.finding WHERE check_id = :check""")
                .param("check", check)
                .query((row, n) -> new Definition.Counts(
                        row.getInt("ok"), row.getInt("alarm"), row.getInt("skip"), row.getString("result")))
                .single();
    }

    /** Forgets all of a check. */
    int clear(int check) {
        return sql.sql("DELETE FROM checks.finding WHERE check_id = :check")
                .param("check", check)
                .update();
    }

    /** Empties the staging table, in which only who holds the engine's lock may have rows. */
    void clearStaging() {
        sql.sql("TRUNCATE checks.staging").update();
    }

    void clearStaging(UUID run) {
        sql.sql("DELETE FROM checks.staging WHERE run = :run").param("run", run).update();
    }
}
