package org.hoshimori.core.hooks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What webhooks are to be told: written with the act, taken for a time before it is sent, noted as sent after. */
@Repository
class Outbox {

    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final int KEPT_DAYS = 30;

    private final JdbcClient sql;

    Outbox(JdbcClient sql) {
        this.sql = sql;
    }

    /** Something to tell. */
    record Delivery(UUID id, UUID webhook, String body, Instant toldAt, int tries) {}

    /** How much of a webhook waits, and how much could not be delivered. */
    record Count(long waiting, long undeliverable, String failure) {}

    /** Once under a key. */
    void add(UUID webhook, String key, UUID id, String body, Instant now) {
        sql.sql("""
                INSERT INTO hooks.delivery (id, webhook, key, body, told_at, next_at) VALUES (:id, :webhook, :key, :body, :now, :now)
                ON CONFLICT (webhook, key) DO NOTHING""")
                .param("id", id)
                .param("webhook", webhook)
                .param("key", key)
                .param("body", body)
                .param("now", WebhookTable.time(now))
                .update();
    }

    Optional<Delivery> take(Instant now) {
        return sql.sql("""
                UPDATE hooks.delivery SET tries = tries + 1, next_at = :lease
                 WHERE id = (SELECT id FROM hooks.delivery WHERE state = 'waiting' AND next_at <= :now
                              ORDER BY next_at LIMIT 1 FOR UPDATE SKIP LOCKED)
                RETURNING *""")
                .param("now", WebhookTable.time(now))
                .param("lease", WebhookTable.time(now.plus(LEASE)))
                .query(Outbox::delivery)
                .optional();
    }

    void end(UUID id, String state, String failure) {
        sql.sql("UPDATE hooks.delivery SET state = :state, failure = :failure WHERE id = :id")
                .param("id", id)
                .param("state", state)
                .param("failure", failure)
                .update();
    }

    void again(UUID id, String failure, Instant then) {
        sql.sql("UPDATE hooks.delivery SET failure = :failure, next_at = :then WHERE id = :id")
                .param("id", id)
                .param("failure", failure)
                .param("then", WebhookTable.time(then))
                .update();
    }

    /** Whoever is not told any more need not be told what waits. */
    void drop(UUID webhook) {
        sql.sql("UPDATE hooks.delivery SET state = 'dropped' WHERE webhook = :webhook AND state = 'waiting'")
                .param("webhook", webhook)
                .update();
    }

    Map<UUID, Count> counts(List<UUID> webhooks) {
        Map<UUID, Count> counts = new HashMap<>();
        sql.sql("""
                SELECT webhook, count(*) FILTER (WHERE state = 'waiting') AS waiting,
                       count(*) FILTER (WHERE state = 'undeliverable') AS undeliverable,
                       coalesce((array_agg(failure ORDER BY told_at DESC) FILTER (WHERE failure <> '' AND state <> 'sent'))[1], '') AS failure
                  FROM hooks.delivery WHERE webhook = ANY (:webhooks) GROUP BY webhook""").param("webhooks", webhooks.toArray(UUID[]::new)).query(row -> {
            counts.put(
                    row.getObject("webhook", UUID.class),
                    new Count(row.getLong("waiting"), row.getLong("undeliverable"), row.getString("failure")));
        });
        return counts;
    }

    /** Forgets what was delivered or dropped long ago. */
    void forget(Instant now) {
        sql.sql("DELETE FROM hooks.delivery WHERE state <> 'waiting' AND told_at < :then")
                .param("then", WebhookTable.time(now.minus(Duration.ofDays(KEPT_DAYS))))
                .update();
    }

    private static Delivery delivery(ResultSet row, int number) throws SQLException {
        return new Delivery(
                row.getObject("id", UUID.class),
                row.getObject("webhook", UUID.class),
                row.getString("body"),
                row.getObject("told_at", OffsetDateTime.class).toInstant(),
                row.getInt("tries"));
    }
}
