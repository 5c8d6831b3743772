package org.hoshimori.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.hoshimori.ApplicationTest;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.grants.Grants;
import org.hoshimori.core.grants.Permission;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.Person;
import org.hoshimori.core.organization.TestPeople;
import org.hoshimori.core.passwords.PasswordHashing;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticationException;
import org.springframework.transaction.support.TransactionTemplate;

/** The lockout of acc-2.b against a thousand attempts at once. Passwords are hashed cheaply, so that the attempts really meet. */
@ApplicationTest
class LockoutTests {

    private static final int ATTEMPTS = 1_000;
    private static final String IN = "in";

    @Autowired
    private PeopleRegister register;

    @Autowired
    private Holders holders;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Passwords passwords;

    @Autowired
    private Grants grants;

    @Autowired
    private Turnstile turnstile;

    @Autowired
    private RulesNow rules;

    @Autowired
    private LogInHistory history;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient sql;

    @Autowired
    private Clock clock;

    private final PasswordHashing cheap = new PasswordHashing(64, 1);

    @Test
    void triesFivePasswordsOfAGeneralAccountAndLocksItForAnHour() throws Exception {
        tries(Set.of(), 5, Duration.ofHours(1));
    }

    @Test
    void triesThreePasswordsOfAPrivilegedAccountAndLocksItForSixHours() throws Exception {
        tries(EnumSet.of(Permission.ACCOUNTS), 3, Duration.ofHours(6));
    }

    @Test
    void letsAThousandRightLogInsOfOneAccountAllSucceed() throws Exception {
        Person person = withAccount(Set.of());
        PasswordLogIn door = door();
        assertThat(inParallel(ATTEMPTS, i -> logIn(door, person, Visitor.PASSWORD)))
                .containsOnly(IN)
                .hasSize(ATTEMPTS);
        assertThat(accounts.lockedUntil(person.id())).isEmpty();
    }

    private void tries(Set<Permission> permissions, int allowed, Duration locked) throws Exception {
        Person person = withAccount(permissions);
        Person other = withAccount(permissions);
        PasswordLogIn door = door();
        Instant before = clock.instant();
        List<String> answers = inParallel(ATTEMPTS, i -> logIn(door, person, "wrong-" + i));
        // All come from one address, so that most are turned away once the account is locked.
        assertThat(answers).hasSize(ATTEMPTS).contains("wrong").isSubsetOf("wrong", "crowded");
        assertThat(count(person, "account.log-in-failed/1")).isEqualTo(allowed);
        assertThat(count(person, "account.locked/1")).isEqualTo(1);
        assertThat(accounts.lockedUntil(person.id()).orElseThrow())
                .isBetween(before.plus(locked), clock.instant().plus(locked));
        assertThat(logIn(door, person, Visitor.PASSWORD))
                .as("the right one, while locked, is told the same")
                .isEqualTo("wrong");
        assertThat(logIn(door, other, Visitor.PASSWORD)).as("another account").isEqualTo(IN);
    }

    private PasswordLogIn door() {
        return new PasswordLogIn(holders, passwords, cheap, turnstile, rules, history, events, transaction, clock);
    }

    private static String logIn(PasswordLogIn door, Person person, String password) {
        try {
            door.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(person.mail(), password));
            return IN;
        } catch (AuthenticationException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private long count(Person person, String act) {
        return sql.sql("SELECT count(*) FROM evidence.entry WHERE subject = :subject AND act = :act")
                .param("subject", "person:" + person.id())
                .param("act", act)
                .query(Long.class)
                .single();
    }

    private static List<String> inParallel(int count, IntFunction<String> act) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<String> results = new ArrayList<>();
            for (Future<String> each : threads.invokeAll(IntStream.range(0, count)
                    .<Callable<String>>mapToObj(i -> () -> act.apply(i))
                    .toList())) {
                results.add(each.get());
            }
            return results;
        }
    }

    private Person withAccount(Set<Permission> permissions) {
        Person person = TestPeople.entered(register, "Yamada", "花子");
        transaction.executeWithoutResult(t -> {
            passwords.set(person.id(), cheap.encode(Visitor.PASSWORD), !permissions.isEmpty());
            grants.open(person.id(), permissions, Actor.system("test"));
        });
        return person;
    }
}
