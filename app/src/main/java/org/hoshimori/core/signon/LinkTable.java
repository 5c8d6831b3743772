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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who here is who there: one identity a person. */
@Repository
class LinkTable {

    private final JdbcClient sql;
    private final Clock clock;

    LinkTable(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    Optional<Link> find(String issuer, String subject) {
        return sql.sql("SELECT * FROM signon.link WHERE issuer = :issuer AND subject = :subject")
                .param("issuer", issuer)
                .param("subject", subject)
                .query(this::link)
                .optional();
    }

    Optional<Link> of(PersonId person) {
        return sql.sql("SELECT * FROM signon.link WHERE person = :person")
                .param("person", person.value())
                .query(this::link)
                .optional();
    }

    List<Link> page(int most) {
        return sql.sql("SELECT * FROM signon.link ORDER BY mail, subject LIMIT :most")
                .param("most", most)
                .query(this::link)
                .list();
    }

    /** False if the person or the identity is linked already. */
    boolean insert(String issuer, String subject, PersonId person, String mail) {
        return sql.sql("""
                INSERT INTO signon.link (issuer, subject, person, mail, since)
                VALUES (:issuer, :subject, :person, :mail, :now) ON CONFLICT DO NOTHING""")
                        .param("issuer", issuer)
                        .param("subject", subject)
                        .param("person", person.value())
                        .param("mail", mail)
                        .param("now", now())
                        .update()
                == 1;
    }

    void used(PersonId person) {
        sql.sql("UPDATE signon.link SET last_used = :now WHERE person = :person")
                .param("now", now())
                .param("person", person.value())
                .update();
    }

    boolean delete(PersonId person) {
        return sql.sql("DELETE FROM signon.link WHERE person = :person")
                        .param("person", person.value())
                        .update()
                == 1;
    }

    private Link link(ResultSet row, int number) throws SQLException {
        return new Link(
                row.getString("issuer"),
                row.getString("subject"),
                new PersonId(row.getObject("person", UUID.class)),
                row.getString("mail"),
                row.getObject("since", OffsetDateTime.class).atZoneSameInstant(clock.getZone()),
                Optional.ofNullable(row.getObject("last_used", OffsetDateTime.class))
                        .map(used -> used.atZoneSameInstant(clock.getZone())));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
