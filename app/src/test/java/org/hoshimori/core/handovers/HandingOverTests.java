package org.hoshimori.core.handovers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.ApplicationTest;
import org.hoshimori.SignedInAs;
import org.hoshimori.core.absences.Absence;
import org.hoshimori.core.absences.Absences;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.identity.SignedIn;
import org.hoshimori.core.organization.Department;
import org.hoshimori.core.organization.DepartmentRegister;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.Person;
import org.hoshimori.core.organization.PersonId;
import org.hoshimori.core.organization.TestPeople;
import org.hoshimori.core.posts.Appointment;
import org.hoshimori.core.posts.Posts;
import org.hoshimori.core.posts.Seat;
import org.hoshimori.core.posts.Seats;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ApplicationTest
class HandingOverTests {

    private static final Actor TEST = Actor.system("test");

    @Autowired
    private MockMvcTester pages;

    @Autowired
    private HandingOver handingOver;

    @Autowired
    private PeopleRegister people;

    @Autowired
    private DepartmentRegister departments;

    @Autowired
    private Posts posts;

    @Autowired
    private Seats seats;

    @Autowired
    private Absences absences;

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcClient sql;

    private Person leaver;
    private Person successor;
    private Department department;

    @BeforeEach
    void appoint() {
        leaver = TestPeople.entered(people, "退任", "花子");
        successor = TestPeople.entered(people, "後任", "太郎");
        department = Department.called("引継部" + UUID.randomUUID(), "", 1, leaver.id());
        departments.open(department, TEST);
        assertThat(posts.appoint(
                        Appointment.to(
                                Posts.DEPARTMENTAL,
                                department.id(),
                                leaver.id(),
                                successor.id(),
                                today().minusDays(9),
                                null),
                        TEST))
                .isInstanceOf(Posts.Outcome.Done.class);
    }

    @Test
    void nobodyLeavesWithWhatWouldThenBeOwnedByNobody() {
        LocalDate last = today().plusDays(20);
        assertThat(leaves(last)).isEqualTo(new PeopleRegister.Outcome.Refused(PeopleRegister.Refusal.STILL_HOLDS));
        assertThat(edit(last))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("行き先が決まっていません");
        assertThat(handingOver.putOff(leaver.id(), last, TEST)).isEmpty();
        assertThat(leaves(last)).isInstanceOf(PeopleRegister.Outcome.Done.class);
        assertThat(handingOver.ownerless())
                .filteredOn(l -> l.person().id().equals(leaver.id()))
                .singleElement()
                .satisfies(l -> assertThat(l.items()).hasSize(2));
        assertThat(get("/hand-overs")).bodyText().contains("退任 花子", department.name(), "情報セキュリティ部門責任者");
        assertThat(get("/")).bodyText().contains("/people/" + leaver.id() + "/hand-over");
    }

    @Test
    void allGoesToOnePersonInOneAct() {
        LocalDate last = today().plusDays(20);
        assertThat(post(
                        "hand-over",
                        "successor",
                        successor.id().toString(),
                        "firstDay",
                        last.plusDays(1).toString()))
                .hasRedirectedUrl("/people/" + leaver.id() + "/hand-over");
        assertThat(holderOn(last)).isEqualTo(leaver.id());
        assertThat(holderOn(last.plusDays(1))).isEqualTo(successor.id());
        assertThat(posts.on(last.plusDays(1)).stream()
                        .filter(a -> department.id().equals(a.department()))
                        .findFirst()
                        .orElseThrow()
                        .deputised())
                .as("nobody is his or her own deputy")
                .isEmpty();
        assertThat(departments.find(department.id()).orElseThrow().head()).isEqualTo(successor.id());
        assertThat(leaves(last)).isInstanceOf(PeopleRegister.Outcome.Done.class);
        assertThat(handingOver.ownerless()).noneMatch(l -> l.person().id().equals(leaver.id()));
        assertThat(sql.sql("SELECT count(*) FROM evidence.entry WHERE subject = :subject AND act = 'hand-over.done/1'")
                        .param("subject", "person:" + leaver.id())
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void aSuccessorWhoIsDeputyElsewhereStandsInForNobodyTwice() {
        Person holder = TestPeople.entered(people, "他部", "長");
        Department other = Department.called("他部" + UUID.randomUUID(), "", 1, null);
        departments.open(other, TEST);
        posts.appoint(
                Appointment.to(Posts.DEPARTMENTAL, other.id(), holder.id(), leaver.id(), today().minusDays(9), null),
                TEST);
        assertThat(handingOver.handOver(leaver.id(), holder.id(), today(), TEST))
                .isEmpty();
        assertThat(posts.on(today()).stream()
                        .filter(a -> other.id().equals(a.department()))
                        .findFirst()
                        .orElseThrow()
                        .deputised())
                .isEmpty();
        assertThat(holderOn(today())).isEqualTo(holder.id());
    }

    @Test
    void aPostThatIsStillToBeTakenUpGoesToTheSuccessorToo() {
        Department other = Department.called("未着任部" + UUID.randomUUID(), "", 1, null);
        departments.open(other, TEST);
        LocalDate later = today().plusDays(60);
        posts.appoint(Appointment.to(Posts.DEPARTMENTAL, other.id(), leaver.id(), null, later, null), TEST);
        assertThat(handingOver.handOver(leaver.id(), successor.id(), today(), TEST))
                .isEmpty();
        assertThat(posts.on(later).stream()
                        .filter(a -> other.id().equals(a.department()))
                        .map(Appointment::holder))
                .containsExactly(successor.id());
        assertThat(handingOver.held(leaver.id(), today())).isEmpty();
        assertThat(handingOver.handOver(leaver.id(), successor.id(), today(), TEST))
                .as("again, it does nothing")
                .isEmpty();
        assertThat(posts.on(later).stream().filter(a -> other.id().equals(a.department())))
                .hasSize(1);
    }

    @Test
    void refusesASuccessorWhoIsNotHereAndADayThatIsPast() {
        assertThat(handingOver.handOver(leaver.id(), leaver.id(), today(), TEST))
                .contains(HandingOver.Refusal.SUCCESSOR_IS_HOLDER);
        assertThat(handingOver.handOver(leaver.id(), successor.id(), today().minusDays(1), TEST))
                .contains(HandingOver.Refusal.PAST);
        assertThat(post("hand-over", "successor", "", "firstDay", "x"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("一人を選んでください");
        assertThat(post("hand-over/later", "byDay", today().minusDays(1).toString()))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("今日より前の日は選べません");
        assertThat(pages.get().uri("/people/" + leaver.id() + "/hand-over").with(authentication(SignedInAs.anybody())))
                .hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void whoIsAwayIsStoodInForByThePostsDeputyOrTheOneNamed() {
        Person named = TestPeople.entered(people, "留守", "番");
        assertThat(absences.enter(
                        new Absence(UUID.randomUUID(), leaver.id(), today(), today().plusDays(3), named.id()), TEST))
                .isEmpty();
        assertThat(acting(new Seat(Posts.DEPARTMENTAL, Optional.of(department.id()))))
                .isEqualTo(successor.id());
        assertThat(acting(Seat.head(department.id()))).isEqualTo(named.id());
        assertThat(seats.of(named.id(), today())).containsExactly(Seat.head(department.id()));
        assertThat(seats.of(named.id(), today().plusDays(4))).isEmpty();
        assertThat(absences.enter(
                        new Absence(
                                UUID.randomUUID(), leaver.id(), today().plusDays(3), today().plusDays(9), named.id()),
                        TEST))
                .contains(Absences.Refusal.OVERLAPS);
        assertThat(absences.enter(new Absence(UUID.randomUUID(), named.id(), today(), today(), leaver.id()), TEST))
                .as("away as well")
                .contains(Absences.Refusal.DEPUTY_NOT_HERE);
    }

    @Test
    void oneEntersOnesOwnAbsenceAndNobodyElses() {
        String own = "/people/" + leaver.id() + "/absences";
        var self = UsernamePasswordAuthenticationToken.authenticated(
                new SignedIn(leaver.id().value(), "退任 花子", "ja"), null, List.of());
        assertThat(pages.get().uri(own).with(authentication(self))).hasStatusOk();
        assertThat(pages.get().uri("/people/" + successor.id() + "/absences").with(authentication(self)))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(pages.post()
                        .uri(own)
                        .with(csrf())
                        .with(authentication(self))
                        .param("from", today().toString())
                        .param("until", today().plusDays(2).toString())
                        .param("deputy", successor.id().toString()))
                .hasRedirectedUrl(own);
        assertThat(pages.get().uri(own).with(authentication(self))).bodyText().contains("代理: 後任 太郎", "取り消す");
        Absence entered = absences.of(leaver.id(), today()).getFirst();
        assertThat(pages.post()
                        .uri(own + "/" + entered.id() + "/cancel")
                        .with(csrf())
                        .with(authentication(self)))
                .hasRedirectedUrl(own);
        assertThat(absences.of(leaver.id(), today())).isEmpty();
        assertThat(pages.post()
                        .uri(own)
                        .with(csrf())
                        .with(authentication(self))
                        .param("from", "x")
                        .param("until", ""))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private @Nullable PersonId holderOn(LocalDate day) {
        return posts.on(day).stream()
                .filter(a ->
                        a.post().equals(Posts.DEPARTMENTAL) && department.id().equals(a.department()))
                .map(Appointment::holder)
                .findFirst()
                .orElse(null);
    }

    private PersonId acting(Seat seat) {
        return seats.on(today()).stream()
                .filter(t -> t.seat().equals(seat))
                .findFirst()
                .orElseThrow()
                .acting();
    }

    private PeopleRegister.Outcome leaves(LocalDate last) {
        Person now = people.find(leaver.id()).orElseThrow();
        return people.change(
                new Person(
                        now.id(),
                        now.staffNumber(),
                        now.name(),
                        now.mail(),
                        now.employment(),
                        null,
                        "ja",
                        now.joinedOn(),
                        last,
                        now.version()),
                TEST);
    }

    private MvcTestResult edit(LocalDate last) {
        return pages.post()
                .uri("/people/" + leaver.id())
                .with(csrf())
                .with(authentication(SignedInAs.may("people")))
                .param("staffNumber", leaver.staffNumber())
                .param("family", "退任")
                .param("mail", leaver.mail())
                .param("employment", "EMPLOYEE")
                .param("language", "ja")
                .param("joinedOn", "2026-04-01")
                .param("leavesOn", last.toString())
                .param("version", "0")
                .exchange();
    }

    private MvcTestResult get(String uri) {
        return pages.get()
                .uri(uri)
                .with(authentication(SignedInAs.may("people")))
                .exchange();
    }

    private MvcTestResult post(String act, String... fields) {
        var request = pages.post()
                .uri("/people/" + leaver.id() + "/" + act)
                .with(csrf())
                .with(authentication(SignedInAs.may("people")));
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
