package org.hoshimori.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hoshimori.ApplicationTest;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.factors.TestLogIns;
import org.hoshimori.core.grants.Grants;
import org.hoshimori.core.grants.Permission;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.Person;
import org.hoshimori.core.organization.TestPeople;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ApplicationTest
class MyAccountTests {

    private static final Pattern HANDLE = Pattern.compile("/account/sessions/([0-9a-f]{16})/end\"");
    private static final String NEXT = "Kitsune9-odori+Kaze";

    @Autowired
    private MockMvcTester pages;

    @Autowired
    private PeopleRegister register;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Grants grants;

    @Autowired
    private LogInSteps steps;

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcClient sql;

    @Test
    void listsOnesSessionsAndEndsThemAtOnce() {
        Person person = withAccount(Set.of());
        Visitor here = Visitor.loggedIn(pages, person.mail());
        Visitor there = Visitor.loggedIn(pages, person.mail());
        Visitor third = Visitor.loggedIn(pages, person.mail());
        String page = Visitor.text(here.get("/account"));
        assertThat(page).contains("この端末", "Test/1.0 (Linux)", "127.0.0.1");
        Matcher handles = HANDLE.matcher(page);
        assertThat(handles.results()).hasSize(2);
        handles.reset();
        assertThat(handles.find()).isTrue();
        assertThat(there.get("/account")).hasStatusOk();
        here.post("/account/sessions/" + handles.group(1) + "/end");
        assertThat(List.of(
                        there.get("/account").getResponse().getStatus(),
                        third.get("/account").getResponse().getStatus()))
                .containsExactlyInAnyOrder(200, 302);
        here.post("/account/sessions/end-others");
        assertThat(Visitor.to(there.get("/account"))).isEqualTo("/log-in");
        assertThat(Visitor.to(third.get("/account"))).isEqualTo("/log-in");
        assertThat(here.get("/account")).hasStatusOk().bodyText().doesNotContain("/account/sessions/end-others");
        assertThat(acts(person)).filteredOn("account.sessions-ended/1"::equals).hasSize(2);
    }

    @Test
    void writesASessionsLastUseWhenItIsTenSecondsOld() {
        Person person = withAccount(Set.of());
        Visitor visitor = Visitor.loggedIn(pages, person.mail());
        visitor.get("/account");
        String before = written(person);
        visitor.get("/account");
        assertThat(written(person)).isEqualTo(before);
        sql.sql(
                        "UPDATE identity.spring_session SET last_access_time = last_access_time - 11000 WHERE principal_name = :p")
                .param("p", person.id().toString())
                .update();
        String aged = written(person);
        visitor.get("/account");
        assertThat(written(person)).isNotEqualTo(aged);
    }

    private String written(Person person) {
        return sql.sql("SELECT xmin::text || last_access_time FROM identity.spring_session WHERE principal_name = :p")
                .param("p", person.id().toString())
                .query(String.class)
                .single();
    }

    @Test
    void neverEndsASessionOfSomebodyElse() {
        Visitor other = Visitor.loggedIn(pages, withAccount(Set.of()).mail());
        Visitor otherToo = Visitor.loggedIn(pages, withAccount(Set.of()).mail());
        Person person = withAccount(Set.of());
        Visitor.loggedIn(pages, person.mail());
        Visitor third = Visitor.loggedIn(pages, person.mail());
        Matcher handle = HANDLE.matcher(Visitor.text(third.get("/account")));
        assertThat(handle.find()).isTrue();
        other.post("/account/sessions/" + handle.group(1) + "/end");
        otherToo.post("/account/sessions/end-others");
        assertThat(HANDLE.matcher(Visitor.text(third.get("/account"))).results())
                .as("still two")
                .hasSize(1);
    }

    @Test
    void letsAnAdministratorEndSessions() {
        Person person = withAccount(Set.of());
        Visitor visitor = Visitor.loggedIn(pages, person.mail());
        Visitor admin = new Visitor(pages);
        TestLogIns.enrolled(admin, withAccount(EnumSet.of(Permission.ACCOUNTS)).mail());
        assertThat(admin.get("/accounts/" + person.id()))
                .hasStatusOk()
                .bodyText()
                .contains("Test/1.0 (Linux)");
        admin.post("/accounts/" + person.id() + "/sessions/end");
        assertThat(Visitor.to(visitor.get("/account"))).isEqualTo("/log-in");
    }

    @Test
    void showsLogInsAndAttempts() {
        Person person = withAccount(Set.of());
        new Visitor(pages).logIn(person.mail(), "wrong");
        Visitor visitor = Visitor.loggedIn(pages, person.mail());
        assertThat(visitor.get("/account"))
                .hasStatusOk()
                .bodyText()
                .contains("パスワード：成功", "パスワード：失敗", "127.0.0.1")
                .doesNotContain("2つ目の認証：", "さらに古い記録");
        for (int i = 0; i < LogInHistory.PAGE; i++) {
            accounts.changeOwn(Holder.of(person), Visitor.PASSWORD, "weak", Origin.UNKNOWN);
        }
        String first = Visitor.text(visitor.get("/account"));
        Matcher older = Pattern.compile("/account\\?before=([0-9]+)").matcher(first);
        assertThat(older.find()).isTrue();
        assertThat(visitor.get("/account?before=" + older.group(1))).bodyText().contains("パスワード：失敗");
    }

    @Test
    void changesOnesPasswordAndLogsOthersOut() {
        Person person = withAccount(Set.of());
        Visitor here = Visitor.loggedIn(pages, person.mail());
        Visitor there = Visitor.loggedIn(pages, person.mail());
        assertThat(here.get("/account/password")).hasStatusOk().bodyText().contains("10文字以上");
        assertThat(here.post("/account/password", "current", "wrong", "password", NEXT))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("id=\"current-error\"")
                .doesNotContain("id=\"password-error\"");
        assertThat(here.post("/account/password", "current", Visitor.PASSWORD, "password", "weak"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("id=\"password-error\"", "10文字以上にしてください");
        assertThat(Visitor.to(here.post("/account/password", "current", Visitor.PASSWORD, "password", NEXT)))
                .isEqualTo("/account?changed");
        assertThat(here.get("/account")).hasStatusOk();
        assertThat(Visitor.to(there.get("/account"))).isEqualTo("/log-in");
        assertThat(new Visitor(pages).logIn(person.mail(), NEXT)).isEqualTo("/");
    }

    @Test
    void countsWrongPresentPasswordsAsFailedLogIns() {
        Person person = withAccount(Set.of());
        for (int i = 0; i < 5; i++) {
            accounts.changeOwn(Holder.of(person), "wrong", NEXT, Origin.UNKNOWN);
        }
        assertThat(accounts.lockedUntil(person.id())).isPresent();
        assertThat(accounts.changeOwn(Holder.of(person), Visitor.PASSWORD, NEXT, Origin.UNKNOWN))
                .extracting(Objection::code)
                .containsExactly("password.wrong-current");
    }

    @Test
    void asksForANewPasswordWhenItsTimeIsOver() {
        Person person = withAccount(Set.of());
        AccountRule limited = AccountRuleTests.rule(
                false, "acc-9.3.p_change-period: P90D", "acc-9.3.g_periodic-change: as-privileged");
        Authentication in = Factors.byPassword(Holder.of(person).signedIn());
        assertThat(steps.missing(person.id(), limited, in)).isEqualTo(LogInSteps.Step.NONE);
        sql.sql("UPDATE identity.password SET changed_at = changed_at - interval '90 days' WHERE person = :person")
                .param("person", person.id().value())
                .update();
        assertThat(steps.missing(person.id(), limited, in)).isEqualTo(LogInSteps.Step.PASSWORD);
        accounts.change(Holder.of(person), NEXT, Actor.system("test"));
        assertThat(steps.missing(person.id(), limited, in)).isEqualTo(LogInSteps.Step.NONE);
    }

    @Test
    void asksWhoeverBecomesPrivilegedForAStrongerPassword() {
        Person person = withAccount(Set.of());
        grants.grant(person.id(), Permission.PEOPLE, LocalDate.now(clock), null, "register", Actor.system("test"));
        Visitor visitor = new Visitor(pages);
        TestLogIns.enrolled(visitor, person.mail());
        assertThat(Visitor.to(visitor.get("/people"))).isEqualTo("/account/password");
        assertThat(Visitor.to(visitor.get("/account"))).isEqualTo("/account/password");
        assertThat(visitor.get("/account/password")).hasStatusOk().bodyText().contains("続けるにはパスワードの変更が必要です", "12文字以上");
        visitor.post("/account/password", "current", Visitor.PASSWORD, "password", NEXT);
        assertThat(visitor.get("/people/new")).hasStatusOk();
    }

    private List<String> acts(Person person) {
        return sql.sql("SELECT act FROM evidence.entry WHERE subject = :subject ORDER BY sequence")
                .param("subject", "person:" + person.id())
                .query(String.class)
                .list();
    }

    private Person withAccount(Set<Permission> permissions) {
        Person person = TestPeople.entered(register, "Yamada", "花子");
        assertThat(accounts.open(person, Visitor.PASSWORD, permissions, Actor.system("test")))
                .isEmpty();
        return person;
    }
}
