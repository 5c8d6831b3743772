package org.hoshimori.core.handovers;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.core.organization.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** By when what leavers hold will be handed over, where it was put off. */
@Repository
class Promises {

    private final JdbcClient sql;

    Promises(JdbcClient sql) {
        this.sql = sql;
    }

    /** When a leaver's things should have gone to somebody, if that was put off. */
    Optional<LocalDate> of(PersonId person) {
        return sql.sql("SELECT by_day FROM handovers.promise WHERE person = :person")
                .param("person", person.value())
                .query((row, n) -> row.getObject(1, LocalDate.class))
                .optional();
    }

    void make(PersonId person, LocalDate day) {
        sql.sql("""
                INSERT INTO handovers.promise (person, by_day) VALUES (:person, :day)
                ON CONFLICT (person) DO UPDATE SET by_day = excluded.by_day""").param("person", person.value()).param("day", day).update();
    }

    void keep(PersonId person) {
        sql.sql("DELETE FROM handovers.promise WHERE person = :person")
                .param("person", person.value())
                .update();
    }

    /** Who leaves or has left lately, and the last day of each. */
    Map<PersonId, LocalDate> leavers(LocalDate since) {
        Map<PersonId, LocalDate> leavers = new HashMap<>();
        sql.sql("SELECT id, leaves_on FROM facts.person WHERE leaves_on >= :since")
                .param("since", since)
                .query(row -> {
                    leavers.put(new PersonId(row.getObject(1, UUID.class)), row.getObject(2, LocalDate.class));
                });
        return leavers;
    }
}
