package org.hoshimori.core.signon;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.core.organization.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who was not let in: one row an identity, however often it knocks. */
@Repository
class KnockTable {

    private final JdbcClient sql;
    private final Clock clock;

    KnockTable(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** What came of noting it. */
    record Noted(UUID id, boolean first) {}

    Noted note(Claims claims, Knock.Why why, @Nullable PersonId person) {
        return sql.sql("""
                INSERT INTO signon.knock (id, issuer, subject, mail, name, why, person, first_at, last_at)
                VALUES (:id, :issuer, :subject, :mail, :name, :why, :person, :now, :now)
                ON CONFLICT (issuer, subject) DO UPDATE
                   SET mail = excluded.mail, name = excluded.name, person = excluded.person, last_at = excluded.last_at,
                       times = knock.times + 1, why = excluded.why, state = CASE WHEN knock.state = 'accepted' THEN 'open' ELSE knock.state END
                RETURNING id, times = 1 AS first""")
                .param("id", UUID.randomUUID())
                .param("issuer", claims.issuer())
                .param("subject", claims.subject())
                .param("mail", claims.mail())
                .param("name", claims.name())
                .param("why", why.code())
                .param("person", person == null ? null : person.value(), java.sql.Types.OTHER)
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .query((row, n) -> new Noted(row.getObject("id", UUID.class), row.getBoolean("first")))
                .single();
    }

    List<Knock> open(int most) {
        return sql.sql("SELECT * FROM signon.knock WHERE state = 'open' ORDER BY last_at DESC, id LIMIT :most")
                .param("most", most)
                .query(this::knock)
                .list();
    }

    int count() {
        return sql.sql("SELECT count(*) FROM signon.knock WHERE state = 'open'")
                .query(Integer.class)
                .single();
    }

    Optional<Knock> find(UUID id) {
        return sql.sql("SELECT * FROM signon.knock WHERE id = :id AND state = 'open'")
                .param("id", id)
                .query(this::knock)
                .optional();
    }

    /** False if it was closed meanwhile. */
    boolean close(UUID id, String state) {
        return sql.sql("UPDATE signon.knock SET state = :state WHERE id = :id AND state = 'open'")
                        .param("state", state)
                        .param("id", id)
                        .update()
                == 1;
    }

    private Knock knock(ResultSet row, int number) throws SQLException {
        return new Knock(
                row.getObject("id", UUID.class),
                row.getString("issuer"),
                row.getString("subject"),
                row.getString("mail"),
                row.getString("name"),
                Knock.Why.of(row.getString("why")),
                Optional.ofNullable(row.getObject("person", UUID.class)).map(PersonId::new),
                row.getObject("first_at", OffsetDateTime.class).atZoneSameInstant(clock.getZone()),
                row.getObject("last_at", OffsetDateTime.class).atZoneSameInstant(clock.getZone()),
                row.getInt("times"));
    }
}
