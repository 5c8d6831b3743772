package org.hoshimori.core.posts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.core.organization.DepartmentId;
import org.hoshimori.core.organization.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Appointments in the database. */
@Repository
class Appointments {

    private final JdbcClient sql;

    Appointments(JdbcClient sql) {
        this.sql = sql;
    }

    /** Until the end of the transaction nobody else appoints to this post. */
    void lock(String post) {
        sql.sql("SELECT pg_advisory_xact_lock(hashtext('posts.post'), hashtext(:post))")
                .param("post", post)
                .query((row, n) -> 0)
                .list();
    }

    void insert(Appointment appointment) {
        bound(sql.sql("""
                INSERT INTO posts.appointment (id, post, department, holder, deputy, starts_on, ends_on)
                VALUES (:id, :post, :department, :holder, :deputy, :starts, :ends)"""), appointment)
                .param("post", appointment.post())
                .param("holder", appointment.holder().value())
                .param("starts", appointment.startsOn())
                .param(
                        "department",
                        appointment.inDepartment().map(DepartmentId::value).orElse(null))
                .update();
    }

    /** Writes deputy and last day; false if somebody else was quicker. */
    boolean update(Appointment appointment) {
        return bound(sql.sql("""
                UPDATE posts.appointment SET deputy = :deputy, ends_on = :ends, version = version + 1
                 WHERE id = :id AND version = :version"""), appointment)
                        .param("version", appointment.version())
                        .update()
                == 1;
    }

    private static JdbcClient.StatementSpec bound(JdbcClient.StatementSpec statement, Appointment appointment) {
        return statement
                .param("id", appointment.id().value())
                .param("deputy", appointment.deputised().map(PersonId::value).orElse(null))
                .param("ends", appointment.endsOn());
    }

    Optional<Appointment> find(AppointmentId id) {
        return sql.sql("SELECT * FROM posts.appointment WHERE id = :id")
                .param("id", id.value())
                .query(Appointments::appointment)
                .optional();
    }

    /** Whether another appointment to the same post, in the same department, shares a day with this one. */
    boolean overlaps(Appointment appointment) {
        return sql.sql("""
                SELECT EXISTS (SELECT 1 FROM posts.appointment
                                WHERE post = :post AND department IS NOT DISTINCT FROM CAST(:department AS uuid) AND id <> :id
                                  AND daterange(starts_on, ends_on, '[]')
                                      && daterange(:starts, CAST(:ends AS date), '[]'))""")
                .param("post", appointment.post())
                .param(
                        "department",
                        appointment.inDepartment().map(DepartmentId::value).orElse(null))
                .param("id", appointment.id().value())
                .param("starts", appointment.startsOn())
                .param("ends", appointment.endsOn())
                .query(Boolean.class)
                .single();
    }

    /** All appointments to a post, the latest first. */
    List<Appointment> of(String post) {
        return sql.sql("SELECT * FROM posts.appointment WHERE post = :post ORDER BY starts_on DESC, id")
                .param("post", post)
                .query(Appointments::appointment)
                .list();
    }

    /** Appointments that hold on a day, whose holders work here then. */
    List<Appointment> on(LocalDate day) {
        return sql.sql("""
                SELECT a.* FROM posts.appointment a JOIN facts.person p ON p.id = a.holder
                 WHERE :day BETWEEN a.starts_on AND coalesce(a.ends_on, 'infinity')
                   AND :day BETWEEN p.joined_on AND coalesce(p.leaves_on, 'infinity')
                 ORDER BY a.starts_on, a.id""").param("day", day).query(Appointments::appointment).list();
    }

    /** Appointments of somebody, as holder or deputy, that hold on a day. */
    List<Appointment> of(PersonId person, LocalDate day) {
        return sql.sql("""
                SELECT * FROM posts.appointment
                 WHERE (holder = :person OR deputy = :person)
                   AND :day BETWEEN starts_on AND coalesce(ends_on, 'infinity')
                   AND EXISTS (SELECT 1 FROM facts.person
                                WHERE id = :person AND :day BETWEEN joined_on AND coalesce(leaves_on, 'infinity'))
                 ORDER BY post, starts_on""")
                .param("person", person.value())
                .param("day", day)
                .query(Appointments::appointment)
                .list();
    }

    /** All that these hold, ever. */
    List<Appointment> of(UUID[] holders) {
        return sql.sql("SELECT * FROM posts.appointment WHERE holder = ANY (:holders) ORDER BY post, starts_on")
                .param("holders", holders)
                .query(Appointments::appointment)
                .list();
    }

    /** Those in which somebody stands in on a day or later. */
    List<Appointment> deputisedBy(PersonId deputy, LocalDate from) {
        return sql.sql("""
                SELECT * FROM posts.appointment
                 WHERE deputy = :deputy AND coalesce(ends_on, 'infinity') >= :from ORDER BY post, starts_on""")
                .param("deputy", deputy.value())
                .param("from", from)
                .query(Appointments::appointment)
                .list();
    }

    /** Whether the same person holds the same post already on one of these days. */
    boolean holds(Appointment appointment) {
        return overlaps(appointment)
                && of(new UUID[] {appointment.holder().value()}).stream()
                        .anyMatch(a -> a.post().equals(appointment.post())
                                && a.inDepartment().equals(appointment.inDepartment())
                                && a.lastDay()
                                        .filter(appointment.startsOn()::isAfter)
                                        .isEmpty());
    }

    /** Gives one that has not begun to somebody else. */
    Appointment pass(Appointment appointment, PersonId to, @Nullable PersonId deputy) {
        return sql.sql("""
                UPDATE posts.appointment SET holder = :to, deputy = :deputy, version = version + 1 WHERE id = :id
                RETURNING *""")
                .param("to", to.value())
                .param("deputy", deputy == null ? null : deputy.value())
                .param("id", appointment.id().value())
                .query(Appointments::appointment)
                .single();
    }

    private static Appointment appointment(ResultSet row, int number) throws SQLException {
        UUID department = row.getObject("department", UUID.class);
        UUID deputy = row.getObject("deputy", UUID.class);
        return new Appointment(
                new AppointmentId(row.getObject("id", UUID.class)),
                row.getString("post"),
                department == null ? null : new DepartmentId(department),
                new PersonId(row.getObject("holder", UUID.class)),
                deputy == null ? null : new PersonId(deputy),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                row.getInt("version"));
    }
}
