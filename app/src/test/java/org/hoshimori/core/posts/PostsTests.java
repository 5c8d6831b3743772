package org.hoshimori.core.posts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.hoshimori.ApplicationTest;
import org.hoshimori.SignedInAs;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.handovers.HandingOver;
import org.hoshimori.core.organization.Department;
import org.hoshimori.core.organization.DepartmentRegister;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.Person;
import org.hoshimori.core.organization.PersonId;
import org.hoshimori.core.organization.TestPeople;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ApplicationTest
class PostsTests {

    private static final Actor TEST = Actor.system("test");
    private static final LocalDate DAY = LocalDate.of(2030, 4, 1);

    private final MockMvcTester pages;
    private final Posts posts;
    private final PeopleRegister people;
    private final HandingOver handingOver;
    private final DepartmentRegister departments;
    private final JdbcClient sql;

    PostsTests(
            @Autowired MockMvcTester pages,
            @Autowired Posts posts,
            @Autowired PeopleRegister people,
            @Autowired HandingOver handingOver,
            @Autowired DepartmentRegister departments,
            @Autowired JdbcClient sql) {
        this.pages = pages;
        this.posts = posts;
        this.people = people;
        this.handingOver = handingOver;
        this.departments = departments;
        this.sql = sql;
    }

    @Test
    void onePersonHoldsAPostAtATime() {
        Appointment first = done(to("training-manager", person(), null, DAY, DAY.plusYears(1)));
        assertThat(appoint(to("training-manager", person(), null, DAY.plusYears(1), null)))
                .as("the last day is a day of the post")
                .isEqualTo(new Posts.Outcome.Refused(Posts.Refusal.HELD_BY_ANOTHER));
        Appointment next =
                done(to("training-manager", person(), null, DAY.plusYears(1).plusDays(1), null));
        assertThat(holderOn("training-manager", DAY.plusYears(1))).isEqualTo(first.holder());
        assertThat(holderOn("training-manager", DAY.plusYears(1).plusDays(1))).isEqualTo(next.holder());
        assertThat(holderOn("training-manager", DAY.minusDays(1))).isNull();
    }

    @Test
    void ofManyWhoAppointAtOnceOneSucceeds() throws Exception {
        Person person = person();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var outcomes = threads.invokeAll(IntStream.range(0, 12)
                    .<Callable<Posts.Outcome>>mapToObj(i -> () -> appoint(to("head-of-hr", person, null, DAY, null)))
                    .toList());
            int done = 0;
            for (var outcome : outcomes) {
                done += outcome.get() instanceof Posts.Outcome.Done ? 1 : 0;
            }
            assertThat(done).isOne();
        }
    }

    @Test
    void severalDirectorsServeTogether() {
        done(to("director", person(), null, DAY, null));
        done(to("director", person(), null, DAY, null));
    }

    @Test
    void refusesWhoDoesNotWorkHereThen() {
        Person gone = person();
        people.change(gone.leaving(DAY.minusDays(1)), TEST);
        assertThat(appoint(to("privacy-manager", gone, null, DAY, null)))
                .isEqualTo(new Posts.Outcome.Refused(Posts.Refusal.HOLDER_NOT_HERE));
        assertThat(appoint(to("privacy-manager", person(), gone.id(), DAY, null)))
                .isEqualTo(new Posts.Outcome.Refused(Posts.Refusal.DEPUTY_NOT_HERE));
        Person person = person();
        assertThat(appoint(to("privacy-manager", person, person.id(), DAY, null)))
                .isEqualTo(new Posts.Outcome.Refused(Posts.Refusal.DEPUTY_IS_HOLDER));
        assertThat(appoint(to("privacy-manager", person, null, DAY, DAY.minusDays(1))))
                .isEqualTo(new Posts.Outcome.Refused(Posts.Refusal.ENDS_BEFORE_START));
    }

    @Test
    void aPostIsVacantOnceItsHolderHasLeft() {
        Person leaver = person();
        done(to("head-of-sales", leaver, null, DAY, null));
        assertThat(posts.heldBy(leaver.id(), DAY.plusYears(1))).hasSize(1);
        people.change(leaver.leaving(DAY.plusMonths(1)), TEST);
        handingOver.putOff(leaver.id(), DAY, TEST);
        people.change(
                new Person(
                        leaver.id(),
                        leaver.staffNumber(),
                        leaver.name(),
                        leaver.mail(),
                        leaver.employment(),
                        null,
                        "ja",
                        leaver.joinedOn(),
                        DAY.plusMonths(1),
                        leaver.version()),
                TEST);
        assertThat(holderOn("head-of-sales", DAY.plusMonths(1))).isEqualTo(leaver.id());
        assertThat(holderOn("head-of-sales", DAY.plusMonths(1).plusDays(1))).isNull();
        assertThat(posts.heldBy(leaver.id(), DAY.plusYears(1))).isEmpty();
    }

    @Test
    void everyDepartmentHasItsOwnSecurityManager() {
        Department sales = department();
        Department engineering = department();
        Person person = person();
        done(Appointment.to(Posts.DEPARTMENTAL, sales.id(), person.id(), null, DAY, null));
        done(Appointment.to(Posts.DEPARTMENTAL, engineering.id(), person.id(), null, DAY, null));
        assertThat(appoint(Appointment.to(Posts.DEPARTMENTAL, sales.id(), person().id(), null, DAY, null)))
                .isEqualTo(new Posts.Outcome.Refused(Posts.Refusal.HELD_BY_ANOTHER));
        assertThat(appoint(Appointment.to(Posts.DEPARTMENTAL, null, person.id(), null, DAY, null)))
                .isEqualTo(new Posts.Outcome.Refused(Posts.Refusal.DEPARTMENT_NEEDED));
        assertThat(appoint(Appointment.to("system-administrator", sales.id(), person.id(), null, DAY, null)))
                .as("a post of the whole company")
                .isEqualTo(new Posts.Outcome.Refused(Posts.Refusal.DEPARTMENT_NEEDED));
    }

    @Test
    void complaintsAreAnsweredByWhomTheRegulationNames() {
        assertThat(posts.codes()).doesNotContain("complaints-contact", "department-head");
        assertThat(posts.answeredBy("complaints-contact")).isEqualTo("incident-response-manager");
        assertThatThrownBy(() -> appoint(to("complaints-contact", person(), null, DAY, null)))
                .isInstanceOf(PostUnknown.class);
    }

    @Test
    void namingADeputyIsOnRecord() {
        Appointment before = done(to("head-of-administration", person(), null, DAY, null));
        Person deputy = person();
        assertThat(posts.change(before.with(deputy.id(), null, 0), DAY, TEST))
                .isInstanceOfSatisfying(
                        Posts.Outcome.Done.class,
                        d -> assertThat(d.appointment().deputised()).contains(deputy.id()));
        assertThat(posts.change(before.with(null, null, 0), DAY, TEST))
                .as("somebody else was quicker")
                .isEqualTo(new Posts.Outcome.Refused(Posts.Refusal.CHANGED_MEANWHILE));
        assertThat(sql.sql("""
                        SELECT count(*) FROM evidence.entry e JOIN evidence.detail d USING (sequence)
                         WHERE e.subject = 'post:head-of-administration' AND e.act = 'post.changed/1'
                           AND e.clause = 'org-1.b' AND convert_from(d.detail, 'UTF8') LIKE :deputy""")
                        .param("deputy", "%" + deputy.id() + "%")
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void showsVacanciesAndWhoHoldsWhat() {
        Person holder = TestPeople.entered(people, "体制", "確");
        Person deputy = TestPeople.entered(people, "代行", "進");
        done(to("audit-manager", holder, deputy.id(), LocalDate.of(2026, 4, 1), null));
        assertThat(pages.get().uri("/posts").with(authentication(SignedInAs.anybody())))
                .hasStatusOk()
                .bodyText()
                .contains("情報セキュリティ責任者", "体制 確", "代行 進", "空席", "インシデント対応責任者が兼ねる", "2026年4月1日(水) ～")
                .doesNotContain("任命する</a>");
        assertThat(pages.get().uri("/posts/chart.svg").with(authentication(SignedInAs.anybody())))
                .hasStatusOk()
                .hasContentType("image/svg+xml;charset=UTF-8")
                .bodyText()
                .contains("体制 確", "監査・点検責任者", "<path d=");
    }

    @Test
    void appointsThroughTheForm() {
        Person holder = TestPeople.entered(people, "書式", "一郎");
        assertThat(pages.post()
                        .uri("/posts/head-of-general-affairs/appoint")
                        .param("holderWords", "書式")
                        .param("startsOn", "2026-04-01")
                        .param("version", "0")
                        .param("find", "holder")
                        .with(csrf())
                        .with(authentication(SignedInAs.may("people"))))
                .as("without script the button searches")
                .hasStatusOk()
                .bodyText()
                .contains("value=\"" + holder.id() + "\"", "書式 一郎");
        assertThat(pages.post()
                        .uri("/posts/head-of-general-affairs/appoint")
                        .param("startsOn", "2026-04-01")
                        .param("version", "0")
                        .with(csrf())
                        .with(authentication(SignedInAs.may("people"))))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("言葉で探して、一人を選んでください。", "aria-describedby=\"holder-error\"");
        assertThat(pages.post()
                        .uri("/posts/head-of-general-affairs/appoint")
                        .param("holder", holder.id().toString())
                        .param("deputy", "")
                        .param("startsOn", "2026-04-01")
                        .param("endsOn", "")
                        .param("version", "0")
                        .with(csrf())
                        .with(authentication(SignedInAs.may("people"))))
                .hasRedirectedUrl("/posts/head-of-general-affairs");
        assertThat(holderOn("head-of-general-affairs", LocalDate.of(2026, 4, 1)))
                .isEqualTo(holder.id());
    }

    @Test
    void offersWhomOneMeansWhileOneTypes() {
        Person holder = TestPeople.entered(people, "候補", "者");
        assertThat(pages.get()
                        .uri("/people/picker?field=holder&chosen=&holderWords=候補")
                        .with(authentication(SignedInAs.anybody())))
                .hasStatusOk()
                .bodyText()
                .contains("name=\"holder\"", "value=\"" + holder.id() + "\"", "候補 者")
                .doesNotContain("<html");
    }

    @Test
    void lettingOthersAppointIsRefused() {
        assertThat(pages.post()
                        .uri("/posts/head-of-general-affairs/appoint")
                        .param("version", "0")
                        .with(csrf())
                        .with(authentication(SignedInAs.anybody())))
                .hasStatus(HttpStatus.FORBIDDEN);
    }

    private Posts.Outcome appoint(Appointment appointment) {
        return posts.appoint(appointment, TEST);
    }

    private Appointment done(Appointment appointment) {
        Posts.Outcome outcome = appoint(appointment);
        assertThat(outcome).isInstanceOf(Posts.Outcome.Done.class);
        return ((Posts.Outcome.Done) outcome).appointment();
    }

    private static Appointment to(
            String post, Person holder, @Nullable PersonId deputy, LocalDate from, @Nullable LocalDate until) {
        return Appointment.to(post, null, holder.id(), deputy, from, until);
    }

    private @Nullable PersonId holderOn(String post, LocalDate day) {
        return posts.on(day).stream()
                .filter(a -> a.post().equals(post))
                .map(Appointment::holder)
                .findFirst()
                .orElse(null);
    }

    private Person person() {
        return TestPeople.entered(people, "任命", "太郎");
    }

    private Department department() {
        String name = "部門" + UUID.randomUUID();
        return ((DepartmentRegister.Outcome.Done) departments.open(Department.called(name, "", 1, null), TEST))
                .department();
    }
}
