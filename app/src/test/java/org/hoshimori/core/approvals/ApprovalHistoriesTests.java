package org.hoshimori.core.approvals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hoshimori.core.posts.Seat.HEAD;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.hoshimori.ApplicationTest;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.organization.Department;
import org.hoshimori.core.organization.DepartmentId;
import org.hoshimori.core.organization.DepartmentRegister;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.PersonId;
import org.hoshimori.core.organization.TestPeople;
import org.hoshimori.core.posts.Appointment;
import org.hoshimori.core.posts.Posts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Thousands of random histories by random people: what the database says is what a model of a few lines says. All is rolled back. */
@ApplicationTest
class ApprovalHistoriesTests {

    private static final Actor TEST = Actor.system("test");
    private static final int ROUNDS = 20;
    private static final int HISTORIES = 100;
    private static final int ACTS = 6;

    @Autowired
    private Approvals approvals;

    @Autowired
    private TestMatter matter;

    @Autowired
    private Posts posts;

    @Autowired
    private PeopleRegister people;

    @Autowired
    private DepartmentRegister departments;

    @Autowired
    private JdbcClient sql;

    @Autowired
    private TransactionTemplate transaction;

    private final Random random = new Random(20261128);
    private PersonId asking;
    private PersonId head;
    private PersonId manager;
    private PersonId deputy;
    private DepartmentId department;

    @BeforeEach
    void aDepartmentWithHeadManagerAndDeputy() {
        asking = person();
        head = person();
        manager = person();
        deputy = person();
        department = ((DepartmentRegister.Outcome.Done)
                        departments.open(Department.called("決裁部 " + UUID.randomUUID(), "", 1, head), TEST))
                .department()
                .id();
        Appointment to =
                Appointment.to(Posts.DEPARTMENTAL, department, manager, deputy, LocalDate.of(2026, 4, 1), null);
        assertThat(posts.appoint(to, TEST)).isInstanceOf(Posts.Outcome.Done.class);
    }

    @Test
    void endAsTheModelDoes() {
        for (int round = 0; round < ROUNDS; round++) {
            transaction.executeWithoutResult(t -> {
                Map<String, State> ended = new HashMap<>();
                for (int i = 0; i < HISTORIES; i++) {
                    String subject = "purchase:" + UUID.randomUUID();
                    matter.prices.put(subject, 500);
                    ended.put(subject, history(subject));
                }
                assertThat(settled(ended.keySet().toArray(String[]::new)))
                        .as("each history that ended ended once")
                        .isEqualTo(expected(ended));
                t.setRollbackOnly();
            });
        }
    }

    private State history(String subject) {
        boolean sideBySide = random.nextBoolean();
        Seat first = Seat.of(HEAD, department);
        Seat second = Seat.of(Posts.DEPARTMENTAL, department);
        RequestId id =
                asked(subject, sideBySide ? List.of(List.of(first, second)) : List.of(List.of(first), List.of(second)));
        List<PersonId> all = List.of(asking, head, manager, deputy);
        State expected = State.OPEN;
        List<Boolean> decided = new ArrayList<>(List.of(false, false));
        for (int act = 0; act < ACTS; act++) {
            PersonId who = all.get(random.nextInt(all.size()));
            Actor by = Actor.person(who.value());
            if (random.nextInt(8) == 0) {
                approvals.withdraw(id, by);
                expected = expected == State.OPEN && who.equals(asking) ? State.WITHDRAWN : expected;
            } else if (random.nextInt(12) == 0) {
                matter.prices.merge(subject, 1, Integer::sum);
                approvals.changed(TestMatter.KIND, subject, TEST);
                expected = expected == State.OPEN ? State.LAPSED : expected;
            } else {
                Verdict verdict = Verdict.values()[random.nextInt(6) < 4 ? 0 : 1 + random.nextInt(2)];
                approvals.decide(id, verdict, "理由", who, by);
                int seat = who.equals(head) ? 0 : 1;
                boolean may = !who.equals(asking) && !decided.get(seat) && (seat == 0 || sideBySide || decided.get(0));
                if (expected == State.OPEN && may) {
                    decided.set(seat, verdict == Verdict.APPROVE);
                    expected = switch (verdict) {
                        case APPROVE -> decided.contains(false) ? State.OPEN : State.APPROVED;
                        case RETURN -> State.RETURNED;
                        case REFUSE -> State.REFUSED;
                    };
                }
            }
            assertThat(approvals.state(id)).as(subject).contains(expected);
        }
        return expected;
    }

    private RequestId asked(String subject, List<List<Seat>> line) {
        Map<String, Object> record = matter.record(subject, 2).orElseThrow();
        Proposal proposal =
                new Proposal(TestMatter.KIND, subject, Optional.of("org-1.a"), record, 2, line, "/", Optional.empty());
        return ((Approvals.Outcome.Done) approvals.ask(proposal, Actor.person(asking.value()))).request();
    }

    private Map<String, Long> settled(String[] subjects) {
        Map<String, Long> found = new HashMap<>();
        sql.sql(
                        "SELECT subject, count(*) AS n FROM evidence.entry WHERE act = 'approval.settled/1' AND subject = ANY (:s) GROUP BY subject")
                .param("s", subjects)
                .query(row -> {
                    found.put(row.getString("subject"), row.getLong("n"));
                });
        return found;
    }

    private static Map<String, Long> expected(Map<String, State> ended) {
        Map<String, Long> once = new HashMap<>();
        ended.forEach((subject, state) -> {
            if (state != State.OPEN) {
                once.put(subject, 1L);
            }
        });
        return once;
    }

    private PersonId person() {
        return TestPeople.entered(people, "決裁", "花子").id();
    }
}
