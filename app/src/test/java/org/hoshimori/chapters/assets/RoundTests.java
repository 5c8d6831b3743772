package org.hoshimori.chapters.assets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hoshimori.chapters.assets.TestAssets.TEST;
import static org.hoshimori.chapters.assets.TestAssets.done;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.hoshimori.ApplicationTest;
import org.hoshimori.SignedInAs;
import org.hoshimori.core.duties.Duties;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.organization.Department;
import org.hoshimori.core.organization.DepartmentRegister;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.Person;
import org.hoshimori.core.posts.Appointment;
import org.hoshimori.core.posts.Posts;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ApplicationTest
class RoundTests {

    private final MockMvcTester pages;
    private final Assets assets;
    private final Rounds rounds;
    private final RoundTable table;
    private final Duties duties;
    private final Posts posts;
    private final PeopleRegister people;
    private final DepartmentRegister departments;
    private final JdbcClient sql;
    private final Clock clock;

    RoundTests(
            @Autowired MockMvcTester pages,
            @Autowired Assets assets,
            @Autowired Rounds rounds,
            @Autowired RoundTable table,
            @Autowired Duties duties,
            @Autowired Posts posts,
            @Autowired PeopleRegister people,
            @Autowired DepartmentRegister departments,
            @Autowired JdbcClient sql,
            @Autowired Clock clock) {
        this.pages = pages;
        this.assets = assets;
        this.rounds = rounds;
        this.table = table;
        this.duties = duties;
        this.posts = posts;
        this.people = people;
        this.departments = departments;
        this.sql = sql;
        this.clock = clock;
    }

    @Test
    void countsWhatIsConfirmedChangedAndGone() {
        Department department = TestAssets.department(departments, "棚卸部");
        Asset there = TestAssets.entered(assets, "ある", department.id(), 1);
        Asset other = TestAssets.entered(assets, "違う", department.id(), 1);
        Asset lost = TestAssets.entered(assets, "ない", department.id(), 1);
        Asset left = TestAssets.entered(assets, "残る", department.id(), 1);
        Round round = rounds.open(department.id(), TEST);
        assertThat(rounds.open(department.id(), TEST).id()).as("one at a time").isEqualTo(round.id());
        TestAssets.entered(assets, "後から来た", department.id(), 1);

        rounds.confirm(round, List.of(there.id()), TEST);
        done(assets.change(other.rated(Rating.of(2, 1, 1, "社内のみ")), TEST));
        assets.dispose(lost.id(), "なくした", TEST);
        rounds.confirm(round, List.of(other.id(), lost.id()), TEST);

        Round after = rounds.find(round.id()).orElseThrow();
        assertThat(after.answers()).isEqualTo(Map.of("confirmed", 1, "changed", 1, "gone", 1, "", 1));
        assertThat(rounds.close(
                        after,
                        " ",
                        TEST,
                        TestAssets.memberOf(department, people).id()))
                .contains(Rounds.Refusal.NOTE_NEEDED);
        assertThat(rounds.close(
                        after,
                        "出張中で見られない",
                        TEST,
                        TestAssets.memberOf(department, people).id()))
                .isEmpty();

        Round next = rounds.open(department.id(), TEST);
        assertThat(next.id()).isNotEqualTo(round.id());
        assertThat(table.rows(next, true, 1).getFirst())
                .isEqualTo(new RoundTable.Row(assets.find(left.id()).orElseThrow(), "", true));
        assertThat(sql.sql("SELECT unanswered FROM facts.asset_round WHERE id = :id")
                        .param("id", round.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void doesTheDutyOfWhoeverClosesIt() {
        Department department = TestAssets.department(departments, "義務部");
        Person manager = TestAssets.memberOf(department, people);
        posts.appoint(
                Appointment.to(Posts.DEPARTMENTAL, department.id(), manager.id(), null, LocalDate.now(clock), null),
                TEST);
        TestAssets.entered(assets, "確かめる物", department.id(), 1);
        sql.sql("""
                INSERT INTO duties.duty
                  (id, kind, subject, period, starts_on, due_on, assignee, clause, revision, changed_at)
                VALUES (gen_random_uuid(), 'asset-round', :subject, :day, :day, :day, :assignee, 'ast-1.1.a', 0, now())""")
                .param("subject", "department:" + department.id())
                .param("assignee", "post:" + Posts.DEPARTMENTAL + "@" + department.id())
                .param("day", LocalDate.now(clock))
                .update();
        Round round = rounds.open(department.id(), TEST);
        rounds.confirm(
                round, List.of(table.rows(round, true, 1).getFirst().asset().id()), TEST);
        Round whole = rounds.find(round.id()).orElseThrow();
        var duty = duties.open(Rounds.DUTY, "department:" + department.id());
        assertThat(rounds.close(whole, "", Actor.person(manager.id().value()), manager.id()))
                .isEmpty();
        assertThat(duty).isPresent();
        assertThat(duties.open(Rounds.DUTY, "department:" + department.id())).isEmpty();
    }

    @Test
    void letsADepartmentTakeItsOwnInventoryOnly() {
        Department own = TestAssets.department(departments, "自部署");
        Department other = TestAssets.department(departments, "他部署");
        Person member = TestAssets.memberOf(own, people);
        Asset asset = TestAssets.entered(assets, "自分の物", own.id(), 3);
        assertThat(post(member, "/assets/rounds", "department", other.id().toString()))
                .hasStatus(HttpStatus.FORBIDDEN);
        MvcTestResult begun =
                post(member, "/assets/rounds", "department", own.id().toString());
        String address = String.valueOf(begun.getResponse().getRedirectedUrl());
        assertThat(get(member, address)).bodyText().contains("自分の物", "1件のうち0件が済み");
        assertThat(get(TestAssets.memberOf(other, people), address)).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(post(member, address + "/close", "note", "")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        post(member, address + "/confirm", "ids", asset.id().toString());
        assertThat(get(member, address)).bodyText().contains("1件のうち1件が済み", "残っているものはありません");
        assertThat(post(member, address + "/close", "note", "")).hasStatus3xxRedirection();
        assertThat(get(member, "/assets/rounds"))
                .bodyText()
                .contains(own.name(), "終了")
                .doesNotContain(other.name());
        assertThat(get(member, "/assets/" + asset.id() + "?tab=history"))
                .bodyText()
                .contains("棚卸しでの確認");
    }

    private MvcTestResult get(Person who, String address) {
        return pages.get()
                .uri(address)
                .with(authentication(SignedInAs.person(who.id().value())))
                .exchange();
    }

    private MvcTestResult post(Person who, String address, String field, String value) {
        return pages.post()
                .uri(address)
                .param(field, value)
                .with(csrf())
                .with(authentication(SignedInAs.person(who.id().value())))
                .exchange();
    }
}
