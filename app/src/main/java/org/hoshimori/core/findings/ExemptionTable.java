package org.hoshimori.core.findings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Exceptions in the database. */
@Repository
class ExemptionTable {

    private final JdbcClient sql;

    ExemptionTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** False if there is one for the finding already; one whose last day is over makes room. */
    boolean insert(Exemption exemption, String by, Instant now, LocalDate today) {
        sql.sql("""
                UPDATE findings.exception SET state = 'withdrawn', settled_at = :now, settled_by = 'system:findings'
                 WHERE check_id = :check AND subject = :subject AND state IN ('asked', 'approved') AND ends_on < :today""")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("check", exemption.check())
                .param("subject", exemption.subject())
                .param("today", today)
                .update();
        return sql.sql("""
                INSERT INTO findings.exception
                  (id, check_id, subject, clause, reason, measure, ends_on, seen, state, asked_by, asked_at)
                VALUES (:id, :check, :subject, :clause, :reason, :measure, :ends, :seen, 'asked', :by, :now)
                ON CONFLICT (check_id, subject) WHERE state IN ('asked', 'approved') DO NOTHING""")
                        .param("id", exemption.id())
                        .param("check", exemption.check())
                        .param("subject", exemption.subject())
                        .param("clause", exemption.clause())
                        .param("reason", exemption.reason())
                        .param("measure", exemption.measure())
                        .param("ends", exemption.endsOn())
                        .param("seen", exemption.seen())
                        .param("by", by)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Moves it on; false if it was not there any more. */
    boolean settle(UUID id, Exemption.State from, Exemption.State to, String by, Instant now) {
        return sql.sql("""
                UPDATE findings.exception SET state = :to, settled_by = :by, settled_at = :now WHERE id = :id AND state = :from""")
                        .param("id", id)
                        .param("from", from.code())
                        .param("to", to.code())
                        .param("by", by)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    Optional<Exemption> find(UUID id) {
        return sql.sql("SELECT * FROM findings.exception WHERE id = :id")
                .param("id", id)
                .query(ExemptionTable::exemption)
                .optional();
    }

    /** All of a finding, the newest first. */
    List<Exemption> of(int check, String subject) {
        return sql.sql(
                        "SELECT * FROM findings.exception WHERE check_id = :check AND subject = :subject ORDER BY asked_at DESC")
                .param("check", check)
                .param("subject", subject)
                .query(ExemptionTable::exemption)
                .list();
    }

    /** Those of a check that are asked for or approved. */
    List<Exemption> open(int check) {
        return sql.sql("""
                SELECT * FROM findings.exception WHERE check_id = :check AND state IN ('asked', 'approved') ORDER BY id""")
                .param("check", check)
                .query(ExemptionTable::exemption)
                .list();
    }

    String checkName(int check) {
        return sql.sql("SELECT name FROM facts.check_definition WHERE id = :check")
                .param("check", check)
                .query(String.class)
                .optional()
                .orElse("");
    }

    private static Exemption exemption(ResultSet row, int number) throws SQLException {
        return new Exemption(
                row.getObject("id", UUID.class),
                row.getInt("check_id"),
                row.getString("subject"),
                row.getString("clause"),
                row.getString("reason"),
                row.getString("measure"),
                row.getObject("ends_on", LocalDate.class),
                row.getString("seen"),
                Exemption.State.of(row.getString("state")));
    }
}
