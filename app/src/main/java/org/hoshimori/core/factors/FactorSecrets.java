package org.hoshimori.core.factors;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.hoshimori.core.organization.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Secrets of second factors in the database, sealed under a key that is not in it. */
@Repository
class FactorSecrets {

    private final JdbcClient sql;
    private final SecretBox box;
    private final Clock clock;

    FactorSecrets(JdbcClient sql, SecretBox box, Clock clock) {
        this.sql = sql;
        this.box = box;
        this.clock = clock;
    }

    boolean enrolled(PersonId person) {
        return sql.sql("SELECT EXISTS (SELECT 1 FROM factors.second_factor WHERE person = :person)")
                .param("person", person.value())
                .query(Boolean.class)
                .single();
    }

    /** The secret; empty if there is none, or the key that it was sealed under is lost. */
    Optional<byte[]> find(PersonId person) {
        return sql.sql("SELECT secret FROM factors.second_factor WHERE person = :person")
                .param("person", person.value())
                .query((row, n) -> row.getBytes(1))
                .optional()
                .flatMap(kept -> box.open(kept, person.toString()));
    }

    void keep(PersonId person, byte[] secret, long usedStep) {
        sql.sql("""
                INSERT INTO factors.second_factor (person, secret, last_step, since) VALUES (:person, :secret, :step, :now)
                ON CONFLICT (person) DO UPDATE
                   SET secret = excluded.secret, last_step = excluded.last_step, since = excluded.since""")
                .param("person", person.value())
                .param("secret", box.seal(secret, person.toString()))
                .param("step", usedStep)
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }

    /** False if this step or a later one was used before: of the same code at once at two doors, one counts. */
    boolean useStep(PersonId person, long step) {
        return sql.sql(
                                "UPDATE factors.second_factor SET last_step = :step WHERE person = :person AND last_step < :step")
                        .param("person", person.value())
                        .param("step", step)
                        .update()
                == 1;
    }

    void keepRecovery(PersonId person, List<String> codes) {
        sql.sql("DELETE FROM factors.recovery_code WHERE person = :person")
                .param("person", person.value())
                .update();
        for (String code : codes) {
            sql.sql("INSERT INTO factors.recovery_code (person, mac) VALUES (:person, :mac)")
                    .param("person", person.value())
                    .param("mac", mac(person, RecoveryCode.plain(code)))
                    .update();
        }
    }

    /** False if it is none of the person's, or was used before. */
    boolean useRecovery(PersonId person, String plain) {
        return sql.sql("DELETE FROM factors.recovery_code WHERE person = :person AND mac = :mac")
                        .param("person", person.value())
                        .param("mac", mac(person, plain))
                        .update()
                == 1;
    }

    private byte[] mac(PersonId person, String plain) {
        return box.fingerprint(plain, person.toString());
    }

    int recoveryCodes(PersonId person) {
        return sql.sql("SELECT count(*) FROM factors.recovery_code WHERE person = :person")
                .param("person", person.value())
                .query(Integer.class)
                .single();
    }

    /** False if there was none. */
    boolean forget(PersonId person) {
        return sql.sql("DELETE FROM factors.second_factor WHERE person = :person")
                        .param("person", person.value())
                        .update()
                == 1;
    }
}
