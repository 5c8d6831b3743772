package org.hoshimori.core.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.core.sheets.Entry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far imports have come, for every node to see; beside the transaction in which they write. */
@Repository
class UploadProgress {

    /** An import that has been silent for so long has died with its node, and has written nothing. */
    private static final Duration SILENT = Duration.ofMinutes(1);

    private final JdbcClient sql;
    private final Clock clock;

    UploadProgress(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Why an import has written nothing. */
    enum Failure {
        /** A row can't be written. */
        STOPPED,
        /** Somebody has cancelled it. */
        CANCELLED,
        /** It came to an end that nobody foresaw. */
        BROKEN
    }

    /** How far one has come: rows looked at or written, of so many. */
    record Progress(boolean running, int done, int all, Optional<Failure> failure, List<Entry.Fault> faults) {

        /** From 0 to 99. */
        public int percent() {
            return all == 0 ? 0 : (int) Math.min(99, done * 100L / all);
        }
    }

    /** False if it is under way, or over, already. */
    boolean begin(UUID id, int rows) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        return sql.sql("""
                UPDATE exchange.upload
                   SET beat_at = :now, rows_done = 0, rows_all = :rows, cancelled = false, failure = NULL, fault_at = NULL,
                       fault_code = NULL, fault_arguments = NULL
                 WHERE id = :id AND content IS NOT NULL AND (beat_at IS NULL OR beat_at < :silent)""")
                        .param("id", id)
                        .param("rows", rows)
                        .param("now", now)
                        .param("silent", now.minus(SILENT))
                        .update()
                == 1;
    }

    /** Whether it may go on; notes how far it is. */
    boolean goesOn(UUID id, int done) {
        return sql.sql("""
                UPDATE exchange.upload SET rows_done = :done, beat_at = :now WHERE id = :id AND NOT cancelled""")
                        .param("id", id)
                        .param("done", done)
                        .param("now", OffsetDateTime.now(clock))
                        .update()
                == 1;
    }

    void cancel(UUID id) {
        sql.sql("UPDATE exchange.upload SET cancelled = true WHERE id = :id AND beat_at IS NOT NULL")
                .param("id", id)
                .update();
    }

    void failed(UUID id, Failure why, Optional<Entry.Fault> fault) {
        sql.sql("""
                UPDATE exchange.upload
                   SET beat_at = NULL, failure = :why, fault_at = :at, fault_code = :code, fault_arguments = :arguments
                 WHERE id = :id""")
                .param("id", id)
                .param("why", why.name().toLowerCase(java.util.Locale.ROOT))
                .param("at", fault.map(Entry.Fault::at).orElse(null))
                .param("code", fault.map(Entry.Fault::code).orElse(null))
                .param(
                        "arguments",
                        fault.map(f -> f.arguments().toArray(String[]::new)).orElse(null))
                .update();
    }

    Progress of(UUID id) {
        return sql.sql("""
                SELECT content IS NOT NULL AND beat_at IS NOT NULL AS begun, beat_at >= :silent AS alive, rows_done, rows_all, failure,
                       fault_at, fault_code, fault_arguments
                  FROM exchange.upload WHERE id = :id""")
                .param("id", id)
                .param("silent", OffsetDateTime.now(clock).minus(SILENT))
                .query(UploadProgress::progress)
                .single();
    }

    private static Progress progress(ResultSet row, int number) throws SQLException {
        boolean begun = row.getBoolean("begun");
        boolean alive = row.getBoolean("alive");
        String failure = row.getString("failure");
        String code = row.getString("fault_code");
        return new Progress(
                begun && alive,
                row.getInt("rows_done"),
                row.getInt("rows_all"),
                begun && !alive
                        ? Optional.of(Failure.BROKEN)
                        : Optional.ofNullable(failure).map(f -> Failure.valueOf(f.toUpperCase(java.util.Locale.ROOT))),
                code == null
                        ? List.of()
                        : List.of(new Entry.Fault(row.getString("fault_at"), code, List.of((String[])
                                row.getArray("fault_arguments").getArray()))));
    }
}
