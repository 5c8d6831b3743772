package org.hoshimori.core.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.hoshimori.ApplicationTest;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.organization.Appointment;
import org.hoshimori.core.organization.Department;
import org.hoshimori.core.organization.DepartmentRegister;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.Person;
import org.hoshimori.core.organization.Posts;
import org.hoshimori.core.organization.TestPeople;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApplicationTest
class EngineTests {

    private static final Actor TEST = Actor.system("test");

    private final Engine engine;
    private final PeopleRegister people;
    private final DepartmentRegister departments;
    private final Posts posts;
    private final JdbcClient sql;

    EngineTests(
            @Autowired Engine engine,
            @Autowired PeopleRegister people,
            @Autowired DepartmentRegister departments,
            @Autowired Posts posts,
            @Autowired JdbcClient sql) {
        this.engine = engine;
        this.people = people;
        this.departments = departments;
        this.posts = posts;
        this.sql = sql;
    }

    @Test
    void everyShippedCheckRuns() {
        engine.turn();
        assertThat(sql.sql(
                                "SELECT name || ' ' || state || ' ' || coalesce(failure, '') || ' ' || coalesce(details, '') FROM checks.definition"
                                        + " WHERE NOT own AND (state <> 'active' OR failure IS NOT NULL OR ran_at IS NULL)")
                        .query(String.class)
                        .list())
                .isEmpty();
        assertThat(sql.sql("SELECT count(*) FROM checks.definition WHERE NOT own")
                        .query(Integer.class)
                        .single())
                .isEqualTo(CheckFiles.shipped().size());
    }

    @Test
    void aChangedFactRunsWhatReadsItAndNothingElse() {
        engine.turn();
        Department department = ((DepartmentRegister.Outcome.Done)
                        departments.open(Department.called("検査部" + java.util.UUID.randomUUID(), "", 1, null), TEST))
                .department();
        int ran = engine.turn();
        assertThat(ran).isEqualTo(2);
        assertThat(status("organization/department-manager", "department:" + department.id()))
                .isEqualTo("alarm");
        Person person = TestPeople.entered(people, "検査", "太郎");
        posts.appoint(
                Appointment.to(Posts.DEPARTMENTAL, department.id(), person.id(), null, LocalDate.of(2026, 4, 1), null),
                TEST);
        engine.turn();
        assertThat(status("organization/department-manager", "department:" + department.id()))
                .isEqualTo("ok");
        assertThat(engine.turn()).as("nothing has changed").isZero();
    }

    private String status(String check, String subject) {
        return sql.sql("SELECT status FROM facts.finding f JOIN facts.check_definition d ON d.id = f.check_id"
                        + " WHERE d.name = :check AND f.subject = :subject")
                .param("check", check)
                .param("subject", subject)
                .query(String.class)
                .optional()
                .orElse(List.of().toString());
    }
}
