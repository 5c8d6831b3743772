package org.hoshimori.chapters.backups;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts within a minute how often somebody reports, at whatever node. */
@Repository
class Calls {

    /** More than this many within a minute are refused. */
    static final int MOST = 60;

    private static final int KEPT = 10;

    private final JdbcClient sql;
    private final Clock clock;

    Calls(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Counts one more; false where it is one too many. */
    boolean allows(String caller) {
        OffsetDateTime minute =
                OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES);
        int number = sql.sql("""
                INSERT INTO backups.calls (caller, minute, number) VALUES (:caller, :minute, 1)
                ON CONFLICT (caller, minute) DO UPDATE SET number = backups.calls.number + 1 RETURNING number""")
                .param("caller", caller)
                .param("minute", minute)
                .query((row, n) -> row.getInt(1))
                .single();
        return number <= MOST;
    }

    /** Forgets what is past. */
    void forget() {
        sql.sql("DELETE FROM backups.calls WHERE minute < :then")
                .param("then", BackupPlanTable.time(clock.instant()).minusMinutes(KEPT))
                .update();
    }
}
