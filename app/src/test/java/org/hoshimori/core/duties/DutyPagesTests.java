package org.hoshimori.core.duties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
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
import org.hoshimori.core.organization.DepartmentId;
import org.hoshimori.core.organization.DepartmentRegister;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.Person;
import org.hoshimori.core.organization.TestPeople;
import org.hoshimori.core.posts.Seat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ApplicationTest
class DutyPagesTests {

    private static final Actor TEST = Actor.system("test");

    @Autowired
    private MockMvcTester pages;

    @Autowired
    private Tasks tasks;

    @Autowired
    private DutyKinds kinds;

    @Autowired
    private PeopleRegister people;

    @Autowired
    private DepartmentRegister departments;

    @Autowired
    private Absences absences;

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcClient sql;

    private Person head;
    private Person other;
    private Seat seat;

    @BeforeEach
    void openDepartment() {
        head = TestPeople.entered(people, "実施", "花子");
        other = TestPeople.entered(people, "代理", "太郎");
        Department department = Department.called("実施部" + UUID.randomUUID(), "", 1, head.id());
        departments.open(department, TEST);
        seat = Seat.head(department.id());
    }

    @Test
    void whoHasADutyDoesItAndItIsOnRecord() {
        Task task = planned(today().minusDays(10), today().plusDays(3));
        assertThat(get("/", head)).bodyText().contains("/duties/" + task.id(), "バックアップからの復元テスト");
        assertThat(get("/duties", head)).bodyText().contains("/duties/" + task.id(), "実施 花子", "実施前");
        assertThat(get("/duties/" + task.id(), head)).bodyText().contains("実施済みにする", "ast-4.1", "システム管理者は");
        assertThat(post("/duties/" + task.id() + "/done", other, "note", "x")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(post("/duties/" + task.id() + "/done", head, "note", "3台で復元できた"))
                .hasRedirectedUrl("/duties/" + task.id());
        assertThat(get("/duties/" + task.id(), head))
                .bodyText()
                .contains("実施済み", "3台で復元できた")
                .doesNotContain("実施済みにする");
        assertThat(get("/", head)).bodyText().doesNotContain("/duties/" + task.id());
        assertThat(get("/duties?standing=closed", head)).bodyText().contains("/duties/" + task.id());
        assertThat(acts(task)).containsExactly("duty.done/1");
        assertThat(post("/duties/" + task.id() + "/done", head, "note", "again"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(acts(task)).containsExactly("duty.done/1");
    }

    @Test
    void nobodyLooksAtTheDutiesOfAnotherDepartment() {
        Task task = planned(today().minusDays(10), today().plusDays(3));
        assertThat(get("/duties/" + task.id(), other)).hasStatus(HttpStatus.FORBIDDEN);
        for (String permission : List.of("record", "people")) {
            assertThat(pages.get()
                            .uri("/duties/" + task.id())
                            .with(authentication(SignedInAs.person(other.id().value(), permission)))
                            .exchange())
                    .as(permission)
                    .hasStatusOk();
        }
        assertThat(pages.get()
                        .uri("/duties/" + task.id())
                        .with(authentication(SignedInAs.person(other.id().value(), "assets")))
                        .exchange())
                .hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void whatNeedNotBeDoneNeedsAReason() {
        Task task = planned(today().minusDays(10), today().minusDays(3));
        assertThat(get("/duties/" + task.id(), head)).bodyText().contains("期限切れ", "3日過ぎています");
        assertThat(post("/duties/" + task.id() + "/not-applicable", head, "reason", " "))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("理由を書いてください", "aria-invalid=\"true\"");
        assertThat(post("/duties/" + task.id() + "/not-applicable", head, "reason", "機器がない"))
                .hasRedirectedUrl("/duties/" + task.id());
        assertThat(tasks.find(task.id()).orElseThrow().on(today()))
                .isInstanceOfSatisfying(
                        Task.State.NotApplicable.class,
                        s -> assertThat(s.reason()).isEqualTo("機器がない"));
    }

    @Test
    void theStandInHasItWhileTheHolderIsAway() {
        Task task = planned(today().minusDays(10), today().plusDays(3));
        assertThat(get("/duties", other)).bodyText().doesNotContain("/duties/" + task.id());
        Absence absence = new Absence(UUID.randomUUID(), head.id(), today(), today().plusDays(2), other.id());
        assertThat(absences.enter(absence, TEST)).isEmpty();
        assertThat(get("/duties", other)).bodyText().contains("/duties/" + task.id(), "（代理: 代理 太郎）");
        absences.cancel(absence.id(), TEST);
        assertThat(post("/duties/" + task.id() + "/done", other, "note", "")).hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void nobodyButWhoLeadsOrOverseesLooksAtAPersonsDuty() {
        DutyKind kind = kinds.find("training-attended").orElseThrow();
        tasks.plan(
                new Implied(kind, "hr-4.c", "hr-4.c.regulations", Optional.empty(), Optional.empty(), 0),
                today().minusDays(500),
                today().minusDays(9),
                today().plusDays(9),
                List.of(new Tasks.Wanted("person:" + other.id(), new Assignee.OfPerson(other.id()))),
                Instant.now());
        Task task = tasks.openOf(List.of(new Assignee.OfPerson(other.id())), today().plusDays(9), 1)
                .getFirst();
        assertThat(get("/duties/" + task.id(), other)).hasStatusOk();
        assertThat(get("/duties/" + task.id(), head)).hasStatus(HttpStatus.FORBIDDEN);
        people.change(
                new Person(
                        other.id(),
                        other.staffNumber(),
                        other.name(),
                        other.mail(),
                        other.employment(),
                        seat.department().orElseThrow(),
                        "ja",
                        other.joinedOn(),
                        null,
                        other.version()),
                TEST);
        assertThat(get("/duties/" + task.id(), head)).hasStatusOk();
        assertThat(get("/duties?whose=department", head)).bodyText().contains("/duties/" + task.id());
        assertThat(get("/duties?whose=all", other)).bodyText().doesNotContain("value=\"all\"");
    }

    @Test
    void keepsFilesAsEvidence() {
        Task task = planned(today().minusDays(10), today().plusDays(3));
        MvcTestResult added = pages.post()
                .uri("/duties/" + task.id() + "/files")
                .multipart()
                .file(new MockMultipartFile(
                        "file", "結果.txt", "text/plain", "復元した".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .with(csrf())
                .with(authentication(as(head)))
                .exchange();
        assertThat(added).hasRedirectedUrl("/duties/" + task.id());
        assertThat(get("/duties/" + task.id(), head)).bodyText().contains("結果.txt");
        assertThat(acts(task)).containsExactly("attachment.kept/1");
    }

    @Test
    void showsTheYearAndWhatIsPlannedInIt() {
        assertThat(get("/duties/year", head))
                .hasStatusOk()
                .bodyText()
                .contains("年度の年間計画", "情報セキュリティ委員会の開催", "システム管理者", "org-1.c", "退職者のアカウントの停止");
        assertThat(get("/duties/year?year=1", head)).hasStatusOk();
        assertThat(get("/duties/year?year=2004", head))
                .as("nothing is made up of what is past")
                .bodyText()
                .doesNotContain("class=\"mark\"");
        assertThat(get("/duties/year?year=2040", head)).bodyText().contains("class=\"mark\"");
    }

    @Test
    void aCalendarProgramReadsWithoutLoggingIn() {
        Task task = planned(today().minusDays(10), today().plusDays(3));
        MvcTestResult renewed = post("/duties/calendar", head);
        String address = String.valueOf(renewed.getMvcResult().getFlashMap().get("secret"));
        String path = address.substring(address.indexOf("/duties/feed/"));
        assertThat(pages.get().uri(path))
                .hasStatusOk()
                .hasContentType("text/calendar;charset=UTF-8")
                .bodyText()
                .contains("UID:duty-" + task.id() + "@", "SUMMARY:バックアップからの復元テスト");
        post("/duties/calendar", head);
        assertThat(pages.get().uri(path)).as("the one before is void").hasStatus(HttpStatus.NOT_FOUND);
        assertThat(pages.get().uri("/duties/feed/guessed.ics")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get("/duties/calendar", head)).bodyText().contains("今のアドレスは");
    }

    @Test
    void ofManyWhoSayItIsDoneOneDoes() throws Exception {
        Task task = planned(today().minusDays(10), today().plusDays(3));
        try (var threads = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = threads.invokeAll(java.util.stream.IntStream.range(0, 8)
                    .<java.util.concurrent.Callable<Integer>>mapToObj(
                            i -> () -> post("/duties/" + task.id() + "/done", head, "note", "n" + i)
                                    .getResponse()
                                    .getStatus())
                    .toList());
            int done = 0;
            for (var answer : answers) {
                done += answer.get() == 302 ? 1 : 0;
            }
            assertThat(done).isOne();
        }
        assertThat(acts(task)).containsExactly("duty.done/1");
    }

    private Task planned(LocalDate starts, LocalDate due) {
        DutyKind kind = kinds.find("restore-test").orElseThrow();
        String subject =
                "department:" + seat.department().map(DepartmentId::toString).orElseThrow();
        tasks.plan(
                new Implied(kind, "ast-4.1", "ast-4.1.restore", Optional.empty(), Optional.empty(), 0),
                starts,
                starts,
                due,
                List.of(new Tasks.Wanted(subject, new Assignee.OfSeat(seat))),
                Instant.now());
        return tasks.openOf(List.of(new Assignee.OfSeat(seat)), due, 9).getFirst();
    }

    private List<String> acts(Task task) {
        return sql.sql("SELECT act FROM evidence.entry WHERE subject = :subject ORDER BY sequence")
                .param("subject", task.id().subject())
                .query((row, n) -> row.getString(1))
                .list();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private MvcTestResult get(String uri, Person person) {
        return pages.get().uri(uri).with(authentication(as(person))).exchange();
    }

    private MvcTestResult post(String uri, Person person, String... fields) {
        var request = pages.post().uri(uri).with(csrf()).with(authentication(as(person)));
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private static Authentication as(Person person, String... permissions) {
        return UsernamePasswordAuthenticationToken.authenticated(
                new SignedIn(person.id().value(), person.name().full(), "ja"),
                null,
                Arrays.stream(permissions).map(SimpleGrantedAuthority::new).toList());
    }
}
