package org.hoshimori.core.duties;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.core.organization.PersonId;
import org.hoshimori.proof.Hash;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The secret addresses of people's calendars; only their hashes are kept. */
@Repository
class Feeds {

    private static final int BYTES = 24;

    private final JdbcClient sql;
    private final SecureRandom random = new SecureRandom();

    Feeds(JdbcClient sql) {
        this.sql = sql;
    }

    /** Makes somebody a new secret; the one before is void. */
    String renew(PersonId person, Instant now) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        sql.sql("""
                INSERT INTO duties.feed (person, secret, renewed_at) VALUES (:person, :secret, :now)
                ON CONFLICT (person) DO UPDATE SET secret = excluded.secret, renewed_at = excluded.renewed_at""")
                .param("person", person.value())
                .param("secret", hash(secret))
                .param("now", Tasks.time(now))
                .update();
        return secret;
    }

    void close(PersonId person) {
        sql.sql("DELETE FROM duties.feed WHERE person = :person")
                .param("person", person.value())
                .update();
    }

    Optional<Instant> since(PersonId person) {
        return sql.sql("SELECT renewed_at FROM duties.feed WHERE person = :person")
                .param("person", person.value())
                .query((row, n) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional();
    }

    Optional<PersonId> whose(String secret) {
        return sql.sql("SELECT person FROM duties.feed WHERE secret = :secret")
                .param("secret", hash(secret))
                .query((row, n) -> new PersonId(row.getObject(1, UUID.class)))
                .optional();
    }

    private static byte[] hash(String secret) {
        return Hash.sha256(secret.getBytes(StandardCharsets.UTF_8)).bytes();
    }
}
