package org.hoshimori.core.grants;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
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
import org.hoshimori.core.identity.Accounts;
import org.hoshimori.core.identity.Permissions;
import org.hoshimori.core.identity.Visitor;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.Person;
import org.hoshimori.core.organization.TestPeople;
import org.hoshimori.core.posts.Appointment;
import org.hoshimori.core.posts.Posts;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ApplicationTest
class GrantTests {

    private static final Actor TEST = Actor.system("test");

    @Autowired
    private MockMvcTester pages;

    @Autowired
    private PeopleRegister register;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Grants grants;

    @Autowired
    private Permissions permissions;

    @Autowired
    private Posts posts;

    @Autowired
    private JdbcClient sql;

    @Autowired
    private Clock clock;

    @Test
    void givesForATimeAndTakesBackAtOnce() {
        Person person = withAccount(Set.of());
        LocalDate today = LocalDate.now(clock);
        grants.grant(person.id(), Permission.PEOPLE, today.plusDays(1), null, "later", TEST);
        assertThat(permissions.of(person.id())).as("not yet").isEmpty();
        grants.grant(person.id(), Permission.RECORD, today, today, "today only", TEST);
        assertThat(permissions.of(person.id())).containsExactly(Permission.RECORD);
        sql.sql("UPDATE grants.named_grant SET starts_on = starts_on - 3, ends_on = ends_on - 1 WHERE person = :person")
                .param("person", person.id().value())
                .update();
        assertThat(permissions.of(person.id())).as("begun, and over").containsExactly(Permission.PEOPLE);
        Grant held = grants.of(person.id()).stream()
                .filter(g -> g.permission() == Permission.PEOPLE)
                .findFirst()
                .orElseThrow();
        assertThat(grants.withdraw(person.id(), held.id(), TEST)).isEmpty();
        assertThat(permissions.of(person.id())).isEmpty();
        assertThat(acts(person)).containsSubsequence("account.permission-granted/1", "account.permission-withdrawn/1");
    }

    @Test
    void letsNobodyGiveToOrTakeFromHimself() {
        Person admin = withAccount(EnumSet.of(Permission.ACCOUNTS));
        Visitor visitor = new Visitor(pages);
        TestLogIns.enrolled(visitor, admin.mail());
        String own = "/accounts/" + admin.id() + "/grants";
        assertThat(visitor.get(own))
                .hasStatusOk()
                .bodyText()
                .contains("自分の権限は、自分では変えられません")
                .doesNotContain("/withdraw");
        assertThat(visitor.post(own, "permission", "record", "from", today(), "reason", "me"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        Grant held = grants.of(admin.id()).getFirst();
        assertThat(visitor.post(own + "/" + held.id() + "/withdraw")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(permissions.of(admin.id())).containsExactly(Permission.ACCOUNTS);
    }

    @Test
    void givesAndWithdrawsOnThePage() {
        Person person = withAccount(Set.of());
        Visitor visitor = new Visitor(pages);
        TestLogIns.enrolled(
                visitor, withAccount(EnumSet.of(Permission.ACCOUNTS)).mail());
        String uri = "/accounts/" + person.id() + "/grants";
        assertThat(visitor.post(uri, "from", "nonsense", "reason", ""))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("id=\"permission-error\"", "id=\"from-error\"", "id=\"reason-error\"", "2026-04-01のように");
        assertThat(visitor.post(uri, "permission", "record", "from", today(), "until", "2020-01-01", "reason", "x"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("最終日が最初の日より前です");
        assertThat(Visitor.to(
                        visitor.post(uri, "permission", "record", "from", today(), "until", "", "reason", "監査の準備")))
                .isEqualTo(uri);
        assertThat(visitor.post(uri, "permission", "record", "from", today(), "reason", "again"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("同じ期間にすでに与えられています");
        assertThat(visitor.get("/accounts/grants")).hasStatusOk().bodyText().contains("監査の準備", "証跡を見る");
        Matcher withdraw = Pattern.compile("grants/([0-9a-f-]{36})/withdraw").matcher(Visitor.text(visitor.get(uri)));
        assertThat(withdraw.find()).isTrue();
        assertThat(Visitor.to(visitor.post(uri + "/" + withdraw.group(1) + "/withdraw")))
                .isEqualTo(uri);
        assertThat(visitor.get(uri)).bodyText().contains("取消し済み");
        assertThat(visitor.get("/accounts/grants?over=true"))
                .hasStatusOk()
                .bodyText()
                .contains("監査の準備");
        assertThat(permissions.of(person.id())).isEmpty();
    }

    @Test
    void followsPostsForAsLongAsTheyAreHeld() {
        Person officer = withAccount(Set.of());
        Person deputy = withAccount(Set.of());
        LocalDate today = LocalDate.now(clock);
        posts.on(today).stream()
                .filter(a -> a.post().equals("audit-manager"))
                .forEach(a -> sql.sql("DELETE FROM posts.appointment WHERE id = :id")
                        .param("id", a.id().value())
                        .update());
        Posts.Outcome outcome =
                posts.appoint(Appointment.to("audit-manager", null, officer.id(), deputy.id(), today, today), TEST);
        assertThat(outcome).isInstanceOf(Posts.Outcome.Done.class);
        try {
            assertThat(permissions.of(officer.id())).containsExactly(Permission.RECORD, Permission.FINDINGS);
            assertThat(permissions.of(deputy.id()))
                    .as("a deputy, without a grant")
                    .isEmpty();
        } finally {
            sql.sql("DELETE FROM posts.appointment WHERE holder = :holder")
                    .param("holder", officer.id().value())
                    .update();
        }
        assertThat(permissions.of(officer.id())).isEmpty();
    }

    @Test
    void carriesOverWhatEarlierVersionsKept() throws Exception {
        String script = new String(
                getClass()
                        .getResourceAsStream("/db/migration/core/identity/V5__grants.sql")
                        .readAllBytes(),
                java.nio.charset.StandardCharsets.UTF_8);
        String carry = script.substring(script.indexOf("INSERT INTO"), script.indexOf("DROP TABLE"))
                .replace("identity.named_grant", "grants.named_grant");
        Person person = withAccount(Set.of());
        var owner = org.hoshimori.Installation.owner();
        try (Connection connection = DriverManager.getConnection(owner.url(), owner.user(), owner.password());
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("CREATE TABLE identity.permission (person uuid, permission text)");
            statement.execute("INSERT INTO identity.permission VALUES ('" + person.id() + "', 'record')");
            statement.execute(carry);
            statement.execute("DROP TABLE identity.permission");
            connection.commit();
        }
        assertThat(permissions.of(person.id())).containsExactly(Permission.RECORD);
    }

    private String today() {
        return LocalDate.now(clock).toString();
    }

    private List<String> acts(Person person) {
        return sql.sql("SELECT act FROM evidence.entry WHERE subject = :subject ORDER BY sequence")
                .param("subject", "person:" + person.id())
                .query(String.class)
                .list();
    }

    private Person withAccount(Set<Permission> permitted) {
        Person person = TestPeople.entered(register, "Yamada", "花子");
        assertThat(accounts.open(person, Visitor.PASSWORD, permitted, TEST)).isEmpty();
        return person;
    }
}
