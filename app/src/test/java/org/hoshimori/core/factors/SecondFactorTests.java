package org.hoshimori.core.factors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.hoshimori.ApplicationTest;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.grants.Permission;
import org.hoshimori.core.identity.Accounts;
import org.hoshimori.core.identity.Origin;
import org.hoshimori.core.identity.Visitor;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.Person;
import org.hoshimori.core.organization.TestPeople;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ApplicationTest
class SecondFactorTests {

    private static final Pattern CODE = Pattern.compile("<code>([0-9A-Z-]{14})</code>");

    private final MockMvcTester pages;
    private final PeopleRegister register;
    private final Accounts accounts;
    private final SecondFactors factors;
    private final JdbcClient sql;

    SecondFactorTests(
            @Autowired MockMvcTester pages,
            @Autowired PeopleRegister register,
            @Autowired Accounts accounts,
            @Autowired SecondFactors factors,
            @Autowired JdbcClient sql) {
        this.pages = pages;
        this.register = register;
        this.accounts = accounts;
        this.factors = factors;
        this.sql = sql;
    }

    @Test
    void asksAPrivilegedAccountToEnrolBeforeAnythingElse() {
        Visitor visitor = Visitor.loggedIn(
                pages, withAccount(EnumSet.of(Permission.PEOPLE)).mail());
        assertThat(Visitor.to(visitor.get("/people/new"))).isEqualTo("/second-factor/enrol");
        assertThat(Visitor.to(visitor.post("/people", "family", "誰か"))).isEqualTo("/second-factor/enrol");
        assertThat(visitor.part("/people?q=a"))
                .as("htmx is told to go there")
                .hasStatusOk()
                .hasHeader("HX-Redirect", "/second-factor/enrol");
        assertThat(visitor.get("/frame/frame.css")).hasStatusOk();
        assertThat(visitor.get("/second-factor/enrol"))
                .hasStatusOk()
                .bodyText()
                .contains("認証アプリの登録", "<svg class=\"qr\"", "otpauth://totp/Hoshimori:")
                .doesNotContain("class=\"menu\"", "style=", "<script>");
        byte[] secret = secret(visitor);
        assertThat(secret(visitor)).as("the same when the page is opened again").isEqualTo(secret);
        assertThat(visitor.post("/second-factor/enrol", "code", "000000"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("新しい認証アプリのコードが合いません");
        MvcTestResult codes = visitor.post("/second-factor/enrol", "code", code(secret, 0));
        assertThat(codes).hasStatusOk().hasHeader("Cache-Control", "no-cache, no-store, max-age=0, must-revalidate");
        assertThat(recoveryCodes(codes)).hasSize(10);
        assertThat(visitor.get("/people/new")).hasStatusOk();
    }

    @Test
    void asksAGeneralAccountOnlyOnceItHasEnrolled() {
        Person person = withAccount(Set.of());
        Visitor visitor = Visitor.loggedIn(pages, person.mail());
        assertThat(visitor.get("/people")).hasStatusOk();
        byte[] secret = enrol(visitor);
        Visitor again = Visitor.loggedIn(pages, person.mail());
        assertThat(Visitor.to(again.get("/people?q=a"))).isEqualTo("/second-factor");
        assertThat(Visitor.to(again.get("/second-factor/enrol"))).isEqualTo("/second-factor");
        assertThat(again.get("/second-factor")).hasStatusOk().bodyText().contains("6桁の確認コード", "回復コード");
        assertThat(again.post("/second-factor", "code", "12"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("このコードでは確認できません");
        assertThat(Visitor.to(again.post("/second-factor", "code", code(secret, 1))))
                .as("goes on to where one wanted to go")
                .contains("/people?q=a");
        assertThat(again.get("/people")).hasStatusOk();
        assertThat(visitor.get("/people")).as("enrolled here").hasStatusOk();
    }

    @Test
    void takesACodeOnceOnly() throws Exception {
        Person person = withAccount(Set.of());
        Visitor visitor = Visitor.loggedIn(pages, person.mail());
        byte[] secret = secret(visitor);
        String used = code(secret, 0);
        assertThat(visitor.post("/second-factor/enrol", "code", used)).hasStatusOk();
        assertThat(factors.accept(person.id(), used, Origin.UNKNOWN))
                .as("used to enrol")
                .isFalse();
        String code = code(secret, 1);
        List<Boolean> results = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Boolean> each : threads.invokeAll(IntStream.range(0, 3)
                    .<Callable<Boolean>>mapToObj(i -> () -> factors.accept(person.id(), code, Origin.UNKNOWN))
                    .toList())) {
                results.add(each.get());
            }
        }
        assertThat(results).containsOnlyOnce(true);
    }

    @Test
    void locksAfterAsManyWrongCodesAsTheRegulationAllows() {
        Person person = withAccount(EnumSet.of(Permission.RECORD));
        Visitor visitor = Visitor.loggedIn(pages, person.mail());
        byte[] secret = enrol(visitor);
        for (int i = 0; i < 3; i++) {
            assertThat(factors.accept(person.id(), "12345", new Origin("192.0.2.1", "")))
                    .isFalse();
        }
        assertThat(factors.accept(person.id(), code(secret, 1), Origin.UNKNOWN))
                .as("the right one, while locked")
                .isFalse();
        assertThat(accounts.lockedUntil(person.id())).isPresent();
        assertThat(new Visitor(pages).logIn(person.mail(), Visitor.PASSWORD))
                .as("passwords are counted apart")
                .isEqualTo("/");
        assertThat(acts(person)).contains("account.second-factor-failed/1", "account.locked/1");
        accounts.unlock(person.id(), Actor.system("test"));
        assertThat(factors.accept(person.id(), code(secret, 1), Origin.UNKNOWN)).isTrue();
    }

    @Test
    void letsRecoveryCodesStandInOnceEach() {
        Person person = withAccount(Set.of());
        Visitor visitor = Visitor.loggedIn(pages, person.mail());
        byte[] secret = secret(visitor);
        List<String> codes = recoveryCodes(visitor.post("/second-factor/enrol", "code", code(secret, 0)));
        Visitor again = Visitor.loggedIn(pages, person.mail());
        again.get("/people");
        String typed = codes.getFirst().toLowerCase(java.util.Locale.ROOT).replace("-", " ");
        assertThat(Visitor.to(again.post("/second-factor", "code", typed))).contains("/people");
        assertThat(factors.accept(person.id(), typed, Origin.UNKNOWN))
                .as("used")
                .isFalse();
        assertThat(factors.recoveryCodes(person.id())).isEqualTo(9);
        assertThat(again.get("/second-factor/recovery-codes"))
                .hasStatusOk()
                .bodyText()
                .contains("回復コードの作り直し");
        List<String> renewed = recoveryCodes(again.post("/second-factor/recovery-codes", "code", codes.get(1)));
        assertThat(renewed).hasSize(10).doesNotContainAnyElementsOf(codes);
        assertThat(factors.accept(person.id(), codes.get(2), Origin.UNKNOWN))
                .as("void")
                .isFalse();
        assertThat(factors.accept(person.id(), renewed.get(2), Origin.UNKNOWN)).isTrue();
    }

    @Test
    void asksForACodeOfThePresentAppBeforeAnotherTakesItsPlace() {
        Visitor visitor = Visitor.loggedIn(pages, withAccount(Set.of()).mail());
        byte[] first = enrol(visitor);
        byte[] second = secret(visitor);
        assertThat(second).isNotEqualTo(first);
        assertThat(visitor.post("/second-factor/enrol", "code", code(second, 0), "current", ""))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(visitor.post("/second-factor/enrol", "code", code(second, 0), "current", code(first, 1)))
                .hasStatusOk();
    }

    @Test
    void letsOnlyAnotherAdministratorTakeItAway() {
        Person person = withAccount(Set.of());
        enrol(Visitor.loggedIn(pages, person.mail()));
        assertThat(factors.reset(person.id(), Actor.person(person.id().value())))
                .isFalse();
        assertThat(factors.enrolled(person.id())).isTrue();
        Person admin = withAccount(EnumSet.of(Permission.ACCOUNTS));
        Visitor visitor = Visitor.loggedIn(pages, admin.mail());
        enrol(visitor);
        assertThat(visitor.post("/accounts/" + admin.id() + "/second-factor/reset"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("自分の認証要素は外せません");
        assertThat(Visitor.to(visitor.post("/accounts/" + person.id() + "/second-factor/reset")))
                .isEqualTo("/accounts/" + person.id());
        assertThat(factors.enrolled(person.id())).isFalse();
        assertThat(acts(person)).endsWith("account.second-factor-reset/1", "account.sessions-ended/1");
    }

    @Test
    void keepsSecretsUnreadableInTheDatabase() {
        Person person = withAccount(Set.of());
        byte[] secret = enrol(Visitor.loggedIn(pages, person.mail()));
        byte[] kept = sql.sql("SELECT secret FROM factors.second_factor WHERE person = :person")
                .param("person", person.id().value())
                .query((row, n) -> row.getBytes(1))
                .single();
        assertThat(kept).hasSizeGreaterThan(secret.length + 12);
        assertThat(java.util.HexFormat.of().formatHex(kept))
                .doesNotContain(java.util.HexFormat.of().formatHex(secret));
        Person other = withAccount(Set.of());
        sql.sql("DELETE FROM factors.recovery_code WHERE person = :person")
                .param("person", person.id().value())
                .update();
        sql.sql("UPDATE factors.second_factor SET person = :other WHERE person = :person")
                .param("person", person.id().value())
                .param("other", other.id().value())
                .update();
        assertThat(factors.accept(other.id(), code(secret, 1), Origin.UNKNOWN))
                .as("moved to somebody else")
                .isFalse();
    }

    @Test
    void readsPermissionsAtEveryRequest() {
        Person person = withAccount(EnumSet.of(Permission.PEOPLE, Permission.RECORD));
        Visitor visitor = Visitor.loggedIn(pages, person.mail());
        enrol(visitor);
        assertThat(visitor.get("/people/new")).hasStatusOk();
        sql.sql("UPDATE grants.named_grant SET withdrawn_at = now() WHERE person = :person AND permission = 'people'")
                .param("person", person.id().value())
                .update();
        assertThat(visitor.get("/people/new")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(visitor.get("/record")).hasStatusOk();
    }

    private static byte[] enrol(Visitor visitor) {
        byte[] secret = secret(visitor);
        assertThat(TestLogIns.enrol(visitor, secret)).hasStatusOk();
        return secret;
    }

    private static byte[] secret(Visitor visitor) {
        return TestLogIns.shownSecret(visitor);
    }

    private static String code(byte[] secret, int later) {
        return TestLogIns.code(secret, later);
    }

    private static List<String> recoveryCodes(MvcTestResult answer) {
        return CODE.matcher(Visitor.text(answer)).results().map(m -> m.group(1)).toList();
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
