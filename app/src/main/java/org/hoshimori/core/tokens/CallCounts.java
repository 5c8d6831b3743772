package org.hoshimori.core.tokens;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts within a minute how often somebody calls, at whatever node: the count is the database's. */
@Repository
class CallCounts {

    /** A token that is none is tried so often from one address and no more. */
    static final int MOST_WRONG = 30;

    private static final int KEPT = 10;

    private final JdbcClient sql;
    private final Clock clock;
    private final int most;

    CallCounts(JdbcClient sql, Clock clock, @Value("${hoshimori.api.calls-per-minute:600}") int most) {
        this.sql = sql;
        this.clock = clock;
        this.most = most;
    }

    /** Counts one more call of a token; false where it is one too many. */
    boolean allows(ApiToken token) {
        return counted(token.subject()) <= most;
    }

    /** Counts one more wrong token from an address; false where it is one too many. */
    boolean allowsWrong(String address) {
        return counted("address:" + address) <= MOST_WRONG;
    }

    /** Seconds until counting begins anew. */
    long pause() {
        return 60 - clock.instant().getEpochSecond() % 60;
    }

    private int counted(String caller) {
        return sql.sql("""
                INSERT INTO tokens.calls (caller, minute, number) VALUES (:caller, :minute, 1)
                ON CONFLICT (caller, minute) DO UPDATE SET number = tokens.calls.number + 1 RETURNING number""")
                .param("caller", caller)
                .param("minute", minute())
                .query(Integer.class)
                .single();
    }

    /** Forgets what is past. */
    void forget() {
        sql.sql("DELETE FROM tokens.calls WHERE minute < :then")
                .param("then", minute().minusMinutes(KEPT))
                .update();
    }

    private OffsetDateTime minute() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES);
    }
}
