package org.hoshimori.core.grants;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.core.organization.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Grants in the database; none is ever deleted. */
@Repository
class GrantTable {

    static final int PAGE = 50;

    private static final String IN_FORCE =
            "withdrawn_at IS NULL AND starts_on <= :today AND coalesce(ends_on, :today) >= :today";

    private final JdbcClient sql;

    GrantTable(JdbcClient sql) {
        this.sql = sql;
    }

    void insert(Grant grant) {
        sql.sql("""
                INSERT INTO grants.named_grant (id, person, permission, starts_on, ends_on, reason, granted_by, granted_at)
                VALUES (:id, :person, :permission, :from, :until, :reason, :by, :at)""")
                .param("id", grant.id())
                .param("person", grant.person().value())
                .param("permission", grant.permission().code())
                .param("from", grant.from())
                .param("until", grant.until())
                .param("reason", grant.reason())
                .param("by", grant.grantedBy())
                .param("at", OffsetDateTime.ofInstant(grant.grantedAt(), ZoneOffset.UTC))
                .update();
    }

    /** False if it was withdrawn already. */
    boolean withdraw(UUID id, Instant at, String by) {
        return sql.sql("""
                UPDATE grants.named_grant SET withdrawn_at = :at, withdrawn_by = :by
                 WHERE id = :id AND withdrawn_at IS NULL""")
                        .param("id", id)
                        .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                        .param("by", by)
                        .update()
                == 1;
    }

    List<Permission> inForce(PersonId person, LocalDate today) {
        return sql.sql("SELECT DISTINCT permission FROM grants.named_grant WHERE person = :person AND " + IN_FORCE)
                .param("person", person.value())
                .param("today", today)
                .query((row, n) -> Permission.of(row.getString(1)))
                .list();
    }

    /** Everybody to whom something is granted on this day. */
    List<PersonId> holders(LocalDate today) {
        return sql.sql("SELECT DISTINCT person FROM grants.named_grant WHERE " + IN_FORCE)
                .param("today", today)
                .query((row, n) -> new PersonId(row.getObject("person", UUID.class)))
                .list();
    }

    Optional<Grant> find(UUID id) {
        return sql.sql("SELECT * FROM grants.named_grant WHERE id = :id")
                .param("id", id)
                .query(GrantTable::grant)
                .optional();
    }

    /** All of somebody's, also those that are over, the latest first. */
    List<Grant> of(PersonId person) {
        return sql.sql(
                        "SELECT * FROM grants.named_grant WHERE person = :person ORDER BY granted_at DESC, permission LIMIT 200")
                .param("person", person.value())
                .query(GrantTable::grant)
                .list();
    }

    /** Those of everybody in force or coming, or over; the latest first. */
    List<Grant> page(boolean over, LocalDate today, int page) {
        return filtered("SELECT *", over, today)
                .param("offset", (page - 1) * PAGE)
                .query(GrantTable::grant)
                .list();
    }

    long count(boolean over, LocalDate today) {
        return sql.sql("SELECT count(*) FROM grants.named_grant" + where())
                .param("over", over)
                .param("today", today)
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec filtered(String select, boolean over, LocalDate today) {
        return sql.sql(select + " FROM grants.named_grant" + where()
                        + " ORDER BY granted_at DESC, permission, id LIMIT " + PAGE + " OFFSET :offset")
                .param("over", over)
                .param("today", today);
    }

    private static String where() {
        return " WHERE :over = (withdrawn_at IS NOT NULL OR coalesce(ends_on, :today) < :today)";
    }

    private static Grant grant(ResultSet row, int number) throws SQLException {
        OffsetDateTime withdrawn = row.getObject("withdrawn_at", OffsetDateTime.class);
        return new Grant(
                row.getObject("id", UUID.class),
                new PersonId(row.getObject("person", UUID.class)),
                Permission.of(row.getString("permission")),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                row.getString("reason"),
                row.getString("granted_by"),
                row.getObject("granted_at", OffsetDateTime.class).toInstant(),
                withdrawn == null ? null : withdrawn.toInstant(),
                row.getString("withdrawn_by"));
    }
}
