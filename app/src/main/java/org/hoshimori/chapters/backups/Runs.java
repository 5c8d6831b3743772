package org.hoshimori.chapters.backups;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.core.organization.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Runs and misses in the database. */
@Repository
class Runs {

    private static final int USUAL = 5;

    private final JdbcClient sql;

    Runs(JdbcClient sql) {
        this.sql = sql;
    }

    /** False if one is known under its key. */
    boolean insert(PlanId plan, Run run) {
        return sql.sql("""
                INSERT INTO backups.run (id, plan, key, ok, judged, begun_at, ended_at, bytes, note, way, reported_at, reported_by)
                VALUES (:id, :plan, :key, :ok, :judged, :begun, :ended, :bytes, :note, :way, :reported, :by)
                ON CONFLICT (plan, key) DO NOTHING""")
                        .param("id", run.id())
                        .param("plan", plan.value())
                        .param("key", run.key())
                        .param("ok", run.result().ok())
                        .param("judged", run.judged().code())
                        .param("begun", BackupPlanTable.time(run.result().begun()))
                        .param("ended", BackupPlanTable.time(run.result().ended()))
                        .param("bytes", run.result().bytes())
                        .param("note", run.result().note())
                        .param("way", run.way())
                        .param("reported", BackupPlanTable.time(run.reported()))
                        .param("by", run.by())
                        .update()
                == 1;
    }

    Optional<Run> find(PlanId plan, String key) {
        return sql.sql("SELECT * FROM backups.run WHERE plan = :plan AND key = :key")
                .param("plan", plan.value())
                .param("key", key)
                .query(Runs::run)
                .optional();
    }

    /**
     * Which runs somebody asks for.
     *
     * @param plan of which, or of any
     * @param run this one only
     * @param responsible of whose plans only
     */
    record Seen(Optional<UUID> plan, Optional<UUID> run, Optional<PersonId> responsible) {}

    private static final String SEEN = """
             FROM backups.run r JOIN backups.plan p ON p.id = r.plan
             WHERE (CAST(:plan AS uuid) IS NULL OR r.plan = CAST(:plan AS uuid))
               AND (CAST(:run AS uuid) IS NULL OR r.id = CAST(:run AS uuid))
               AND (CAST(:responsible AS uuid) IS NULL OR p.responsible = CAST(:responsible AS uuid))""";

    /** A page of them, the latest first. */
    List<RunTold> page(Seen seen, int most, long after) {
        return asked("SELECT r.*" + SEEN + " ORDER BY r.ended_at DESC, r.id LIMIT :most OFFSET :after", seen)
                .param("most", most)
                .param("after", after)
                .query((row, n) -> RunTold.of(row.getObject("plan", UUID.class), run(row, n)))
                .list();
    }

    /** How many there are of the same. */
    long count(Seen seen) {
        return asked("SELECT count(*)" + SEEN, seen).query(Long.class).single();
    }

    private JdbcClient.StatementSpec asked(String statement, Seen seen) {
        return sql.sql(statement)
                .param("plan", seen.plan().map(UUID::toString).orElse(null))
                .param("run", seen.run().map(UUID::toString).orElse(null))
                .param("responsible", seen.responsible().map(PersonId::toString).orElse(null));
    }

    /** The runs that ended last, the newest first. */
    List<Run> newest(PlanId plan, int most) {
        return sql.sql(
                        "SELECT * FROM backups.run WHERE plan = :plan ORDER BY ended_at DESC, reported_at DESC LIMIT :most")
                .param("plan", plan.value())
                .param("most", most)
                .query(Runs::run)
                .list();
    }

    /** When the last good one ended. */
    Optional<Instant> lastGood(PlanId plan) {
        return sql.sql("SELECT max(ended_at) FROM backups.run WHERE plan = :plan AND ok")
                .param("plan", plan.value())
                .query((row, n) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
                .single()
                .map(OffsetDateTime::toInstant);
    }

    /** How much the last good ones before an instant hold, the newest first. */
    List<Long> sizesBefore(PlanId plan, Instant ended) {
        return sql.sql("""
                SELECT bytes FROM backups.run WHERE plan = :plan AND judged = 'fine' AND bytes >= 0 AND ended_at < :ended
                 ORDER BY ended_at DESC LIMIT :most""")
                .param("plan", plan.value())
                .param("ended", BackupPlanTable.time(ended))
                .param("most", USUAL)
                .query((row, n) -> row.getLong(1))
                .list();
    }

    /** When those ended that ended after an instant. */
    List<Instant> endedAfter(PlanId plan, Instant after) {
        return sql.sql("SELECT ended_at FROM backups.run WHERE plan = :plan AND ended_at > :after ORDER BY ended_at")
                .param("plan", plan.value())
                .param("after", BackupPlanTable.time(after))
                .query((row, n) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .list();
    }

    /** False if it is noted already. */
    boolean miss(PlanId plan, Instant due, Instant now) {
        return sql.sql("""
                INSERT INTO backups.missed (plan, due_at, noted_at) VALUES (:plan, :due, :now)
                ON CONFLICT (plan, due_at) DO NOTHING""")
                        .param("plan", plan.value())
                        .param("due", BackupPlanTable.time(due))
                        .param("now", BackupPlanTable.time(now))
                        .update()
                == 1;
    }

    /** A run that came in late but had ended in time: what was noted is no miss. */
    void meet(Plan plan, Run run) {
        sql.sql("""
                UPDATE backups.missed SET met_by = :run
                 WHERE plan = :plan AND met_by IS NULL
                   AND due_at = (SELECT max(due_at) FROM backups.missed
                                  WHERE plan = :plan AND due_at <= CAST(:ended AS timestamptz) + :early * interval '1 minute')
                   AND :ended <= due_at + :grace * interval '1 minute'""")
                .param("run", run.id())
                .param("plan", plan.id().value())
                .param("ended", BackupPlanTable.time(run.result().ended()))
                .param("early", Timetable.EARLY.toMinutes())
                .param("grace", plan.timetable().grace().toMinutes())
                .update();
    }

    /** When the last one that is missing was due. */
    Optional<Instant> lastMissed(PlanId plan) {
        return sql.sql("SELECT max(due_at) FROM backups.missed WHERE plan = :plan AND met_by IS NULL")
                .param("plan", plan.value())
                .query((row, n) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
                .single()
                .map(OffsetDateTime::toInstant);
    }

    /** When those that are missing were due, the newest first. */
    List<Instant> missed(PlanId plan, int most) {
        return sql.sql(
                        "SELECT due_at FROM backups.missed WHERE plan = :plan AND met_by IS NULL ORDER BY due_at DESC LIMIT :most")
                .param("plan", plan.value())
                .param("most", most)
                .query((row, n) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .list();
    }

    private static Run run(ResultSet row, int number) throws SQLException {
        return new Run(
                row.getObject("id", UUID.class),
                row.getString("key"),
                new Result(
                        row.getBoolean("ok"),
                        row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                        row.getObject("ended_at", OffsetDateTime.class).toInstant(),
                        row.getLong("bytes"),
                        row.getString("note")),
                Run.Judged.of(row.getString("judged")),
                row.getObject("reported_at", OffsetDateTime.class).toInstant(),
                row.getString("way"),
                row.getString("reported_by"));
    }
}
