package org.hoshimori.core.identity;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.hoshimori.core.organization.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Hashes of passwords and what their owners may do, in the database. */
@Repository
class Passwords {

    private final JdbcClient sql;
    private final Clock clock;

    Passwords(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    Optional<String> hash(PersonId person) {
        return sql.sql("SELECT hash FROM identity.password WHERE person = :person")
                .param("person", person.value())
                .query(String.class)
                .optional();
    }

    /**
     * When a password was set, and as what.
     *
     * @param privileged whether it was held against the rule of privileged accounts
     */
    record Since(Instant at, boolean privileged) {}

    Optional<Since> since(PersonId person) {
        return sql.sql("SELECT changed_at, privileged FROM identity.password WHERE person = :person")
                .param("person", person.value())
                .query((row, n) ->
                        new Since(row.getObject(1, OffsetDateTime.class).toInstant(), row.getBoolean(2)))
                .optional();
    }

    void set(PersonId person, String hash, boolean privileged) {
        sql.sql("""
                INSERT INTO identity.password (person, hash, changed_at, privileged)
                VALUES (:person, :hash, :now, :privileged)
                ON CONFLICT (person) DO UPDATE
                   SET hash = excluded.hash, changed_at = excluded.changed_at, privileged = excluded.privileged""")
                .param("person", person.value())
                .param("hash", hash)
                .param("privileged", privileged)
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }

    boolean any() {
        return sql.sql("SELECT EXISTS (SELECT 1 FROM identity.password)")
                .query(Boolean.class)
                .single();
    }

    /** Keeps the present password among those that may not come back until then. */
    void remember(PersonId person, Instant until) {
        sql.sql("""
                INSERT INTO identity.former_password (person, hash, until_at)
                SELECT person, hash, :until FROM identity.password WHERE person = :person""")
                .param("person", person.value())
                .param("until", OffsetDateTime.ofInstant(until, ZoneOffset.UTC))
                .update();
    }

    /** The present password and those that may not come back yet. */
    List<String> former(PersonId person) {
        return sql.sql("""
                SELECT hash FROM identity.former_password WHERE person = :person AND until_at > :now
                UNION ALL SELECT hash FROM identity.password WHERE person = :person""")
                .param("person", person.value())
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .query((row, n) -> row.getString(1))
                .list();
    }
}
