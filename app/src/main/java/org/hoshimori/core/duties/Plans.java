package org.hoshimori.core.duties;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far each kind is planned. */
@Repository
class Plans {

    private final JdbcClient sql;

    Plans(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * How far a kind is planned.
     *
     * @param rule all that decided when its duties are due
     * @param through every period that begins up to this day is planned
     */
    record Plan(String kind, String rule, LocalDate through, int revision) {}

    /** Until the end of the transaction nobody else plans. */
    void lock() {
        sql.sql("SELECT pg_advisory_xact_lock(hashtext('duties.plan'))")
                .query((row, n) -> 0)
                .list();
    }

    Map<String, Plan> all() {
        Map<String, Plan> plans = new HashMap<>();
        sql.sql("SELECT * FROM duties.plan")
                .query((row, n) -> new Plan(
                        row.getString("kind"),
                        row.getString("rule"),
                        row.getObject("through", LocalDate.class),
                        row.getInt("revision")))
                .list()
                .forEach(p -> plans.put(p.kind(), p));
        return plans;
    }

    void keep(Plan plan) {
        sql.sql("""
                INSERT INTO duties.plan (kind, rule, through, revision) VALUES (:kind, :rule, :through, :revision)
                ON CONFLICT (kind) DO UPDATE
                   SET rule = excluded.rule, through = excluded.through, revision = excluded.revision""")
                .param("kind", plan.kind())
                .param("rule", plan.rule())
                .param("through", plan.through())
                .param("revision", plan.revision())
                .update();
    }

    void forget(String kind) {
        sql.sql("DELETE FROM duties.plan WHERE kind = :kind")
                .param("kind", kind)
                .update();
    }
}
