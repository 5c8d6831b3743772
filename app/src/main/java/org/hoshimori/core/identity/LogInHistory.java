package org.hoshimori.core.identity;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import org.hoshimori.core.organization.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who logged in or tried to, when and from where ({@code acc-4.a}), for the owner of the account to look at. */
@Repository
public class LogInHistory {

    /** As many as stand on a page. */
    public static final int PAGE = 20;

    private final JdbcClient sql;
    private final Clock clock;

    LogInHistory(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** An attempt that was tried. */
    public record Row(long id, ZonedDateTime at, Door door, boolean succeeded, Origin origin) {
        /** Code of the message that says what came of it. */
        public String outcome() {
            return "log-in." + door.code() + (succeeded ? ".right" : ".wrong");
        }
    }

    /** Notes that somebody came in at a door, or could not. */
    public void note(PersonId person, Door door, boolean succeeded, Origin origin) {
        sql.sql("""
                INSERT INTO identity.log_in (person, at, door, succeeded, address, agent, terminal)
                VALUES (:person, :at, :door, :succeeded, :address, :agent, :terminal)""")
                .param("person", person.value())
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("door", door.code())
                .param("succeeded", succeeded)
                .param("address", origin.address())
                .param("agent", origin.agent())
                .param("terminal", origin.terminal())
                .update();
    }

    /**
     * The newest first.
     *
     * @param before a row's id, to see those before it; 0 for the newest
     */
    public List<Row> page(PersonId person, long before) {
        return sql.sql("""
                SELECT * FROM identity.log_in WHERE person = :person AND (:before = 0 OR id < :before)
                 ORDER BY id DESC LIMIT :limit""")
                .param("person", person.value())
                .param("before", before)
                .param("limit", PAGE)
                .query((row, n) -> new Row(
                        row.getLong("id"),
                        row.getObject("at", OffsetDateTime.class).atZoneSameInstant(clock.getZone()),
                        Door.of(row.getString("door")),
                        row.getBoolean("succeeded"),
                        new Origin(row.getString("address"), row.getString("agent"), row.getString("terminal"))))
                .list();
    }
}
