package org.hoshimori.core.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is known of each backup, newest first. */
@Repository
class BackupLog {

    static final int PAGE = 30;

    private final JdbcClient sql;

    BackupLog(JdbcClient sql) {
        this.sql = sql;
    }

    /** How a backup went. */
    enum State {
        RUNNING,
        MADE,
        FAILED,
        CANCELLED
    }

    /**
     * A backup.
     *
     * @param failure a message code, after it and a colon perhaps the system's own words
     */
    record Backup(
            UUID id,
            Instant begunAt,
            String begunBy,
            State state,
            String file,
            long bytes,
            @Nullable String sha256,
            @Nullable String failure,
            boolean removed) {

        /** Whether there should be a file. */
        public boolean there() {
            return state == State.MADE && !removed;
        }
    }

    List<Backup> page(int number) {
        return sql.sql("SELECT * FROM exchange.backup ORDER BY begun_at DESC, id LIMIT :limit OFFSET :offset")
                .param("limit", PAGE)
                .param("offset", (number - 1) * PAGE)
                .query(BackupLog::backup)
                .list();
    }

    long count() {
        return sql.sql("SELECT count(*) FROM exchange.backup").query(Long.class).single();
    }

    Optional<Backup> find(UUID id) {
        return sql.sql("SELECT * FROM exchange.backup WHERE id = :id")
                .param("id", id)
                .query(BackupLog::backup)
                .optional();
    }

    /** The newest of this state. */
    Optional<Backup> newest(State state) {
        return sql.sql("SELECT * FROM exchange.backup WHERE state = :state ORDER BY begun_at DESC LIMIT 1")
                .param("state", code(state))
                .query(BackupLog::backup)
                .optional();
    }

    /** The one begun last. */
    Optional<Backup> last() {
        return sql.sql("SELECT * FROM exchange.backup ORDER BY begun_at DESC LIMIT 1")
                .query(BackupLog::backup)
                .optional();
    }

    /** Those whose files are kept beyond so many. */
    List<Backup> beyond(int keep) {
        return sql.sql("""
                SELECT * FROM exchange.backup WHERE state = 'made' AND removed_at IS NULL
                 ORDER BY begun_at DESC OFFSET :keep""").param("keep", keep).query(BackupLog::backup).list();
    }

    /** False if another is running. */
    boolean begin(UUID id, Instant now, String by, String file) {
        return sql.sql("""
                INSERT INTO exchange.backup (id, begun_at, begun_by, state, file)
                VALUES (:id, :now, :by, 'running', :file) ON CONFLICT (state) WHERE state = 'running' DO NOTHING""")
                        .param("id", id)
                        .param("now", time(now))
                        .param("by", by)
                        .param("file", file)
                        .update()
                == 1;
    }

    void made(BackingUp.Made made, Instant now) {
        sql.sql("UPDATE exchange.backup SET state = 'made', ended_at = :now, bytes = :bytes, sha256 = :sha256"
                        + " WHERE id = :id")
                .param("now", time(now))
                .param("bytes", made.bytes())
                .param("sha256", made.sha256())
                .param("id", made.id())
                .update();
    }

    void ended(UUID id, State state, String failure, Instant now) {
        sql.sql("UPDATE exchange.backup SET state = :state, ended_at = :now, failure = :failure WHERE id = :id")
                .param("state", code(state))
                .param("now", time(now))
                .param("failure", failure)
                .param("id", id)
                .update();
    }

    void removed(UUID id, Instant now) {
        sql.sql("UPDATE exchange.backup SET removed_at = :now WHERE id = :id")
                .param("now", time(now))
                .param("id", id)
                .update();
    }

    private static Backup backup(ResultSet row, int number) throws SQLException {
        return new Backup(
                row.getObject("id", UUID.class),
                row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                row.getString("begun_by"),
                State.valueOf(row.getString("state").toUpperCase(java.util.Locale.ROOT)),
                row.getString("file"),
                row.getLong("bytes"),
                row.getString("sha256"),
                row.getString("failure"),
                row.getObject("removed_at") != null);
    }

    private static String code(State state) {
        return state.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
