package org.hoshimori.core.duties;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.ApplicationTest;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.organization.Department;
import org.hoshimori.core.organization.DepartmentRegister;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.Person;
import org.hoshimori.core.organization.TestPeople;
import org.hoshimori.core.posts.Appointment;
import org.hoshimori.core.posts.Posts;
import org.hoshimori.core.posts.Seat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApplicationTest
class RemindingTests {

    private static final Actor TEST = Actor.system("test");
    /** A year of its own, so that no other test's duties are near. */
    private static final LocalDate DUE = LocalDate.of(2046, 3, 30);

    @Autowired
    private Reminding reminding;

    @Autowired
    private Tasks tasks;

    @Autowired
    private DutyKinds kinds;

    @Autowired
    private PeopleRegister people;

    @Autowired
    private DepartmentRegister departments;

    @Autowired
    private Posts posts;

    @Autowired
    private JdbcClient sql;

    private Person head;
    private Person officer;
    private Seat seat;

    @BeforeEach
    void appoint() {
        head = TestPeople.entered(people, "催促", "花子");
        officer = TestPeople.entered(people, "上位", "太郎");
        Department department = Department.called("催促部" + UUID.randomUUID(), "", 1, head.id());
        departments.open(department, TEST);
        seat = Seat.head(department.id());
        LocalDate from = LocalDate.of(2046, 1, 1);
        sql.sql("UPDATE posts.appointment SET ends_on = '2045-12-31' WHERE post = 'security-officer'"
                        + " AND coalesce(ends_on, 'infinity') > '2045-12-31' AND starts_on < '2045-12-31'")
                .update();
        assertThat(posts.appoint(
                        Appointment.to("security-officer", null, officer.id(), null, from, LocalDate.of(2046, 12, 31)),
                        TEST))
                .isInstanceOf(Posts.Outcome.Done.class);
    }

    /** Nobody else could be appointed for long, with one in years to come. */
    @AfterEach
    void withdraw() {
        sql.sql("DELETE FROM posts.appointment WHERE post = 'security-officer' AND holder = :officer")
                .param("officer", officer.id().value())
                .update();
    }

    @Test
    void remindsOnceAStepAndTellsWhoIsAboveInTheEnd() {
        Task task = planned();
        List<String> told = new ArrayList<>();
        for (LocalDate day = DUE.minusDays(20); day.isBefore(DUE.plusDays(20)); day = day.plusDays(1)) {
            reminding.all(day);
            reminding.all(day);
            for (String message : told(head, task)) {
                String line = day + " " + message;
                if (told.stream().noneMatch(l -> l.endsWith(message))) {
                    told.add(line);
                }
            }
        }
        assertThat(told)
                .containsExactly(
                        DUE.minusDays(14) + " 1 duties.notice.soon",
                        DUE.minusDays(3) + " 2 duties.notice.soon",
                        DUE + " 4 duties.notice.today",
                        DUE.plusDays(1) + " 5 duties.notice.overdue",
                        DUE.plusDays(7) + " 6 duties.notice.escalated");
        assertThat(told(officer, task)).containsExactly("6 duties.notice.escalated");
        assertThat(sql.sql("SELECT count(*) FROM notices.notice WHERE person IS NULL AND key = :key")
                        .param("key", task.id().subject() + ":" + DUE)
                        .query(Long.class)
                        .single())
                .as("told to the channel")
                .isOne();
        assertThat(sql.sql("SELECT act FROM evidence.entry WHERE subject = :subject")
                        .param("subject", task.id().subject())
                        .query((row, n) -> row.getString(1))
                        .list())
                .containsExactly("duty.escalated/1");
    }

    @Test
    void makesUpForAStoppedServerByItsLatestStepOnly() {
        Task task = planned();
        reminding.all(DUE.plusDays(2));
        assertThat(told(head, task)).containsExactly("5 duties.notice.overdue");
    }

    @Test
    void remindsNobodyOfWhatIsDone() {
        Task task = planned();
        tasks.close(task, "done", "", "person:" + head.id(), Instant.now());
        reminding.all(DUE.plusDays(30));
        assertThat(told(head, task)).isEmpty();
    }

    private Task planned() {
        DutyKind kind = kinds.find("restore-test").orElseThrow();
        tasks.plan(
                new Implied(kind, "ast-4.1", "ast-4.1.restore", Optional.empty(), Optional.empty(), 0),
                DUE.minusDays(200),
                DUE.minusDays(200),
                DUE,
                List.of(new Tasks.Wanted("department:" + seat.department().orElseThrow(), new Assignee.OfSeat(seat))),
                Instant.now());
        return tasks.openOf(List.of(new Assignee.OfSeat(seat)), DUE, 9).getFirst();
    }

    private List<String> told(Person person, Task task) {
        return sql.sql("""
                SELECT right(key, 1) || ' ' || message FROM notices.notice
                 WHERE person = :person AND key LIKE :key ORDER BY key""")
                .param("person", person.id().value())
                .param("key", task.id().subject() + ":%")
                .query((row, n) -> row.getString(1))
                .list();
    }
}
