package org.hoshimori.core.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.hoshimori.core.organization.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts attempts to log in, so that never more are tried than the regulation allows, however many come at once and at however
 * many nodes. An attempt takes a place first, and gives it back with its result; whoever finds all places taken waits.
 */
@Repository
@Transactional
class Attempts {

    /** Places that nobody gave back in this time (the process was killed) count as failures. */
    private static final Duration LOST = Duration.ofMinutes(1);

    private final JdbcClient sql;
    private final Clock clock;

    Attempts(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** What an attempt meets. */
    enum Place {
        /** It may be tried. */
        TAKEN,
        /** The account is locked. */
        LOCKED,
        /** All that may be tried are being tried. */
        WAIT
    }

    Place take(PersonId person, Door door, AccountRule rule) {
        return taken(person, door, rule) ? Place.TAKEN : otherwise(person, door, rule);
    }

    /**
     * In one statement, as nearly always, which holds up nobody where it does not succeed. That a place was taken need not outlast the
     * loss of power, which ends the attempt as well; its result does, so that the disk is waited for once, not twice.
     */
    private boolean taken(PersonId person, Door door, AccountRule rule) {
        OffsetDateTime now = now();
        return sql.sql("""
                UPDATE identity.attempts SET pending = pending + 1, since = :now
                 WHERE person = :person AND door = :door AND locked_until IS NULL AND failures + pending < :threshold
                   AND (pending = 0 OR since >= :lost) AND set_config('synchronous_commit', 'off', true) = 'off'""")
                        .param("person", person.value())
                        .param("door", door.code())
                        .param("now", now)
                        .param("threshold", rule.threshold())
                        .param("lost", now.minus(LOST))
                        .update()
                == 1;
    }

    private Place otherwise(PersonId person, Door door, AccountRule rule) {
        OffsetDateTime now = now();
        sql.sql("INSERT INTO identity.attempts (person, door) VALUES (:person, :door) ON CONFLICT DO NOTHING")
                .param("person", person.value())
                .param("door", door.code())
                .update();
        sql.sql("""
                UPDATE identity.attempts SET failures = failures + pending, pending = 0
                 WHERE person = :person AND door = :door AND pending > 0 AND since < :lost""")
                .param("person", person.value())
                .param("door", door.code())
                .param("lost", now.minus(LOST))
                .update();
        sql.sql("""
                UPDATE identity.attempts SET failures = 0, locked_until = NULL
                 WHERE person = :person AND door = :door AND locked_until <= :now""")
                .param("person", person.value())
                .param("door", door.code())
                .param("now", now)
                .update();
        int taken = sql.sql("""
                UPDATE identity.attempts SET pending = pending + 1, since = :now
                 WHERE person = :person AND door = :door AND locked_until IS NULL AND failures + pending < :threshold""")
                .param("person", person.value())
                .param("door", door.code())
                .param("now", now)
                .param("threshold", rule.threshold())
                .update();
        if (taken == 1) {
            return Place.TAKEN;
        }
        // A stricter revision may have lowered the threshold below what has failed already.
        int locked = sql.sql("""
                UPDATE identity.attempts SET locked_until = coalesce(locked_until, :until)
                 WHERE person = :person AND door = :door AND (locked_until IS NOT NULL OR failures >= :threshold)""")
                .param("person", person.value())
                .param("door", door.code())
                .param("until", now.plus(rule.locked()))
                .param("threshold", rule.threshold())
                .update();
        return locked == 1 ? Place.LOCKED : Place.WAIT;
    }

    void succeeded(PersonId person, Door door) {
        sql.sql(
                        "UPDATE identity.attempts SET pending = greatest(pending - 1, 0), failures = 0 WHERE person = :person AND door = :door")
                .param("person", person.value())
                .param("door", door.code())
                .update();
    }

    /** Until when the account is locked by this failure, if it is. */
    Optional<Instant> failed(PersonId person, Door door, AccountRule rule) {
        return sql.sql("""
                UPDATE identity.attempts
                   SET pending = greatest(pending - 1, 0), failures = failures + 1,
                       locked_until = CASE WHEN failures + 1 >= :threshold THEN coalesce(locked_until, :until) END
                 WHERE person = :person AND door = :door RETURNING locked_until""")
                .param("person", person.value())
                .param("door", door.code())
                .param("until", now().plus(rule.locked()))
                .param("threshold", rule.threshold())
                .query((row, n) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
                .single()
                .map(OffsetDateTime::toInstant);
    }

    /** Until when any door of it is locked now, if one is. */
    @Transactional(readOnly = true)
    Optional<Instant> lockedUntil(PersonId person) {
        return sql.sql("SELECT max(locked_until) FROM identity.attempts WHERE person = :person AND locked_until > :now")
                .param("person", person.value())
                .param("now", now())
                .query((row, n) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
                .single()
                .map(OffsetDateTime::toInstant);
    }

    void unlock(PersonId person) {
        sql.sql("UPDATE identity.attempts SET failures = 0, locked_until = NULL WHERE person = :person")
                .param("person", person.value())
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
