package org.hoshimori.core.findings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.core.organization.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Corrective actions in the database. */
@Repository
class ActionTable {

    private final JdbcClient sql;

    ActionTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** False if another is open for the same. */
    boolean insert(CorrectiveAction action, String by, Instant now) {
        return sql.sql("""
                INSERT INTO findings.action
                  (id, check_id, subject, clause, cause, plan, owner, due_on, needs_revision, state, planned_by, planned_at)
                VALUES (:id, :check, :subject, :clause, :cause, :plan, :owner, :due, :revision, 'planned', :by, :now)
                ON CONFLICT (check_id, subject) WHERE state <> 'closed' DO NOTHING""")
                        .param("id", action.id())
                        .param("check", action.check())
                        .param("subject", action.subject())
                        .param("clause", action.clause())
                        .param("cause", action.cause().code())
                        .param("plan", action.plan())
                        .param("owner", action.owner().value())
                        .param("due", action.dueOn())
                        .param("revision", action.needsRevision())
                        .param("by", by)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** False if it has changed since it was read. */
    boolean update(CorrectiveAction action, String by, Instant now) {
        CorrectiveAction.State.CarriedOut done = switch (action.state()) {
            case CorrectiveAction.State.Planned _ -> new CorrectiveAction.State.CarriedOut("", LocalDate.EPOCH);
            case CorrectiveAction.State.CarriedOut carried -> carried;
            case CorrectiveAction.State.Effective effective -> effective.before();
            case CorrectiveAction.State.Closed closed -> closed.before().before();
        };
        Optional<CorrectiveAction.State.Effective> review = switch (action.state()) {
            case CorrectiveAction.State.Effective effective -> Optional.of(effective);
            case CorrectiveAction.State.Closed closed -> Optional.of(closed.before());
            case CorrectiveAction.State.Planned _, CorrectiveAction.State.CarriedOut _ -> Optional.empty();
        };
        return sql.sql("""
                UPDATE findings.action
                   SET state = :state, done = :done, done_on = :doneOn, review = :review, reviewed_on = :reviewedOn,
                       reviewed_by = CASE WHEN :state = 'effective' THEN :by ELSE reviewed_by END,
                       closed_at = CASE WHEN :state = 'closed' THEN :now END, version = :version
                 WHERE id = :id AND version = :version - 1""")
                        .param("id", action.id())
                        .param("state", action.state().code())
                        .param("done", done.done())
                        .param("doneOn", done.on().equals(LocalDate.EPOCH) ? null : done.on(), java.sql.Types.DATE)
                        .param(
                                "review",
                                review.map(CorrectiveAction.State.Effective::review)
                                        .orElse(""))
                        .param(
                                "reviewedOn",
                                review.map(CorrectiveAction.State.Effective::on).orElse(null),
                                java.sql.Types.DATE)
                        .param("by", by)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("version", action.version())
                        .update()
                == 1;
    }

    Optional<CorrectiveAction> find(UUID id) {
        return sql.sql("SELECT * FROM findings.action WHERE id = :id")
                .param("id", id)
                .query(ActionTable::action)
                .optional();
    }

    /** A page of all, the newest first; those in a state where one is given. */
    List<CorrectiveAction> page(String state, int most, long after) {
        return sql.sql("""
                SELECT * FROM findings.action WHERE :state = '' OR state = :state
                 ORDER BY planned_at DESC, id LIMIT :most OFFSET :after""")
                .param("state", state)
                .param("most", most)
                .param("after", after)
                .query(ActionTable::action)
                .list();
    }

    /** How many there are of the same. */
    long count(String state) {
        return sql.sql("SELECT count(*) FROM findings.action WHERE :state = '' OR state = :state")
                .param("state", state)
                .query(Long.class)
                .single();
    }

    /** All of a finding, those of the whole check with them, the newest first. */
    List<CorrectiveAction> of(int check, String subject) {
        return sql.sql("""
                SELECT * FROM findings.action WHERE check_id = :check AND subject IN ('', :subject) ORDER BY planned_at DESC""")
                .param("check", check)
                .param("subject", subject)
                .query(ActionTable::action)
                .list();
    }

    /** Those of a person that are to be carried out. */
    List<CorrectiveAction> plannedOf(PersonId owner) {
        return sql.sql("SELECT * FROM findings.action WHERE owner = :owner AND state = 'planned' ORDER BY due_on")
                .param("owner", owner.value())
                .query(ActionTable::action)
                .list();
    }

    /** Those reviewed as effective whose findings are gone by now. */
    List<CorrectiveAction> met(int check) {
        return sql.sql("""
                SELECT * FROM findings.action a WHERE check_id = :check AND state = 'effective'
                   AND NOT EXISTS (SELECT 1 FROM facts.finding f
                                    WHERE f.check_id = a.check_id AND f.status = 'alarm' AND a.subject IN ('', f.subject))
                 ORDER BY id""").param("check", check).query(ActionTable::action).list();
    }

    private static CorrectiveAction action(ResultSet row, int number) throws SQLException {
        return new CorrectiveAction(
                row.getObject("id", UUID.class),
                row.getInt("check_id"),
                row.getString("subject"),
                row.getString("clause"),
                Cause.of(row.getString("cause")),
                row.getString("plan"),
                new PersonId(row.getObject("owner", UUID.class)),
                row.getObject("due_on", LocalDate.class),
                row.getBoolean("needs_revision"),
                state(row),
                row.getInt("version"));
    }

    private static CorrectiveAction.State state(ResultSet row) throws SQLException {
        String code = row.getString("state");
        if (code.equals("planned")) {
            return new CorrectiveAction.State.Planned();
        }
        var done =
                new CorrectiveAction.State.CarriedOut(row.getString("done"), row.getObject("done_on", LocalDate.class));
        if (code.equals("carried-out")) {
            return done;
        }
        var effective = new CorrectiveAction.State.Effective(
                done, row.getString("review"), row.getObject("reviewed_on", LocalDate.class));
        return code.equals("effective") ? effective : new CorrectiveAction.State.Closed(effective);
    }
}
