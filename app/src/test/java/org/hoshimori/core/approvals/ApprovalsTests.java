package org.hoshimori.core.approvals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hoshimori.core.posts.Seat.HEAD;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.hoshimori.ApplicationTest;
import org.hoshimori.SignedInAs;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.organization.Department;
import org.hoshimori.core.organization.DepartmentId;
import org.hoshimori.core.organization.DepartmentRegister;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.Person;
import org.hoshimori.core.organization.PersonId;
import org.hoshimori.core.organization.TestPeople;
import org.hoshimori.core.posts.Appointment;
import org.hoshimori.core.posts.Posts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ApplicationTest
class ApprovalsTests {

    private static final Actor TEST = Actor.system("test");

    @Autowired
    private Approvals approvals;

    @Autowired
    private TestMatter matter;

    @Autowired
    private RequestList list;

    @Autowired
    private SeatingToday seating;

    @Autowired
    private Posts posts;

    @Autowired
    private PeopleRegister people;

    @Autowired
    private DepartmentRegister departments;

    @Autowired
    private JdbcClient sql;

    @Autowired
    private MockMvcTester pages;

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
        department = opened(head);
        appointed(department, manager, deputy);
    }

    @Test
    void asksOneAfterTheOther() {
        RequestId id = asked(purchase(500), List.of(List.of(head()), List.of(manager())));
        assertThat(approve(id, manager)).isEqualTo(refused(Approvals.Refusal.NOT_YOURS));
        assertThat(waitingFor(head)).contains(id);
        assertThat(waitingFor(manager)).doesNotContain(id);
        assertThat(approve(id, head)).isEqualTo(new Approvals.Outcome.Done(id, State.OPEN));
        assertThat(waitingFor(head)).doesNotContain(id);
        assertThat(waitingFor(manager)).contains(id);
        assertThat(approve(id, manager)).isEqualTo(new Approvals.Outcome.Done(id, State.APPROVED));
        assertThat(matter.settled).containsEntry(id, State.APPROVED);
        assertThat(approve(id, manager)).isEqualTo(refused(Approvals.Refusal.SETTLED));
    }

    @Test
    void asksSideBySide() {
        RequestId id = asked(purchase(500), List.of(List.of(head(), manager())));
        assertThat(waitingFor(head)).contains(id);
        assertThat(waitingFor(manager)).contains(id);
        assertThat(approve(id, manager)).isEqualTo(new Approvals.Outcome.Done(id, State.OPEN));
        assertThat(approve(id, head)).isEqualTo(new Approvals.Outcome.Done(id, State.APPROVED));
    }

    @Test
    void ofTwoWhoDecideAtOnceOneDecides() throws Exception {
        for (int round = 0; round < 10; round++) {
            RequestId id = asked(purchase(500), List.of(List.of(manager())));
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var outcomes = threads.invokeAll(Stream.of(manager, deputy, manager, deputy)
                        .<Callable<Approvals.Outcome>>map(
                                who -> () -> approvals.decide(id, Verdict.APPROVE, "不在", who, actor(who)))
                        .toList());
                int done = 0;
                for (var outcome : outcomes) {
                    done += outcome.get() instanceof Approvals.Outcome.Done ? 1 : 0;
                }
                assertThat(done).isOne();
            }
            assertThat(acts(id)).filteredOn("approval.decided/1"::equals).hasSize(1);
            assertThat(acts(id)).filteredOn("approval.settled/1"::equals).hasSize(1);
        }
    }

    @Test
    void aDeputySaysWhy() {
        RequestId id = asked(purchase(500), List.of(List.of(manager())));
        assertThat(approve(id, deputy)).isEqualTo(refused(Approvals.Refusal.WHY_STANDING_IN));
        assertThat(approvals.decide(id, Verdict.APPROVE, "本人が出張中のため", deputy, actor(deputy)))
                .isEqualTo(new Approvals.Outcome.Done(id, State.APPROVED));
    }

    @Test
    void nobodyDecidesHisOwn() {
        RequestId id = asked(actor(manager), purchase(500), List.of(List.of(manager())));
        assertThat(approve(id, manager)).isEqualTo(refused(Approvals.Refusal.OWN));
        assertThat(waitingFor(manager)).doesNotContain(id);
        assertThat(waitingFor(deputy)).contains(id);
        assertThat(approve(id, deputy))
                .as("the holder can't, so that the deputy need not say why")
                .isEqualTo(new Approvals.Outcome.Done(id, State.APPROVED));
    }

    @Test
    void lapsesWhenTheMatterChangesAndOnlyThen() {
        String subject = purchase(500);
        RequestId id = asked(subject, List.of(List.of(manager())));
        approvals.changed(TestMatter.KIND, subject, TEST);
        assertThat(approvals.state(id)).contains(State.OPEN);
        matter.prices.put(subject, 501);
        approvals.changed(TestMatter.KIND, subject, TEST);
        assertThat(approvals.state(id)).contains(State.LAPSED);
        assertThat(matter.settled).containsEntry(id, State.LAPSED);
    }

    @Test
    void lapsesAtTheDecisionIfNobodyHasTold() {
        String subject = purchase(500);
        RequestId id = asked(subject, List.of(List.of(manager())));
        matter.prices.put(subject, 400);
        assertThat(approve(id, manager)).isEqualTo(refused(Approvals.Refusal.CHANGED_MEANWHILE));
        assertThat(approvals.state(id)).contains(State.LAPSED);
        assertThat(asked(subject, List.of(List.of(manager())))).isNotEqualTo(id);
    }

    @Test
    void anOlderProjectionIsComparedWithItsLike() {
        String subject = purchase(500);
        RequestId id = ((Approvals.Outcome.Done) approvals.ask(
                        proposal(subject, 1, Optional.empty(), List.of(List.of(manager()))), actor(asking)))
                .request();
        assertThat(matter.record(subject, 2)).isNotEqualTo(matter.record(subject, 1));
        assertThat(approve(id, manager)).isEqualTo(new Approvals.Outcome.Done(id, State.APPROVED));
    }

    @Test
    void returnsAndRefusesWithAReason() {
        RequestId id = asked(purchase(500), List.of(List.of(head()), List.of(manager())));
        assertThat(approvals.decide(id, Verdict.RETURN, " ", head, actor(head)))
                .isEqualTo(refused(Approvals.Refusal.REASON_NEEDED));
        assertThat(approvals.decide(id, Verdict.RETURN, "見積もりを付けてください", head, actor(head)))
                .isEqualTo(new Approvals.Outcome.Done(id, State.RETURNED));
        assertThat(waitingFor(manager)).doesNotContain(id);
        RequestId other = asked(purchase(500), List.of(List.of(manager())));
        assertThat(approvals.decide(other, Verdict.REFUSE, "予算がありません", manager, actor(manager)))
                .isEqualTo(new Approvals.Outcome.Done(other, State.REFUSED));
    }

    @Test
    void isTakenBackByTheOneWhoAsked() {
        RequestId id = asked(purchase(500), List.of(List.of(manager())));
        assertThat(approvals.withdraw(id, actor(manager))).isEqualTo(refused(Approvals.Refusal.NOT_YOURS));
        assertThat(approvals.withdraw(id, actor(asking))).isEqualTo(new Approvals.Outcome.Done(id, State.WITHDRAWN));
        assertThat(approve(id, manager)).isEqualTo(refused(Approvals.Refusal.SETTLED));
    }

    @Test
    void expiresAfterItsLastDay() {
        String subject = purchase(500);
        RequestId id = ((Approvals.Outcome.Done) approvals.ask(
                        proposal(subject, 2, Optional.of(LocalDate.now()), List.of(List.of(manager()))), actor(asking)))
                .request();
        approvals.expire();
        assertThat(approvals.state(id)).contains(State.OPEN);
        sql.sql("UPDATE approvals.request SET expires_on = expires_on - 2 WHERE id = :id")
                .param("id", id.value())
                .update();
        approvals.expire();
        approvals.expire();
        assertThat(approvals.state(id)).contains(State.EXPIRED);
        assertThat(acts(id)).filteredOn("approval.settled/1"::equals).hasSize(1);
    }

    @Test
    void refusesASecondRequestForTheSame() {
        String subject = purchase(500);
        asked(subject, List.of(List.of(manager())));
        assertThat(approvals.ask(proposal(subject, 2, Optional.empty(), List.of(List.of(manager()))), actor(asking)))
                .isEqualTo(refused(Approvals.Refusal.OPEN_ALREADY));
    }

    @Test
    void showsTheSheetToWhomItConcernsOnly() {
        String subject = purchase(500);
        RequestId id = asked(subject, List.of(List.of(head()), List.of(manager())));
        String address = "/approvals/" + id;
        assertThat(get(asking, address)).hasStatusOk().bodyText().contains("購入: " + subject, "申請を取り下げる");
        assertThat(get(head, address)).hasStatusOk().bodyText().contains("この内容で決裁する", "決裁待ち");
        assertThat(get(manager, address)).hasStatusOk().bodyText().doesNotContain("この内容で決裁する");
        assertThat(get(person(), address)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(pages.get()
                        .uri(address)
                        .with(authentication(SignedInAs.may("record")))
                        .exchange())
                .hasStatusOk();
        assertThat(post(head, address + "/decide", "verdict", "REFUSE", "comment", ""))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("理由を書いてください");
        assertThat(post(person(), address + "/decide", "verdict", "APPROVE")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(post(head, address + "/remark", "words", "至急です")).hasStatus(HttpStatus.FOUND);
        assertThat(post(head, address + "/decide", "verdict", "APPROVE", "comment", "了解"))
                .hasStatus(HttpStatus.FOUND);
        assertThat(get(manager, address)).bodyText().contains("至急です", "所属部門長として承認しました", "了解", "この内容で決裁する");
    }

    @Test
    void tellsWhoseTurnItIsAndWhatBecameOfIt() {
        RequestId id = asked(purchase(500), List.of(List.of(head()), List.of(manager())));
        assertThat(told(head)).containsExactly("approvals.notice.turn");
        assertThat(told(manager)).isEmpty();
        approve(id, head);
        assertThat(told(head)).containsExactly("approvals.notice.turn");
        assertThat(told(manager)).containsExactly("approvals.notice.turn");
        assertThat(told(deputy)).isEmpty();
        approve(id, manager);
        assertThat(told(asking)).containsExactly("approvals.notice.APPROVED");
    }

    private List<String> told(PersonId who) {
        return sql.sql("SELECT message FROM notices.notice WHERE person = :person")
                .param("person", who.value())
                .query(String.class)
                .list();
    }

    @Test
    void approvesSeveralAtOnceAndSaysWhatIsLeft() {
        String changed = purchase(500);
        RequestId one = asked(purchase(100), List.of(List.of(manager())));
        RequestId other = asked(changed, List.of(List.of(manager())));
        assertThat(get(manager, "/approvals")).bodyText().contains(one.toString(), other.toString());
        assertThat(get(manager, "/")).bodyText().contains("/approvals/" + one);
        matter.prices.put(changed, 501);
        assertThat(post(manager, "/approvals/approve", "request", one.toString(), "request", other.toString()))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("1件を承認しました。1件は承認できませんでした");
        assertThat(approvals.state(one)).contains(State.APPROVED);
        assertThat(get(asking, "/approvals?show=asked")).bodyText().contains("承認済み", "失効");
        assertThat(get(manager, "/approvals?show=all"))
                .as("all is for those who may read the record")
                .bodyText()
                .doesNotContain("失効");
    }

    private MvcTestResult get(PersonId who, String uri) {
        return pages.get()
                .uri(uri)
                .with(authentication(SignedInAs.person(who.value())))
                .exchange();
    }

    private MvcTestResult post(PersonId who, String uri, String... fields) {
        var request = pages.post()
                .uri(uri)
                .with(authentication(SignedInAs.person(who.value())))
                .with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private Set<RequestId> waitingFor(PersonId who) {
        return Set.copyOf(list.toDecide(who, seating.read(), 1).ids());
    }

    private List<String> acts(RequestId id) {
        return sql.sql("""
                SELECT e.act FROM evidence.entry e JOIN evidence.detail d USING (sequence)
                 WHERE e.act LIKE 'approval.%' AND convert_from(d.detail, 'UTF8') LIKE :id""").param("id", "%" + id + "%").query(String.class).list();
    }

    private Approvals.Outcome approve(RequestId id, PersonId who) {
        return approvals.decide(id, Verdict.APPROVE, "", who, actor(who));
    }

    private RequestId asked(String subject, List<List<Seat>> line) {
        return asked(actor(asking), subject, line);
    }

    private RequestId asked(Actor by, String subject, List<List<Seat>> line) {
        return ((Approvals.Outcome.Done) approvals.ask(proposal(subject, 2, Optional.empty(), line), by)).request();
    }

    private Proposal proposal(String subject, int projection, Optional<LocalDate> expires, List<List<Seat>> line) {
        Map<String, Object> record = matter.record(subject, projection).orElseThrow();
        return new Proposal(TestMatter.KIND, subject, Optional.of("org-1.a"), record, projection, line, "/", expires);
    }

    private String purchase(int price) {
        String subject = "purchase:" + UUID.randomUUID();
        matter.prices.put(subject, price);
        return subject;
    }

    private Seat head() {
        return Seat.of(HEAD, department);
    }

    private Seat manager() {
        return Seat.of(Posts.DEPARTMENTAL, department);
    }

    private static Actor actor(PersonId who) {
        return Actor.person(who.value());
    }

    private static Approvals.Outcome refused(Approvals.Refusal why) {
        return new Approvals.Outcome.Refused(why);
    }

    private PersonId person() {
        Person person = TestPeople.entered(people, "決裁", "花子");
        return person.id();
    }

    private DepartmentId opened(PersonId leader) {
        Department called = Department.called("決裁部 " + UUID.randomUUID(), "", 1, leader);
        return ((DepartmentRegister.Outcome.Done) departments.open(called, TEST))
                .department()
                .id();
    }

    private void appointed(DepartmentId in, PersonId holder, @Nullable PersonId standIn) {
        Appointment to = Appointment.to(Posts.DEPARTMENTAL, in, holder, standIn, LocalDate.of(2026, 4, 1), null);
        assertThat(posts.appoint(to, TEST)).isInstanceOf(Posts.Outcome.Done.class);
    }
}
