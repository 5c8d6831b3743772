package org.hoshimori.core.posture;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Corrective actions under way. */
@Repository
class PlanTable {

    private final JdbcClient sql;

    PlanTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** A corrective action; the subject is empty if it is for all of a check. */
    record Planned(
            UUID id,
            String titleJa,
            String titleEn,
            String clause,
            String subject,
            String cause,
            String plan,
            UUID owner,
            LocalDate dueOn,
            String state) {

        String title(String language) {
            return language.equals("en") ? titleEn : titleJa;
        }
    }

    List<Planned> open() {
        return sql.sql("""
                SELECT a.*, d.title_ja, d.title_en FROM facts.corrective_action a JOIN facts.check_definition d ON d.id = a.check_id
                 WHERE a.state <> 'closed' ORDER BY a.due_on, a.id""")
                .query((row, n) -> new Planned(
                        row.getObject("id", UUID.class),
                        row.getString("title_ja"),
                        row.getString("title_en"),
                        row.getString("clause"),
                        row.getString("subject"),
                        row.getString("cause"),
                        row.getString("plan"),
                        row.getObject("owner", UUID.class),
                        row.getObject("due_on", LocalDate.class),
                        row.getString("state")))
                .list();
    }
}
