package org.hoshimori.core.auditors;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.core.organization.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Auditors in the database; none is ever deleted. */
@Repository
class AuditorTable {

    static final int PAGE = 50;

    private final JdbcClient sql;

    AuditorTable(JdbcClient sql) {
        this.sql = sql;
    }

    void insert(Auditor auditor) {
        sql.sql("""
                INSERT INTO auditors.auditor
                  (id, name, organization, mail, language, starts_on, ends_on, reason, issued_by, issued_at)
                VALUES (:id, :name, :organization, :mail, :language, :from, :until, :reason, :by, :at)""")
                .param("id", auditor.id().value())
                .param("name", auditor.name())
                .param("organization", auditor.organization())
                .param("mail", auditor.mail())
                .param("language", auditor.language())
                .param("from", auditor.from())
                .param("until", auditor.until())
                .param("reason", auditor.reason())
                .param("by", auditor.issuedBy())
                .param("at", utc(auditor.issuedAt()))
                .update();
    }

    /** False if it has been ended. */
    boolean extend(PersonId id, LocalDate until) {
        return sql.sql("UPDATE auditors.auditor SET ends_on = :until WHERE id = :id AND ended_at IS NULL")
                        .param("id", id.value())
                        .param("until", until)
                        .update()
                == 1;
    }

    /** False if it was ended before. */
    boolean end(PersonId id, Instant at) {
        return sql.sql("UPDATE auditors.auditor SET ended_at = :at WHERE id = :id AND ended_at IS NULL")
                        .param("id", id.value())
                        .param("at", utc(at))
                        .update()
                == 1;
    }

    Optional<Auditor> find(PersonId id) {
        return sql.sql("SELECT * FROM auditors.auditor WHERE id = :id")
                .param("id", id.value())
                .query(AuditorTable::auditor)
                .optional();
    }

    /** Ids of auditors, also past ones, whose name or organisation holds the words. */
    List<PersonId> named(String words, int most) {
        return sql.sql(
                        "SELECT id FROM auditors.auditor WHERE strpos(lower(name || ' ' || organization), lower(:words)) > 0 LIMIT :most")
                .param("words", words)
                .param("most", most)
                .query((row, n) -> new PersonId(row.getObject("id", UUID.class)))
                .list();
    }

    List<Auditor> find(Collection<PersonId> ids) {
        return sql.sql("SELECT * FROM auditors.auditor WHERE id = ANY (:ids)")
                .param("ids", ids.stream().map(PersonId::value).toArray(UUID[]::new))
                .query(AuditorTable::auditor)
                .list();
    }

    /** The one who logs in with this address; whoever was ended does not. */
    Optional<Auditor> findByMail(String mail) {
        return sql.sql(
                        "SELECT * FROM auditors.auditor WHERE lower(mail) = lower(:mail) AND ended_at IS NULL ORDER BY ends_on DESC LIMIT 1")
                .param("mail", mail)
                .query(AuditorTable::auditor)
                .optional();
    }

    /** The latest first. */
    List<Auditor> page(int page) {
        return sql.sql("SELECT * FROM auditors.auditor ORDER BY issued_at DESC, id LIMIT " + PAGE + " OFFSET :offset")
                .param("offset", (page - 1) * PAGE)
                .query(AuditorTable::auditor)
                .list();
    }

    long count() {
        return sql.sql("SELECT count(*) FROM auditors.auditor")
                .query(Long.class)
                .single();
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static Auditor auditor(ResultSet row, int number) throws SQLException {
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return new Auditor(
                new PersonId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("organization"),
                row.getString("mail"),
                row.getString("language"),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                row.getString("reason"),
                row.getString("issued_by"),
                row.getObject("issued_at", OffsetDateTime.class).toInstant(),
                ended == null ? null : ended.toInstant());
    }
}
