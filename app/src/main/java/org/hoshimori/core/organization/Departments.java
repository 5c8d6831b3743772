package org.hoshimori.core.organization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.core.storage.Bigrams;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Departments in the database. */
@Repository
class Departments {

    private final JdbcClient sql;

    Departments(JdbcClient sql) {
        this.sql = sql;
    }

    /** Those that are there today, and those that will close later. */
    List<Department> open(LocalDate today) {
        return sql.sql("""
                SELECT * FROM organization.department WHERE closed_on IS NULL OR closed_on >= :today
                 ORDER BY position, name""").param("today", today).query(Departments::department).list();
    }

    List<Department> all() {
        return sql.sql("SELECT * FROM organization.department ORDER BY position, name")
                .query(Departments::department)
                .list();
    }

    Optional<Department> find(DepartmentId id) {
        return sql.sql("SELECT * FROM organization.department WHERE id = :id")
                .param("id", id.value())
                .query(Departments::department)
                .optional();
    }

    List<Department> find(Collection<DepartmentId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return sql.sql("SELECT * FROM organization.department WHERE id = ANY (:ids)")
                .param("ids", ids.stream().map(DepartmentId::value).toArray(UUID[]::new))
                .query(Departments::department)
                .list();
    }

    /** Open departments that these lead. */
    List<Department> ledBy(UUID[] heads) {
        return sql.sql(
                        "SELECT * FROM organization.department WHERE head = ANY (:heads) AND closed_on IS NULL ORDER BY position")
                .param("heads", heads)
                .query(Departments::department)
                .list();
    }

    /** Ids of those, also closed ones, whose name in either language holds the words. */
    List<DepartmentId> named(String words, int most) {
        return sql.sql("""
                SELECT id FROM organization.department
                 WHERE strpos(lower(name || ' ' || name_en), :words) > 0 LIMIT :most""")
                .param("words", Bigrams.folded(words).strip())
                .param("most", most)
                .query((row, n) -> new DepartmentId(row.getObject("id", UUID.class)))
                .list();
    }

    /** Until the end of the transaction nobody else opens, renames or closes one. */
    void lock() {
        sql.sql("SELECT pg_advisory_xact_lock(hashtext('organization.department'))")
                .query((row, n) -> 0)
                .list();
    }

    boolean nameTaken(Department department) {
        return sql.sql("""
                SELECT EXISTS (SELECT 1 FROM organization.department
                                WHERE name = :name AND id <> :id AND closed_on IS NULL)""")
                .param("name", department.name())
                .param("id", department.id().value())
                .query(Boolean.class)
                .single();
    }

    void insert(Department department) {
        bound(sql.sql("""
                INSERT INTO organization.department (id, name, name_en, position, head)
                VALUES (:id, :name, :nameEn, :position, :head)"""), department).update();
    }

    /** False if somebody else was quicker. */
    boolean update(Department department) {
        return bound(sql.sql("""
                UPDATE organization.department
                   SET name = :name, name_en = :nameEn, position = :position, head = :head, version = version + 1
                 WHERE id = :id AND version = :version"""), department)
                        .param("version", department.version())
                        .update()
                == 1;
    }

    void close(DepartmentId id, LocalDate lastDay) {
        sql.sql("UPDATE organization.department SET closed_on = :day, version = version + 1 WHERE id = :id")
                .param("id", id.value())
                .param("day", lastDay)
                .update();
    }

    /** How many people belong to it after this day. */
    int peopleAfter(DepartmentId id, LocalDate day) {
        return sql.sql("""
                SELECT count(*) FROM organization.person
                 WHERE department = :id AND (leaves_on IS NULL OR leaves_on > :day)""")
                .param("id", id.value())
                .param("day", day)
                .query(Integer.class)
                .single();
    }

    private static JdbcClient.StatementSpec bound(JdbcClient.StatementSpec statement, Department department) {
        return statement
                .param("id", department.id().value())
                .param("name", department.name())
                .param("nameEn", department.nameEn())
                .param("position", department.position())
                .param("head", department.ledBy().map(PersonId::value).orElse(null));
    }

    private static Department department(ResultSet row, int number) throws SQLException {
        UUID head = row.getObject("head", UUID.class);
        return new Department(
                new DepartmentId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("name_en"),
                row.getInt("position"),
                head == null ? null : new PersonId(head),
                row.getObject("closed_on", LocalDate.class),
                row.getInt("version"));
    }
}
