package org.hoshimori.core.organization;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Departments as a page lists them. */
@Repository
class DepartmentList {

    private final JdbcClient sql;

    DepartmentList(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * A line of the list.
     *
     * @param people how many belong to it on that day
     * @param headLeft whether its head does not work here any more
     */
    record Row(
            UUID id,
            String name,
            String nameEn,
            Optional<UUID> head,
            String headName,
            boolean headLeft,
            int people,
            Optional<LocalDate> closedOn) {
        /** Its name in a language, the Japanese one where there is no other. */
        public String nameIn(String language) {
            return language.equals("en") && !nameEn.isEmpty() ? nameEn : name;
        }
    }

    List<Row> rows(LocalDate day) {
        return sql.sql("""
                SELECT d.id, d.name, d.name_en, d.head, d.closed_on,
                       coalesce(h.family_name || ' ' || h.given_name, '') AS head_name,
                       coalesce(h.leaves_on < :day, false) AS head_left,
                       (SELECT count(*) FROM organization.person p
                         WHERE p.department = d.id AND :day BETWEEN p.joined_on AND coalesce(p.leaves_on, 'infinity')) AS people
                  FROM organization.department d LEFT JOIN organization.person h ON h.id = d.head
                 WHERE d.closed_on IS NULL OR d.closed_on >= :day
                 ORDER BY d.position, d.name""")
                .param("day", day)
                .query((row, n) -> new Row(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("name_en"),
                        Optional.ofNullable(row.getObject("head", UUID.class)),
                        row.getString("head_name").strip(),
                        row.getBoolean("head_left"),
                        row.getInt("people"),
                        Optional.ofNullable(row.getObject("closed_on", LocalDate.class))))
                .list();
    }
}
