package org.hoshimori.core.notices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.core.organization.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people were told. */
@Repository
class NoticeTable {

    static final int PAGE = 30;

    private final JdbcClient sql;

    NoticeTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** A notice that was told. */
    record Told(
            UUID id,
            String message,
            List<Argument> arguments,
            String address,
            Instant toldAt,
            Optional<Instant> readAt) {}

    boolean insert(UUID id, Notice notice, Instant now) {
        return insert(
                id,
                Optional.of(notice.person()),
                notice.key(),
                notice.message(),
                notice.arguments(),
                notice.address(),
                now);
    }

    boolean insert(
            UUID id,
            Optional<PersonId> person,
            String key,
            String message,
            List<Argument> arguments,
            String address,
            Instant now) {
        return sql.sql("""
                INSERT INTO notices.notice (id, person, key, message, arguments, address, told_at)
                VALUES (:id, :person, :key, :message, :arguments, :address, :now) ON CONFLICT DO NOTHING""")
                        .param("id", id)
                        .param("person", person.map(PersonId::value).orElse(null))
                        .param("key", key)
                        .param("message", message)
                        .param(
                                "arguments",
                                arguments.stream().map(Argument::kept).toArray(String[]::new))
                        .param("address", address)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void deliver(UUID id, UUID delivery) {
        sql.sql("UPDATE notices.notice SET delivery = :delivery WHERE id = :id")
                .param("delivery", delivery)
                .param("id", id)
                .update();
    }

    void gather(UUID id) {
        sql.sql("UPDATE notices.notice SET gathered = true WHERE id = :id")
                .param("id", id)
                .update();
    }

    /** Who has something to be told with the next digest. */
    List<PersonId> gathering() {
        return sql.sql("SELECT DISTINCT person FROM notices.notice WHERE gathered AND person IS NOT NULL")
                .query((row, n) -> new PersonId(row.getObject("person", UUID.class)))
                .list();
    }

    /** Puts what somebody has not read yet into a delivery; how much that is. */
    int putInto(UUID delivery, PersonId person) {
        int put = sql.sql("""
                UPDATE notices.notice SET delivery = :delivery, gathered = false
                 WHERE person = :person AND gathered AND read_at IS NULL""")
                .param("delivery", delivery)
                .param("person", person.value())
                .update();
        sql.sql(
                        "UPDATE notices.notice SET gathered = false WHERE person = :person AND gathered AND read_at IS NOT NULL")
                .param("person", person.value())
                .update();
        return put;
    }

    List<Told> in(UUID delivery) {
        return sql.sql("SELECT * FROM notices.notice WHERE delivery = :delivery ORDER BY told_at, id")
                .param("delivery", delivery)
                .query(NoticeTable::told)
                .list();
    }

    List<Told> page(PersonId person, int number) {
        return sql.sql("""
                SELECT * FROM notices.notice WHERE person = :person
                 ORDER BY told_at DESC, id LIMIT :limit OFFSET :offset""")
                .param("person", person.value())
                .param("limit", PAGE)
                .param("offset", (number - 1) * PAGE)
                .query(NoticeTable::told)
                .list();
    }

    long count(PersonId person) {
        return sql.sql("SELECT count(*) FROM notices.notice WHERE person = :person")
                .param("person", person.value())
                .query(Long.class)
                .single();
    }

    long unread(PersonId person) {
        return sql.sql("SELECT count(*) FROM notices.notice WHERE person = :person AND read_at IS NULL")
                .param("person", person.value())
                .query(Long.class)
                .single();
    }

    /** The newest that somebody has not read, with one more if there are more. */
    List<Told> unread(PersonId person, int most) {
        return sql.sql("""
                SELECT * FROM notices.notice WHERE person = :person AND read_at IS NULL
                 ORDER BY told_at DESC LIMIT :most""")
                .param("person", person.value())
                .param("most", most)
                .query(NoticeTable::told)
                .list();
    }

    /** Marks somebody's own notice as read; the address of its page. */
    Optional<String> read(UUID id, PersonId person, Instant now) {
        return sql.sql("""
                UPDATE notices.notice SET read_at = coalesce(read_at, :now) WHERE id = :id AND person = :person
                RETURNING address""")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .param("person", person.value())
                .query(String.class)
                .optional();
    }

    void readAll(PersonId person, Instant now) {
        sql.sql("UPDATE notices.notice SET read_at = :now WHERE person = :person AND read_at IS NULL")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("person", person.value())
                .update();
    }

    static Told told(ResultSet row, int number) throws SQLException {
        return new Told(
                row.getObject("id", UUID.class),
                row.getString("message"),
                Arrays.stream((String[]) row.getArray("arguments").getArray())
                        .map(Argument::read)
                        .toList(),
                row.getString("address"),
                row.getObject("told_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("read_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}
