package org.hoshimori.core.duties;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.hoshimori.ApplicationTest;
import org.hoshimori.core.checks.TestChecks;
import org.hoshimori.core.posture.ClauseState;
import org.hoshimori.core.posture.Posture;
import org.hoshimori.core.posture.State;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApplicationTest
class DutiesOverdueTests {

    private final DutiesOverdue overdue;
    private final Posture posture;
    private final JdbcClient sql;
    private final ApplicationContext application;

    DutiesOverdueTests(
            @Autowired DutiesOverdue overdue,
            @Autowired Posture posture,
            @Autowired JdbcClient sql,
            @Autowired ApplicationContext application) {
        this.overdue = overdue;
        this.posture = posture;
        this.sql = sql;
        this.application = application;
    }

    @Test
    void anOverdueDutyIsAnAlarmOfItsClause() {
        TestChecks.run(application);
        UUID id = UUID.randomUUID();
        LocalDate due = LocalDate.of(2001, 4, 1);
        sql.sql("""
                INSERT INTO duties.duty (id, kind, subject, period, starts_on, due_on, assignee, clause, revision, changed_at)
                VALUES (:id, 'inspection', :subject, :due, :due, :due, 'post:audit-manager', 'org-2.a', 0, now())""")
                .param("id", id)
                .param("subject", id.toString())
                .param("due", due)
                .update();
        assertThat(overdue.longest(due, 5)).as("on its last day").isEmpty();
        assertThat(overdue.longest(due.plusDays(1), 5)).singleElement().satisfies(d -> {
            assertThat(d.address()).isEqualTo("/duties/" + id);
            assertThat(d.owner()).isEqualTo("post:audit-manager");
        });
        assertThat(overdue.countsByClause(due.plusDays(1))).containsEntry("org-2.a", 1);
        assertThat(posture.now().clauses())
                .filteredOn(c -> c.id().equals("org-2.a"))
                .singleElement()
                .satisfies(c -> {
                    assertThat(c.overdue()).isPositive();
                    assertThat(c.state()).isEqualTo(State.ALARM);
                })
                .extracting(ClauseState::mechanism)
                .isEqualTo("check");
        sql.sql("DELETE FROM duties.duty WHERE id = :id").param("id", id).update();
    }
}
