package org.hoshimori.chapters.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.hoshimori.core.organization.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/**
 * The mail that somebody has just handed in, so that it can be looked at and reported; one a person, in the database, so that
 * any node can go on with it. It is gone once it is reported, put away or an hour old.
 */
@Repository
class HeldMails {

    static final Duration HELD = Duration.ofHours(1);
    private static final int LONGEST_NAME = 150;

    private final JdbcClient sql;
    private final Clock clock;

    HeldMails(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** What is held. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Held(String name, byte[] content) {}

    /** Removes what nobody has reported in time. */
    @Scheduled(fixedDelay = 300_000, initialDelay = 45_000)
    void tidy() {
        sql.sql("DELETE FROM mail.held WHERE held_at < :old")
                .param("old", OffsetDateTime.now(clock).minus(HELD))
                .update();
    }

    /** Holds a mail in the place of the one before. */
    void hold(PersonId person, String name, byte[] content) {
        sql.sql("""
                INSERT INTO mail.held (person, held_at, name, content) VALUES (:person, :at, :name, :content)
                ON CONFLICT (person) DO UPDATE SET held_at = excluded.held_at, name = excluded.name, content = excluded.content""")
                .param("person", person.value())
                .param("at", OffsetDateTime.now(clock))
                .param("name", name.substring(Math.max(0, name.length() - LONGEST_NAME)))
                .param("content", content)
                .update();
    }

    /** What this person has handed in within the hour. */
    Optional<Held> of(PersonId person) {
        return sql.sql("SELECT name, content FROM mail.held WHERE person = :person AND held_at >= :old")
                .param("person", person.value())
                .param("old", OffsetDateTime.now(clock).minus(HELD))
                .query((row, n) -> new Held(row.getString("name"), row.getBytes("content")))
                .optional();
    }

    void drop(PersonId person) {
        sql.sql("DELETE FROM mail.held WHERE person = :person")
                .param("person", person.value())
                .update();
    }
}
