package org.hoshimori.core.organization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Departments in the database. */
@Repository
class Departments {

    private final JdbcClient sql;

    Departments(JdbcClient sql) {
        this.sql = sql;
    }

    List<Department> open() {
        return sql.sql("SELECT * FROM organization.department WHERE closed_on IS NULL ORDER BY position, name")
                .query(Departments::department)
                .list();
    }

    Optional<Department> find(DepartmentId id) {
        return sql.sql("SELECT * FROM organization.department WHERE id = :id")
                .param("id", id.value())
                .query(Departments::department)
                .optional();
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
