package org.hoshimori.core.hooks;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Webhooks in the database; their secrets are not there. */
@Repository
class WebhookTable {

    private final JdbcClient sql;

    WebhookTable(JdbcClient sql) {
        this.sql = sql;
    }

    void insert(Webhook webhook) {
        sql.sql(
                        "INSERT INTO hooks.webhook (id, name, address, acts, made_at) VALUES (:id, :name, :address, :acts, :at)")
                .param("id", webhook.id())
                .param("name", webhook.name())
                .param("address", webhook.address().toString())
                .param("acts", webhook.acts().toArray(String[]::new))
                .param("at", time(webhook.madeAt()))
                .update();
    }

    boolean end(UUID id, Instant now) {
        return sql.sql("UPDATE hooks.webhook SET ended_at = :now WHERE id = :id AND ended_at IS NULL")
                        .param("id", id)
                        .param("now", time(now))
                        .update()
                == 1;
    }

    /** Those that are told. */
    List<Webhook> open() {
        return sql.sql("SELECT * FROM hooks.webhook WHERE ended_at IS NULL ORDER BY made_at, id")
                .query(WebhookTable::webhook)
                .list();
    }

    Optional<Webhook> find(UUID id) {
        return find(List.of(id)).stream().findFirst();
    }

    List<Webhook> find(Collection<UUID> ids) {
        return sql.sql("SELECT * FROM hooks.webhook WHERE id = ANY (:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(WebhookTable::webhook)
                .list();
    }

    private static Webhook webhook(ResultSet row, int number) throws SQLException {
        return new Webhook(
                row.getObject("id", UUID.class),
                row.getString("name"),
                URI.create(row.getString("address")),
                Arrays.asList((String[]) row.getArray("acts").getArray()),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("ended_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    static OffsetDateTime time(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
