package org.hoshimori.core.revision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.hoshimori.core.organization.DepartmentId;
import org.hoshimori.core.organization.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who has acknowledged which revision, and who of those who work here has not. */
@Repository
class AcknowledgementTable {

    private static final String MISSING = """
             FROM facts.person p
            WHERE :today BETWEEN p.joined_on AND coalesce(p.leaves_on, 'infinity')
              AND NOT EXISTS (SELECT 1 FROM revision.acknowledgement a WHERE a.revision = :revision AND a.person = p.id)
            """;

    private final JdbcClient sql;

    AcknowledgementTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** How far a department has come; {@code department} is null for those who belong to none. */
    record Progress(@Nullable DepartmentId department, int people, int acknowledged) {}

    /** False if it was there already. */
    boolean insert(int revision, PersonId person, Instant at, AcknowledgementEvent.Way way, String by) {
        return sql.sql("""
                INSERT INTO revision.acknowledgement (revision, person, at, way, entered_by)
                VALUES (:revision, :person, :at, :way, :by) ON CONFLICT DO NOTHING""")
                        .param("revision", revision)
                        .param("person", person.value())
                        .param("at", Drafts.at(at))
                        .param("way", way.code())
                        .param("by", by)
                        .update()
                == 1;
    }

    /** The latest revision that somebody has acknowledged. */
    OptionalInt last(PersonId person) {
        Integer last = sql.sql("SELECT max(revision) FROM revision.acknowledgement WHERE person = :person")
                .param("person", person.value())
                .query((row, n) -> row.getObject(1, Integer.class))
                .list()
                .getFirst();
        return last == null ? OptionalInt.empty() : OptionalInt.of(last);
    }

    /** Whether somebody works here and has not acknowledged a revision. */
    boolean misses(int revision, PersonId person, LocalDate today) {
        return sql.sql("SELECT EXISTS (SELECT 1" + MISSING + " AND p.id = :person)")
                .param("revision", revision)
                .param("today", today)
                .param("person", person.value())
                .query(Boolean.class)
                .single();
    }

    /** A page of those who have not, department by department. */
    List<PersonId> missing(int revision, LocalDate today, int most, int from) {
        return sql.sql("SELECT p.id" + MISSING + " ORDER BY p.department, p.staff_number LIMIT :most OFFSET :from")
                .param("revision", revision)
                .param("today", today)
                .param("most", most)
                .param("from", from)
                .query((row, n) -> new PersonId(row.getObject("id", UUID.class)))
                .list();
    }

    List<Progress> progress(int revision, LocalDate today) {
        return sql.sql("""
                SELECT p.department, count(*) AS people, count(a.person) AS acknowledged
                  FROM facts.person p LEFT JOIN facts.department d ON d.id = p.department
                  LEFT JOIN revision.acknowledgement a ON a.person = p.id AND a.revision = :revision
                 WHERE :today BETWEEN p.joined_on AND coalesce(p.leaves_on, 'infinity')
                 GROUP BY p.department, d.position ORDER BY d.position NULLS LAST, p.department""")
                .param("revision", revision)
                .param("today", today)
                .query((row, n) -> {
                    UUID department = row.getObject("department", UUID.class);
                    return new Progress(
                            department == null ? null : new DepartmentId(department),
                            row.getInt("people"),
                            row.getInt("acknowledged"));
                })
                .list();
    }
}
