package org.hoshimori.core.duties;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hoshimori.core.organization.DepartmentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Pages of duties: filtered, sorted and counted in the database. */
@Repository
class DutyList {

    static final int PAGE = 50;

    private final JdbcClient sql;

    DutyList(JdbcClient sql) {
        this.sql = sql;
    }

    /** Which duties somebody asks for by where they stand. */
    enum Standing {
        OPEN("state = 'open' AND starts_on <= :today"),
        OVERDUE("state = 'open' AND due_on < :today"),
        PLANNED("state = 'open' AND starts_on > :today"),
        CLOSED("state <> 'open'");

        private final String condition;

        Standing(String condition) {
            this.condition = condition;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Standing of(String code) {
            return Arrays.stream(values())
                    .filter(s -> s.code().equals(code))
                    .findFirst()
                    .orElse(OPEN);
        }
    }

    /** Whose duties. */
    sealed interface Whose {
        /** Those of these. */
        record Own(List<Assignee> assignees) implements Whose {}

        /** Those of people and posts of these departments. */
        record Departments(List<DepartmentId> departments) implements Whose {}

        /** Everybody's. */
        record All() implements Whose {}
    }

    /** A page of duties and how many there are in all. */
    record Page(List<Task> rows, long total, int number) {
        public long pages() {
            return Math.max(1, (total + PAGE - 1) / PAGE);
        }
    }

    Page page(Whose whose, Standing standing, Optional<String> kind, int number, LocalDate today) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("today", today);
        String where = " FROM duties.duty WHERE " + standing.condition + condition(whose, parameters)
                + kind.map(k -> {
                            parameters.put("kind", k);
                            return " AND kind = :kind";
                        })
                        .orElse("");
        long total = sql.sql("SELECT count(*)" + where)
                .params(parameters)
                .query(Long.class)
                .single();
        parameters.put("limit", PAGE);
        parameters.put("offset", (number - 1) * PAGE);
        String order = standing == Standing.CLOSED ? "closed_at DESC, id" : "due_on, id";
        List<Task> rows = sql.sql("SELECT *" + where + " ORDER BY " + order + " LIMIT :limit OFFSET :offset")
                .params(parameters)
                .query(Tasks::task)
                .list();
        return new Page(rows, total, number);
    }

    private static String condition(Whose whose, Map<String, Object> parameters) {
        return switch (whose) {
            case Whose.Own(List<Assignee> assignees) -> {
                parameters.put("assignees", Tasks.codes(assignees));
                yield " AND assignee = ANY (CAST(:assignees AS text[]))";
            }
            case Whose.Departments(List<DepartmentId> departments) -> {
                parameters.put(
                        "departments",
                        departments.stream().map(DepartmentId::toString).toArray(String[]::new));
                yield """

                       AND (split_part(assignee, '@', 2) = ANY (CAST(:departments AS text[]))
                            OR assignee IN (SELECT 'person:' || id FROM facts.person
                                             WHERE department = ANY (CAST(CAST(:departments AS text[]) AS uuid[]))))""";
            }
            case Whose.All() -> "";
        };
    }

    /** How many duties of a kind are due in a month, and where they stand. */
    record Count(String kind, LocalDate due, long total, long done, long overdue) {}

    /** Counts by kind and day of those due in a time. */
    List<Count> counts(LocalDate first, LocalDate last, LocalDate today) {
        return sql.sql("""
                SELECT kind, due_on, count(*) AS total, count(*) FILTER (WHERE state IN ('done', 'not-applicable')) AS done,
                       count(*) FILTER (WHERE state = 'open' AND due_on < :today) AS overdue
                  FROM duties.duty WHERE due_on BETWEEN :first AND :last AND state <> 'superseded'
                 GROUP BY kind, due_on""")
                .param("first", first)
                .param("last", last)
                .param("today", today)
                .query((row, n) -> new Count(
                        row.getString("kind"),
                        row.getObject("due_on", LocalDate.class),
                        row.getLong("total"),
                        row.getLong("done"),
                        row.getLong("overdue")))
                .list();
    }
}
