package org.hoshimori.core.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.hoshimori.ApplicationTest;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.grants.Permission;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.Person;
import org.hoshimori.core.organization.TestPeople;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ApplicationTest
class LogInTests {

    private static final String PASSWORD = "Tanuki7-odori+Kaze";
    private static final String IN = "/";
    private static final String WRONG = "/log-in?wrong";

    private final MockMvcTester pages;
    private final PeopleRegister register;
    private final Accounts accounts;
    private final JdbcClient sql;

    LogInTests(
            @Autowired MockMvcTester pages,
            @Autowired PeopleRegister register,
            @Autowired Accounts accounts,
            @Autowired JdbcClient sql) {
        this.pages = pages;
        this.register = register;
        this.accounts = accounts;
        this.sql = sql;
    }

    @Test
    void speaksEnglishWithSingleApostrophes() {
        assertThat(pages.get().uri("/log-in?wrong&lang=en")).bodyText().contains("You can&#39;t be logged in");
    }

    @Test
    void letsInWithTheRightPasswordOnly() {
        Person person = withAccount(Set.of());
        assertThat(logIn(person.mail(), "Tanuki7-odori+Kaza")).isEqualTo(WRONG);
        assertThat(logIn(person.mail(), PASSWORD)).isEqualTo(IN);
        assertThat(logIn("nobody@example.jp", PASSWORD)).isEqualTo(WRONG);
        assertThat(acts(person)).contains("account.logged-in/1", "account.log-in-failed/1");
    }

    @Test
    void triesExactlyAsManyPasswordsAsTheRegulationAllows() throws Exception {
        // acc-9.3: five failures for a general account, three for a privileged one.
        for (Set<Permission> permissions : List.of(Set.<Permission>of(), EnumSet.of(Permission.PEOPLE))) {
            int allowed = permissions.isEmpty() ? 5 : 3;
            Person person = withAccount(permissions);
            Person other = withAccount(permissions);
            assertThat(inParallel(60, i -> logIn(person.mail(), "wrong-" + i))).containsOnly(WRONG);
            assertThat(acts(person).stream().filter("account.log-in-failed/1"::equals))
                    .hasSize(allowed);
            assertThat(acts(person).stream().filter("account.locked/1"::equals)).hasSize(1);
            assertThat(logIn(person.mail(), PASSWORD))
                    .as("the right one, while locked")
                    .isEqualTo(WRONG);
            assertThat(logIn(other.mail(), PASSWORD)).isEqualTo(IN);
            assertThat(accounts.unlock(person.id(), Actor.person(person.id().value())))
                    .as("one's own lock")
                    .isFalse();
            assertThat(accounts.unlock(person.id(), Actor.person(other.id().value())))
                    .isTrue();
            assertThat(logIn(person.mail(), PASSWORD)).isEqualTo(IN);
        }
    }

    @Test
    void letsManyRightLogInsOfOneAccountAllSucceed() throws Exception {
        Person person = withAccount(Set.of());
        assertThat(inParallel(40, i -> logIn(person.mail(), PASSWORD))).containsOnly(IN);
    }

    @Test
    void opensAgainWhenTheTimeIsOver() {
        Person person = withAccount(Set.of());
        IntStream.range(0, 5).forEach(i -> logIn(person.mail(), "wrong-" + i));
        assertThat(accounts.lockedUntil(person.id())).isPresent();
        sql.sql("UPDATE identity.attempts SET locked_until = now() - interval '1 second' WHERE person = :person")
                .param("person", person.id().value())
                .update();
        assertThat(logIn(person.mail(), PASSWORD)).isEqualTo(IN);
    }

    @Test
    void countsAttemptsThatNobodyEnded() {
        Person person = withAccount(Set.of());
        logIn(person.mail(), "wrong");
        sql.sql("UPDATE identity.attempts SET pending = 4, since = now() - interval '2 minutes' WHERE person = :person")
                .param("person", person.id().value())
                .update();
        assertThat(logIn(person.mail(), PASSWORD)).isEqualTo(WRONG);
        assertThat(accounts.lockedUntil(person.id())).isPresent();
    }

    @Test
    void refusesThoseWhoHaveLeft() {
        Person person = withAccount(Set.of());
        Visitor visitor = Visitor.loggedIn(pages, person.mail());
        register.change(
                new Person(
                        person.id(),
                        person.staffNumber(),
                        person.name(),
                        person.mail(),
                        person.employment(),
                        null,
                        "ja",
                        person.joinedOn(),
                        LocalDate.now().minusDays(2),
                        person.version()),
                Actor.system("test"));
        assertThat(Visitor.to(visitor.get("/people"))).as("logged in before").isEqualTo("/log-in?ended");
        assertThat(Visitor.to(visitor.get("/people"))).isEqualTo("/log-in");
        assertThat(logIn(person.mail(), PASSWORD)).isEqualTo(WRONG);
    }

    @Test
    void refusesPasswordsThatTheRegulationForbids() {
        Person person = withAccount(Set.of());
        assertThat(codes(person, "Sh0rt+")).contains("password.too-short");
        assertThat(codes(person, "tanuki7-odori+kaze")).containsExactly("password.lacks-upper");
        assertThat(codes(person, "Yamada-Hoshi123")).contains("password.personal");
        assertThat(codes(person, "P@ssw0rd1234!")).contains("password.common");
        assertThat(codes(person, PASSWORD)).containsExactly("password.reused");
        assertThat(codes(person, "Kitsune9-odori+Kaze")).isEmpty();
        assertThat(codes(person, PASSWORD)).as("the one before").containsExactly("password.reused");
        assertThat(logIn(person.mail(), "Kitsune9-odori+Kaze")).isEqualTo(IN);
    }

    private List<String> codes(Person person, String password) {
        return accounts.change(Holder.of(person), password, Actor.system("test")).stream()
                .map(Objection::code)
                .toList();
    }

    private String logIn(String mail, String password) {
        return String.valueOf(pages.post()
                .uri("/log-in")
                .with(csrf())
                .param("mail", mail)
                .param("password", password)
                .exchange()
                .getResponse()
                .getRedirectedUrl());
    }

    private List<String> acts(Person person) {
        return sql.sql("SELECT act FROM evidence.entry WHERE subject = :subject ORDER BY sequence")
                .param("subject", "person:" + person.id())
                .query(String.class)
                .list();
    }

    private static List<String> inParallel(int count, java.util.function.IntFunction<String> act) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> running = threads.invokeAll(IntStream.range(0, count)
                    .<Callable<String>>mapToObj(i -> () -> act.apply(i))
                    .toList());
            List<String> results = new java.util.ArrayList<>();
            for (Future<String> each : running) {
                results.add(each.get());
            }
            return results;
        }
    }

    private Person withAccount(Set<Permission> permissions) {
        Person person = TestPeople.entered(register, "Yamada", "花子");
        assertThat(accounts.open(person, PASSWORD, permissions, Actor.system("test")))
                .isEmpty();
        return person;
    }
}
