package org.hoshimori.core.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hoshimori.ApplicationTest;
import org.hoshimori.SignedInAs;
import org.hoshimori.core.approvals.Approvals;
import org.hoshimori.core.approvals.RequestId;
import org.hoshimori.core.approvals.Verdict;
import org.hoshimori.core.checks.TestChecks;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.organization.Department;
import org.hoshimori.core.organization.DepartmentRegister;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.Person;
import org.hoshimori.core.organization.PersonId;
import org.hoshimori.core.organization.TestPeople;
import org.hoshimori.core.posts.Appointment;
import org.hoshimori.core.posts.Posts;
import org.hoshimori.core.posts.TestPosts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ApplicationTest
class FindingsTests {

    private static final Actor TEST = Actor.system("test");
    private static final PersonId REVIEWER = new PersonId(UUID.randomUUID());

    private final ApplicationContext application;
    private final MockMvcTester pages;
    private final PeopleRegister people;
    private final DepartmentRegister departments;
    private final Posts posts;
    private final Exemptions exemptions;
    private final CorrectiveActions actions;
    private final Approvals approvals;
    private final JdbcClient sql;
    private final Clock clock;
    private Department department;
    private PersonId officer;
    private String subject;
    private int check;

    FindingsTests(
            @Autowired ApplicationContext application,
            @Autowired MockMvcTester pages,
            @Autowired PeopleRegister people,
            @Autowired DepartmentRegister departments,
            @Autowired Posts posts,
            @Autowired Exemptions exemptions,
            @Autowired CorrectiveActions actions,
            @Autowired Approvals approvals,
            @Autowired JdbcClient sql,
            @Autowired Clock clock) {
        this.application = application;
        this.pages = pages;
        this.people = people;
        this.departments = departments;
        this.posts = posts;
        this.exemptions = exemptions;
        this.actions = actions;
        this.approvals = approvals;
        this.sql = sql;
        this.clock = clock;
    }

    @BeforeEach
    void aDepartmentWithoutAManager() {
        officer = TestPosts.officer(posts, people, today());
        department = ((DepartmentRegister.Outcome.Done)
                        departments.open(Department.called("是正部" + UUID.randomUUID(), "", 1, null), TEST))
                .department();
        TestChecks.run(application);
        subject = "department:" + department.id();
        check = sql.sql("SELECT id FROM facts.check_definition WHERE name = 'organization/department-manager'")
                .query(Integer.class)
                .single();
    }

    @Test
    void showsAFindingByTheNameOfToday() {
        assertThat(pages.get()
                        // What it lacks by other chapters, the regulation that other tests have adopted says.
                        .uri("/findings?chapter=org&q=" + department.nameIn("ja"))
                        .with(authentication(SignedInAs.may("findings"))))
                .hasStatusOk()
                .bodyText()
                .contains(department.nameIn("ja"), "▲ 不適合", "情報セキュリティ部門責任者がいません。", "1件");
        assertThat(pages.get()
                        .uri("/findings?status=ok&q=" + department.nameIn("ja"))
                        .with(authentication(SignedInAs.may("findings"))))
                .bodyText()
                .contains("0件");
        assertThat(pages.get()
                        .uri("/findings/" + check + "?subject=" + subject)
                        .with(authentication(SignedInAs.may("findings"))))
                .hasStatusOk()
                .bodyText()
                .contains(department.nameIn("ja"), "是正処置を計画する", "例外を申請する", "org-1.b");
        assertThat(pages.get().uri("/findings").with(authentication(SignedInAs.anybody())))
                .hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void anExceptionHoldsForTheFactsItSaw() {
        UUID id = asked();
        assertThat(state(id)).isEqualTo("asked");
        approve(id);
        assertThat(state(id)).isEqualTo("approved");
        assertThat(pages.get()
                        .uri("/findings?status=excepted&q=" + department.nameIn("ja"))
                        .with(authentication(SignedInAs.may("findings"))))
                .bodyText()
                .contains("◇ 例外", "1件");
        Person manager = person();
        Appointment appointment = ((Posts.Outcome.Done) posts.appoint(
                        Appointment.to(
                                Posts.DEPARTMENTAL, department.id(), manager.id(), null, today().plusDays(5), null),
                        TEST))
                .appointment();
        TestChecks.run(application);
        assertThat(appointment.holder()).isEqualTo(manager.id());
        assertThat(status()).as("the check still fails today").isEqualTo("alarm");
        assertThat(state(id)).as("but sees another appointment").isEqualTo("lapsed");
        assertThat(sql.sql(
                                "SELECT count(*) FROM evidence.entry WHERE subject = :subject AND act = 'exception.lapsed/1'")
                        .param("subject", subject)
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void aRequestLapsesWithItsFacts() {
        UUID id = asked();
        posts.appoint(Appointment.to(Posts.DEPARTMENTAL, department.id(), person().id(), null, today(), null), TEST);
        TestChecks.run(application);
        assertThat(status()).isEqualTo("ok");
        assertThat(state(id)).isEqualTo("lapsed");
        assertThat(exemptions.ask(check, subject, "org-1.b", "理由", "対策", today(), Actor.person(UUID.randomUUID())))
                .isEqualTo(new Exemptions.Outcome.Refused(Exemptions.Refusal.NOT_FAILING));
    }

    @Test
    void oneExceptionAtATimeAndNoneForEver() {
        Actor asker = Actor.person(UUID.randomUUID());
        assertThat(exemptions.ask(check, subject, "org-1.b", "理由", "対策", today().plusDays(367), asker))
                .isEqualTo(new Exemptions.Outcome.Refused(Exemptions.Refusal.LAST_DAY));
        asked();
        assertThat(exemptions.ask(check, subject, "org-1.b", "理由", "対策", today(), asker))
                .isEqualTo(new Exemptions.Outcome.Refused(Exemptions.Refusal.OPEN_ALREADY));
    }

    @Test
    void anActionClosesOnceReviewedAndMet() {
        CorrectiveAction planned = ((CorrectiveActions.Outcome.Done) actions.plan(action(), TEST)).action();
        assertThat(actions.plan(action(), TEST))
                .isEqualTo(new CorrectiveActions.Outcome.Refused(CorrectiveActions.Refusal.OPEN_ALREADY));
        assertThat(actions.review(planned.id(), true, "", REVIEWER, TEST))
                .as("nothing was done yet")
                .isEqualTo(new CorrectiveActions.Outcome.Refused(CorrectiveActions.Refusal.CHANGED_MEANWHILE));
        actions.carryOut(planned.id(), "任命の手配", TEST);
        assertThat(actions.review(planned.id(), true, "", planned.owner(), TEST))
                .isEqualTo(new CorrectiveActions.Outcome.Refused(CorrectiveActions.Refusal.OWN));
        actions.review(planned.id(), false, "効果なし", REVIEWER, TEST);
        assertThat(now(planned).state()).isInstanceOf(CorrectiveAction.State.Planned.class);
        actions.carryOut(planned.id(), "任命した", TEST);
        actions.review(planned.id(), true, "確認した", REVIEWER, TEST);
        assertThat(now(planned).state())
                .as("the check still fails")
                .isInstanceOf(CorrectiveAction.State.Effective.class);
        posts.appoint(Appointment.to(Posts.DEPARTMENTAL, department.id(), person().id(), null, today(), null), TEST);
        TestChecks.run(application);
        assertThat(now(planned).state()).isInstanceOf(CorrectiveAction.State.Closed.class);
        assertThat(pages.get()
                        .uri("/findings/" + check + "?subject=" + subject + "&refused=own")
                        .with(authentication(SignedInAs.may("findings"))))
                .hasStatusOk()
                .bodyText()
                .contains("完了", "責任者本人は、効果を確認できません。");
    }

    @Test
    void listsTheGravestFirstAndCountsThemAll() {
        for (String chapter : List.of("", "&chapter=org", "&clause=org-1.b", "&severity=high", "&check=" + check)) {
            long listed = sql.sql(
                            "SELECT count(*) FROM facts.finding f JOIN facts.check_definition d ON d.id = f.check_id"
                                    + " WHERE f.status = 'alarm' AND NOT EXISTS (SELECT 1 FROM findings.exception e WHERE e.check_id = f.check_id"
                                    + " AND e.subject = f.subject AND e.state = 'approved')"
                                    + switch (chapter) {
                                        case "&chapter=org" -> " AND d.clause LIKE 'org-%'";
                                        case "&clause=org-1.b" -> " AND d.clause = 'org-1.b'";
                                        case "&severity=high" -> " AND d.severity = 'high'";
                                        case "" -> "";
                                        default -> " AND d.id = " + check;
                                    })
                    .query(Long.class)
                    .single();
            assertThat(pages.get()
                            .uri("/findings?status=alarm" + chapter)
                            .with(authentication(SignedInAs.may("findings"))))
                    .hasStatusOk()
                    .bodyText()
                    .contains(">" + listed + "件<");
        }
    }

    @Test
    void plansAndAsksThroughForms() {
        assertThat(pages.get()
                        .uri("/findings/" + check + "/action?subject=" + subject)
                        .with(authentication(SignedInAs.may("findings"))))
                .hasStatusOk();
        assertThat(pages.post()
                        .uri("/findings/" + check + "/action")
                        .param("subject", subject)
                        .param("cause", "no such")
                        .param("dueOn", "soon")
                        .with(csrf())
                        .with(authentication(SignedInAs.may("findings"))))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("plan-error", "dueOn-error", "responsible-error");
        assertThat(pages.post()
                        .uri("/findings/" + check + "/action")
                        .param("subject", subject)
                        .param("cause", "rule-insufficient")
                        .param("plan", "規程を改める")
                        .param("responsible", person().id().toString())
                        .param("dueOn", "2027-01-31")
                        .param("needsRevision", "yes")
                        .with(csrf())
                        .with(authentication(SignedInAs.may("findings"))))
                .hasStatus3xxRedirection();
        assertThat(pages.get()
                        .uri("/findings/" + check + "?subject=" + subject)
                        .with(authentication(SignedInAs.may("findings"))))
                .bodyText()
                .contains("規程を改める", "規程の改訂が必要", "実施済みにする");
        assertThat(pages.get()
                        .uri("/findings/" + check + "/exception?subject=" + subject)
                        .with(authentication(SignedInAs.may("findings"))))
                .hasStatusOk();
        assertThat(pages.post()
                        .uri("/findings/" + check + "/exception")
                        .param("subject", subject)
                        .param("reason", "")
                        .param("endsOn", "")
                        .with(csrf())
                        .with(authentication(SignedInAs.may("findings"))))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("reason-error", "measure-error", "endsOn-error");
        assertThat(pages.post()
                        .uri("/findings/" + check + "/exception")
                        .param("subject", subject)
                        .param("reason", "組織の改編中")
                        .param("measure", "責任者が直接見る")
                        .param("endsOn", today().plusDays(30).toString())
                        .with(csrf())
                        .with(authentication(SignedInAs.may("findings"))))
                .hasStatus3xxRedirection();
        assertThat(sql.sql("SELECT count(*) FROM findings.exception WHERE subject = :subject AND state = 'asked'")
                        .param("subject", subject)
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    private UUID asked() {
        return ((Exemptions.Outcome.Asked) exemptions.ask(
                        check,
                        subject,
                        "org-1.b",
                        "組織の改編中",
                        "責任者が直接見る",
                        today().plusDays(30),
                        Actor.person(UUID.randomUUID())))
                .exemption();
    }

    /** The officer decides. */
    private void approve(UUID id) {
        RequestId request = approvals
                .open(ExemptionMatter.KIND, ExemptionMatter.subject(id))
                .orElseThrow();
        assertThat(approvals.decide(request, Verdict.APPROVE, "", officer, Actor.person(officer.value())))
                .isInstanceOf(Approvals.Outcome.Done.class);
    }

    private CorrectiveAction action() {
        return new CorrectiveAction(
                UUID.randomUUID(),
                check,
                subject,
                "org-1.b",
                Cause.NOT_LIVED,
                "部門責任者を任命する",
                person().id(),
                today().plusDays(7),
                false,
                new CorrectiveAction.State.Planned(),
                0);
    }

    private CorrectiveAction now(CorrectiveAction action) {
        return actions.of(check, subject).stream()
                .filter(a -> a.id().equals(action.id()))
                .findFirst()
                .orElseThrow();
    }

    private String state(UUID exemption) {
        return sql.sql("SELECT state FROM findings.exception WHERE id = :id")
                .param("id", exemption)
                .query(String.class)
                .single();
    }

    private String status() {
        return sql.sql("SELECT status FROM facts.finding WHERE check_id = :check AND subject = :subject")
                .param("check", check)
                .param("subject", subject)
                .query(String.class)
                .single();
    }

    private Person person() {
        return TestPeople.entered(people, "是正", "太郎");
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
