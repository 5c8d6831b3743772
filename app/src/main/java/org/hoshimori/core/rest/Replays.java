package org.hoshimori.core.rest;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import org.hoshimori.core.evidence.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What was answered to whom under which Idempotency-Key. The key is taken in the transaction of the act itself: who sends the same at
 * the same time waits for the first to end, and a server that dies leaves neither the act nor the key.
 */
@Repository
class Replays {

    private static final int HOURS = 48;

    private final JdbcClient sql;
    private final Clock clock;

    Replays(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** An answer that was given. */
    record Answer(
            int status, @Nullable String location, @Nullable String tag, String body) {}

    /** What is known of a key. */
    sealed interface Claim {
        /** It is new, and the caller's now. */
        record Fresh() implements Claim {}

        /** The same was asked before. */
        record Known(Answer answer) implements Claim {}

        /** Something else was asked under it. */
        record Other() implements Claim {}
    }

    /** Takes a key for what is asked. */
    Claim claim(Actor by, String key, byte[] asked) {
        int taken = sql.sql("""
                INSERT INTO rest.replay (caller, key, asked, asked_at) VALUES (:caller, :key, :asked, :now)
                ON CONFLICT (caller, key) DO NOTHING""")
                .param("caller", by.id())
                .param("key", key)
                .param("asked", asked)
                .param("now", now())
                .update();
        if (taken == 1) {
            return new Claim.Fresh();
        }
        return sql.sql(
                        "SELECT asked, status, location, tag, body FROM rest.replay WHERE caller = :caller AND key = :key")
                .param("caller", by.id())
                .param("key", key)
                .query((row, n) -> Arrays.equals(row.getBytes("asked"), asked)
                        ? new Claim.Known(new Answer(
                                row.getInt("status"),
                                row.getString("location"),
                                row.getString("tag"),
                                row.getString("body")))
                        : (Claim) new Claim.Other())
                .optional()
                .orElseGet(Claim.Other::new);
    }

    /** Keeps what was answered. */
    void keep(Actor by, String key, Answer answer) {
        sql.sql("""
                UPDATE rest.replay SET status = :status, location = :location, tag = :tag, body = :body
                 WHERE caller = :caller AND key = :key""")
                .param("caller", by.id())
                .param("key", key)
                .param("status", answer.status())
                .param("location", answer.location())
                .param("tag", answer.tag())
                .param("body", answer.body())
                .update();
    }

    /** Nothing was done: the key can be used again. */
    void release(Actor by, Optional<String> key) {
        key.ifPresent(k -> sql.sql("DELETE FROM rest.replay WHERE caller = :caller AND key = :key")
                .param("caller", by.id())
                .param("key", k)
                .update());
    }

    /** Forgets what nobody asks again. */
    void forget() {
        sql.sql("DELETE FROM rest.replay WHERE asked_at < :then")
                .param("then", now().minusHours(HOURS))
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
