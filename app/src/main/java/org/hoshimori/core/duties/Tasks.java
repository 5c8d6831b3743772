package org.hoshimori.core.duties;

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

/** Duties in the database. */
@Repository
class Tasks {

    private final JdbcClient sql;

    Tasks(JdbcClient sql) {
        this.sql = sql;
    }

    /** Somebody who is to have a duty, and what it is about. */
    record Wanted(String subject, Assignee assignee) {}

    /** Plans a duty for each of these in a period, where there is none yet or one that was superseded; how many that were. */
    int plan(Implied implied, LocalDate period, LocalDate startsOn, LocalDate dueOn, List<Wanted> wanted, Instant now) {
        return sql.sql("""
                INSERT INTO duties.duty AS duty (id, kind, subject, period, starts_on, due_on, assignee, clause, revision, changed_at)
                SELECT gen_random_uuid(), :kind, w.subject, :period, :starts, :due, w.assignee, :clause, :revision, :now
                  FROM unnest(CAST(:subjects AS text[]), CAST(:assignees AS text[])) AS w (subject, assignee)
                ON CONFLICT (kind, subject, period) DO UPDATE
                   SET state = 'open', note = '', closed_at = NULL, closed_by = NULL, starts_on = excluded.starts_on,
                       due_on = excluded.due_on, assignee = excluded.assignee, clause = excluded.clause,
                       revision = excluded.revision, reminded = 0, changed_at = :now, version = duty.version + 1
                 WHERE duty.state = 'superseded'""")
                .param("kind", implied.kind().code())
                .param("period", period)
                .param("starts", startsOn)
                .param("due", dueOn)
                .param("clause", implied.clause())
                .param("revision", implied.revision())
                .param("now", time(now))
                .param("subjects", wanted.stream().map(Wanted::subject).toArray(String[]::new))
                .param(
                        "assignees",
                        wanted.stream().map(w -> w.assignee().code()).toArray(String[]::new))
                .update();
    }

    /** Periods of open duties of a kind that are not overdue, in order. */
    List<LocalDate> openPeriods(String kind, LocalDate today) {
        return sql.sql("""
                SELECT DISTINCT period FROM duties.duty
                 WHERE kind = :kind AND state = 'open' AND due_on >= :today ORDER BY period""")
                .param("kind", kind)
                .param("today", today)
                .query((row, n) -> row.getObject("period", LocalDate.class))
                .list();
    }

    /** Moves the open duties of a period, not the overdue ones, into another; how many that were. */
    int move(Implied implied, LocalDate from, LocalDate to, LocalDate dueOn, LocalDate today, Instant now) {
        return sql.sql("""
                UPDATE duties.duty d
                   SET period = :to, starts_on = :to, due_on = :due, clause = :clause, revision = :revision,
                       reminded = CASE WHEN due_on = :due THEN reminded ELSE 0 END, changed_at = :now, version = version + 1
                 WHERE kind = :kind AND period = :from AND state = 'open' AND due_on >= :today
                   AND NOT EXISTS (SELECT 1 FROM duties.duty o
                                    WHERE o.kind = d.kind AND o.subject = d.subject AND o.period = :to AND o.id <> d.id)""")
                .param("kind", implied.kind().code())
                .param("clause", implied.clause())
                .param("revision", implied.revision())
                .param("from", from)
                .param("to", to)
                .param("due", dueOn)
                .param("today", today)
                .param("now", time(now))
                .update();
    }

    /** Moves what the same event has set off before to another day; how many that were. */
    int moveSetOff(Implied implied, String subject, LocalDate day, LocalDate dueOn, Instant now) {
        return sql.sql("""
                UPDATE duties.duty d
                   SET period = :day, due_on = :due, revision = :revision, reminded = 0, changed_at = :now, version = version + 1
                 WHERE kind = :kind AND subject = :subject AND state = 'open' AND period <> :day
                   AND NOT EXISTS (SELECT 1 FROM duties.duty o
                                    WHERE o.kind = d.kind AND o.subject = d.subject AND o.period = :day)""")
                .param("kind", implied.kind().code())
                .param("subject", subject)
                .param("day", day)
                .param("due", dueOn)
                .param("revision", implied.revision())
                .param("now", time(now))
                .update();
    }

    /** Ends the open duties of a period, not the overdue ones, because others take their place; how many that were. */
    int supersede(String kind, LocalDate period, String why, LocalDate today, Instant now) {
        return sql.sql("""
                UPDATE duties.duty SET state = 'superseded', note = :why, closed_at = :now, closed_by = 'system:duties',
                       changed_at = :now, version = version + 1
                 WHERE kind = :kind AND period = :period AND state = 'open' AND due_on >= :today""")
                .param("kind", kind)
                .param("period", period)
                .param("why", why)
                .param("today", today)
                .param("now", time(now))
                .update();
    }

    /** Ends the open duties of a kind of those who are not among these any more: who have left, departments that are closed. */
    int supersedeOthers(String kind, List<Wanted> still, Instant now) {
        return sql.sql("""
                UPDATE duties.duty SET state = 'superseded', note = 'gone', closed_at = :now, closed_by = 'system:duties',
                       changed_at = :now, version = version + 1
                 WHERE kind = :kind AND state = 'open' AND subject <> ALL (CAST(:subjects AS text[]))""")
                .param("kind", kind)
                .param("subjects", still.stream().map(Wanted::subject).toArray(String[]::new))
                .param("now", time(now))
                .update();
    }

    /** Ends the open duties of a kind about something that will not happen after all, or not on other days than this. */
    int callOff(String kind, String subject, Optional<LocalDate> but, Instant now) {
        return sql.sql("""
                UPDATE duties.duty SET state = 'superseded', note = 'called-off', closed_at = :now, closed_by = 'system:duties',
                       changed_at = :now, version = version + 1
                 WHERE kind = :kind AND subject = :subject AND state = 'open'
                   AND period IS DISTINCT FROM CAST(:but AS date)""")
                .param("kind", kind)
                .param("subject", subject)
                .param("but", but.orElse(null))
                .param("now", time(now))
                .update();
    }

    Optional<Task> find(DutyId id) {
        return sql.sql("SELECT * FROM duties.duty WHERE id = :id")
                .param("id", id.value())
                .query(Tasks::task)
                .optional();
    }

    /** The other duties of the same kind and subject, the latest first. */
    List<Task> others(Task task, int most) {
        return sql.sql("""
                SELECT * FROM duties.duty WHERE kind = :kind AND subject = :subject AND id <> :id
                 ORDER BY period DESC LIMIT :most""")
                .param("kind", task.kind())
                .param("subject", task.subject())
                .param("id", task.id().value())
                .param("most", most)
                .query(Tasks::task)
                .list();
    }

    /** Ends an open duty; false if somebody was quicker. */
    boolean close(Task task, String state, String note, String by, Instant now) {
        return sql.sql("""
                UPDATE duties.duty SET state = :state, note = :note, closed_at = :now, closed_by = :by, changed_at = :now,
                       version = version + 1
                 WHERE id = :id AND state = 'open'""")
                        .param("state", state)
                        .param("note", note)
                        .param("by", by)
                        .param("now", time(now))
                        .param("id", task.id().value())
                        .update()
                == 1;
    }

    /** Open duties whose reminders may have to go on, the most urgent first. */
    List<Task> toRemindOf(LocalDate dueBefore, int most) {
        return sql.sql("""
                SELECT * FROM duties.duty WHERE state = 'open' AND reminded < 6 AND due_on < :before
                 ORDER BY due_on, id LIMIT :most""")
                .param("before", dueBefore)
                .param("most", most)
                .query(Tasks::task)
                .list();
    }

    /** Notes how far the reminders have gone; false if somebody was quicker. */
    boolean reminded(Task task, int stage) {
        return sql.sql(
                                "UPDATE duties.duty SET reminded = :stage WHERE id = :id AND reminded = :before AND state = 'open'")
                        .param("stage", stage)
                        .param("before", task.reminded())
                        .param("id", task.id().value())
                        .update()
                == 1;
    }

    /** Open duties of these, the most urgent first. */
    List<Task> openOf(List<Assignee> assignees, LocalDate dueUpTo, int most) {
        return sql.sql("""
                SELECT * FROM duties.duty
                 WHERE state = 'open' AND assignee = ANY (CAST(:assignees AS text[])) AND due_on <= :upTo
                 ORDER BY due_on, id LIMIT :most""")
                .param("assignees", codes(assignees))
                .param("upTo", dueUpTo)
                .param("most", most)
                .query(Tasks::task)
                .list();
    }

    /** Open duties of these people that are about something else than themselves. */
    List<Task> ofOthers(List<PersonId> people) {
        return sql.sql("""
                SELECT * FROM duties.duty
                 WHERE state = 'open' AND assignee = ANY (CAST(:assignees AS text[])) AND subject <> assignee
                 ORDER BY due_on, id""")
                .param("assignees", people.stream().map(p -> "person:" + p).toArray(String[]::new))
                .query(Tasks::task)
                .list();
    }

    /** Open duties about something, which somebody else has. */
    List<DutyId> openAbout(String subject) {
        return sql.sql(
                        "SELECT id FROM duties.duty WHERE subject = :subject AND state = 'open' AND assignee <> subject ORDER BY due_on, id")
                .param("subject", subject)
                .query((row, n) -> new DutyId(row.getObject(1, UUID.class)))
                .list();
    }

    /** The open duty of a kind about something, the most urgent one. */
    Optional<DutyId> open(String kind, String subject) {
        return sql.sql("""
                SELECT id FROM duties.duty
                 WHERE kind = :kind AND subject = :subject AND state = 'open' ORDER BY due_on, id LIMIT 1""")
                .param("kind", kind)
                .param("subject", subject)
                .query((row, n) -> new DutyId(row.getObject(1, UUID.class)))
                .optional();
    }

    void assign(Task task, Assignee to, Instant now) {
        sql.sql(
                        "UPDATE duties.duty SET assignee = :to, reminded = 0, changed_at = :now, version = version + 1 WHERE id = :id")
                .param("to", to.code())
                .param("now", time(now))
                .param("id", task.id().value())
                .update();
    }

    static String[] codes(List<Assignee> assignees) {
        return assignees.stream().map(Assignee::code).distinct().toArray(String[]::new);
    }

    static Task task(ResultSet row, int number) throws SQLException {
        String by = row.getString("closed_by");
        return new Task(
                new DutyId(row.getObject("id", UUID.class)),
                row.getString("kind"),
                row.getString("subject"),
                row.getObject("period", LocalDate.class),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                Assignee.of(row.getString("assignee")),
                row.getString("clause"),
                row.getInt("revision"),
                new Task.Closed(
                        row.getString("state"),
                        Optional.ofNullable(row.getObject("closed_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant),
                        by == null ? "" : by,
                        row.getString("note")),
                row.getInt("reminded"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getInt("version"));
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
