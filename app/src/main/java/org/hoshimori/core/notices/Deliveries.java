package org.hoshimori.core.notices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.core.organization.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is to be sent and what became of it. */
@Repository
class Deliveries {

    /** After so many tries the administrator is told; it goes on being tried. */
    static final int MANY = 8;

    /** Rows of a page. */
    static final int PAGE = 30;

    /** Whoever has taken a delivery sends it within this time, or is dead. */
    static final Duration LEASE = Duration.ofMinutes(5);

    private static final String STUCK = "(state = 'undeliverable' OR (state = 'waiting' AND tries >= 8))";

    private final JdbcClient sql;

    Deliveries(JdbcClient sql) {
        this.sql = sql;
    }

    /** Which way something goes. */
    enum Route {
        MAIL,
        CHANNEL
    }

    /** What became of it, once nothing more will. */
    enum End {
        SENT,
        /** The other side will not have it. */
        UNDELIVERABLE,
        /** Whom it was for has left, or the administrator has taken it back. */
        WITHDRAWN,
        /** There is no mail server or no channel to send it to. */
        NO_ROUTE
    }

    /** Something to be sent. */
    record Delivery(
            UUID id,
            Route route,
            @Nullable PersonId person,
            boolean digest,
            Instant toldAt,
            Instant nextAt,
            int tries,
            String failure,
            boolean refused) {

        /** Whom a mail is for. */
        public Optional<PersonId> recipient() {
            return Optional.ofNullable(person);
        }
    }

    UUID mail(PersonId person, boolean digest, Instant now) {
        return insert(Route.MAIL, person.value(), digest, now);
    }

    UUID channel(Instant now) {
        return insert(Route.CHANNEL, null, false, now);
    }

    private UUID insert(Route route, @Nullable UUID person, boolean digest, Instant now) {
        UUID id = UUID.randomUUID();
        sql.sql("""
                INSERT INTO notices.delivery (id, route, person, digest, told_at, next_at)
                VALUES (:id, :route, :person, :digest, :now, :now)""")
                .param("id", id)
                .param("route", route.name().toLowerCase(Locale.ROOT))
                .param("person", person)
                .param("digest", digest)
                .param("now", time(now))
                .update();
        return id;
    }

    /** Takes the next that is due, for the time of the lease; nobody else has it then. */
    Optional<Delivery> take(Instant now) {
        return sql.sql("""
                UPDATE notices.delivery SET tries = tries + 1, next_at = :lease
                 WHERE id = (SELECT id FROM notices.delivery WHERE state = 'waiting' AND next_at <= :now
                              ORDER BY next_at LIMIT 1 FOR UPDATE SKIP LOCKED)
                RETURNING *""")
                .param("now", time(now))
                .param("lease", time(now.plus(LEASE)))
                .query(Deliveries::delivery)
                .optional();
    }

    void end(UUID id, End end, String failure, Instant now) {
        sql.sql("UPDATE notices.delivery SET state = :state, failure = nullif(:failure, ''), ended_at = :now"
                        + " WHERE id = :id AND state IN ('waiting', 'undeliverable')")
                .param("state", end.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .param("failure", failure)
                .param("now", time(now))
                .param("id", id)
                .update();
    }

    void again(UUID id, String failure, Instant next) {
        sql.sql("UPDATE notices.delivery SET next_at = :next, failure = :failure WHERE id = :id AND state = 'waiting'")
                .param("next", time(next))
                .param("failure", failure)
                .param("id", id)
                .update();
    }

    /** Tries at once what is stuck; false if it is not. */
    boolean tryNow(UUID id, Instant now) {
        return sql.sql(
                                "UPDATE notices.delivery SET state = 'waiting', next_at = :now, ended_at = NULL WHERE id = :id AND "
                                        + STUCK)
                        .param("now", time(now))
                        .param("id", id)
                        .update()
                == 1;
    }

    /** What is stuck, by its id. */
    Optional<Delivery> stuck(UUID id) {
        return sql.sql("SELECT * FROM notices.delivery WHERE id = :id AND " + STUCK)
                .param("id", id)
                .query(Deliveries::delivery)
                .optional();
    }

    /** What is stuck, the longest first. */
    List<Delivery> stuck(int page) {
        return sql.sql("SELECT * FROM notices.delivery WHERE " + STUCK
                        + " ORDER BY told_at, id LIMIT :limit OFFSET :offset")
                .param("limit", PAGE)
                .param("offset", (page - 1) * PAGE)
                .query(Deliveries::delivery)
                .list();
    }

    long stuck() {
        return sql.sql("SELECT count(*) FROM notices.delivery WHERE " + STUCK)
                .query(Long.class)
                .single();
    }

    private static Delivery delivery(ResultSet row, int number) throws SQLException {
        UUID person = row.getObject("person", UUID.class);
        String failure = row.getString("failure");
        return new Delivery(
                row.getObject("id", UUID.class),
                Route.valueOf(row.getString("route").toUpperCase(Locale.ROOT)),
                person == null ? null : new PersonId(person),
                row.getBoolean("digest"),
                row.getObject("told_at", OffsetDateTime.class).toInstant(),
                row.getObject("next_at", OffsetDateTime.class).toInstant(),
                row.getInt("tries"),
                failure == null ? "" : failure,
                row.getString("state").equals("undeliverable"));
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
