package org.hoshimori.chapters.logs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Long work in the database, where every node sees how far it has come. */
@Repository
class WorkTable {

    private final JdbcClient sql;

    WorkTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** Enters it; false if there is some of its kind that has not ended. */
    boolean ask(Work work) {
        return sql.sql("""
                INSERT INTO logs.work (id, kind, state, asked_at, asked_by, from_day, until_day)
                VALUES (:id, :kind, 'asked', :at, :by, :from, :until)
                ON CONFLICT (kind) WHERE state IN ('asked', 'running') DO NOTHING""")
                        .param("id", work.id())
                        .param("kind", work.kind().code())
                        .param("at", time(work.askedAt()))
                        .param("by", work.askedBy())
                        .param("from", work.from())
                        .param("until", work.until())
                        .update()
                == 1;
    }

    /** Takes it up, once more after a node has died at it; empty if it has ended. */
    Optional<Work> begin(UUID id, Instant now) {
        int begun = sql.sql("""
                UPDATE logs.work SET state = 'running', begun_at = :now, done = 0
                 WHERE id = :id AND state IN ('asked', 'running')""").param("id", id).param("now", time(now)).update();
        return begun == 1 ? find(id) : Optional.empty();
    }

    /** Notes how far it has come; true if somebody wants it to end. */
    boolean progress(UUID id, int done, int total) {
        return sql.sql("UPDATE logs.work SET done = :done, total = :total WHERE id = :id RETURNING stop")
                .param("id", id)
                .param("done", done)
                .param("total", total)
                .query(Boolean.class)
                .single();
    }

    /** Notes that it shall end; what nobody has taken up has ended by that. */
    void stop(UUID id) {
        sql.sql("""
                UPDATE logs.work SET stop = true, state = CASE state WHEN 'asked' THEN 'cancelled' ELSE state END
                 WHERE id = :id AND state IN ('asked', 'running')""").param("id", id).update();
    }

    /** Notes how it ended; false if another node, which was thought dead, has ended it before. */
    boolean ended(UUID id, Work.State as, String failure, Instant now) {
        return sql.sql("""
                UPDATE logs.work SET state = :state, failure = :failure, ended_at = :now
                 WHERE id = :id AND state IN ('asked', 'running')""")
                        .param("id", id)
                        .param("state", as.code())
                        .param("failure", failure)
                        .param("now", time(now))
                        .update()
                == 1;
    }

    Optional<Work> find(UUID id) {
        return sql.sql("SELECT * FROM logs.work WHERE id = :id")
                .param("id", id)
                .query(WorkTable::work)
                .optional();
    }

    /** The newest of a kind. */
    Optional<Work> newest(Work.Kind kind) {
        return sql.sql("SELECT * FROM logs.work WHERE kind = :kind ORDER BY asked_at DESC LIMIT 1")
                .param("kind", kind.code())
                .query(WorkTable::work)
                .optional();
    }

    private static Work work(ResultSet row, int number) throws SQLException {
        return new Work(
                row.getObject("id", UUID.class),
                Work.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                Work.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getString("asked_by"),
                row.getObject("from_day", LocalDate.class),
                row.getObject("until_day", LocalDate.class),
                row.getInt("done"),
                row.getInt("total"),
                row.getString("failure"));
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
