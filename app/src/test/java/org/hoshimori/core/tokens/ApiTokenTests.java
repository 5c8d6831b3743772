package org.hoshimori.core.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hoshimori.ApplicationTest;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.factors.TestLogIns;
import org.hoshimori.core.grants.Permission;
import org.hoshimori.core.identity.Visitor;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.Person;
import org.hoshimori.core.rest.Program;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ApplicationTest
class ApiTokenTests {

    private static final Pattern SECRET = Pattern.compile("<code class=\"secret\">(hst_[\\w-]{43})</code>");

    private final MockMvcTester pages;
    private final ApiTokens tokens;
    private final ApiTokenTable table;
    private final TestTokens test;
    private final PeopleRegister people;
    private final JdbcClient sql;

    ApiTokenTests(
            @Autowired MockMvcTester pages,
            @Autowired ApiTokens tokens,
            @Autowired ApiTokenTable table,
            @Autowired TestTokens test,
            @Autowired PeopleRegister people,
            @Autowired JdbcClient sql) {
        this.pages = pages;
        this.tokens = tokens;
        this.table = table;
        this.test = test;
        this.people = people;
        this.sql = sql;
    }

    @BeforeEach
    void nothingCounted() {
        sql.sql("DELETE FROM tokens.calls").update();
    }

    private static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static String lastDay(int days) {
        return LocalDate.now().plusDays(days).toString();
    }

    private Visitor loggedIn(Person person) {
        Visitor visitor = new Visitor(pages);
        visitor.post("/log-in", "mail", person.mail(), "password", Visitor.PASSWORD);
        return visitor;
    }

    private int reads(String secret) {
        return new Program(pages, secret).get("/api/v1/people").getResponse().getStatus();
    }

    @Test
    void isMadeAtAPageShownOnceUsedAndRevoked() {
        Person person = test.person();
        Visitor visitor = loggedIn(person);
        MvcTestResult made = visitor.post(
                "/account/tokens", "tokenName", "夜間の集計", "tokenUntil", lastDay(30), "scope", "organization:read");
        Matcher shown = SECRET.matcher(text(made));
        assertThat(shown.find()).isTrue();
        String secret = shown.group(1);
        assertThat(text(visitor.get("/account/tokens"))).contains("夜間の集計").doesNotContain(secret);
        assertThat(reads(secret)).isEqualTo(200);
        assertThat(sql.sql(
                                "SELECT count(*) FROM tokens.token WHERE encode(secret, 'escape') LIKE '%' || :secret || '%'")
                        .param("secret", secret)
                        .query(Integer.class)
                        .single())
                .isZero();
        ApiToken token = table.of(person.id(), java.time.Instant.EPOCH).getFirst();
        assertThat(token.usedAt()).isPresent();
        visitor.post("/account/tokens/" + token.id() + "/revoke");
        assertThat(reads(secret)).isEqualTo(401);
        assertThat(sql.sql("SELECT act FROM evidence.entry WHERE subject = :subject ORDER BY sequence")
                        .param("subject", token.subject())
                        .query(String.class)
                        .list())
                .containsExactly("token.made/1", "token.revoked/1");
    }

    @Test
    void isNotMadeWithoutAScopeOrAnEnd() {
        Visitor visitor = loggedIn(test.person());
        for (String[] fields : new String[][] {
            {"tokenName", "名", "tokenUntil", lastDay(30)},
            {"tokenName", "名", "tokenUntil", "", "scope", "organization:read"},
            {"tokenName", "名", "tokenUntil", lastDay(367), "scope", "organization:read"},
            {"tokenName", "名", "tokenUntil", lastDay(-1), "scope", "organization:read"},
            {"tokenName", "名", "tokenUntil", lastDay(30), "scope", "everything:write"},
            {"tokenName", "", "tokenUntil", lastDay(30), "scope", "organization:read"},
        }) {
            MvcTestResult answer = visitor.post("/account/tokens", fields);
            assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            assertThat(text(answer)).contains("class=\"error\"");
        }
    }

    @Test
    void cantBeRevokedByAnother() {
        Person owner = test.person();
        String secret = test.of(owner, "organization:read");
        ApiToken token = table.of(owner.id(), java.time.Instant.EPOCH).getFirst();
        assertThat(loggedIn(test.person()).post("/account/tokens/" + token.id() + "/revoke"))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(reads(secret)).isEqualTo(200);
    }

    @Test
    void stopsWhenItsTimeIsOverAndWhenItsHolderHasLeft() {
        Person person = test.person();
        String secret = test.of(person, "organization:read");
        sql.sql(
                        "UPDATE tokens.token SET made_at = now() - interval '2 days', expires_at = now() - interval '1 second' WHERE person = :person")
                .param("person", person.id().value())
                .update();
        assertThat(reads(secret)).isEqualTo(401);

        Person leaver = test.person();
        String other = test.of(leaver, "organization:read");
        assertThat(reads(other)).isEqualTo(200);
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
                        LocalDate.now().minusDays(1),
                        leaver.version()),
                Actor.system("test"));
        assertThat(reads(other)).isEqualTo(401);
    }

    @Test
    void losesAtOnceWhatItsHolderLoses() {
        Person keeper = test.person(Permission.PEOPLE);
        Program program = new Program(pages, test.of(keeper, "organization:write"));
        assertThat(program.post("/api/v1/people", "{}")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        sql.sql(
                        "UPDATE grants.named_grant SET withdrawn_at = now(), withdrawn_by = 'system:test' WHERE person = :person")
                .param("person", keeper.id().value())
                .update();
        assertThat(program.post("/api/v1/people", "{}")).hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void isCountedByTheMinute() {
        String secret = test.of(test.person(), "organization:read");
        sql.sql(
                        "INSERT INTO tokens.calls (caller, minute, number) SELECT 'token:' || id, date_trunc('minute', now()) + make_interval(mins => m), 600 FROM tokens.token, generate_series(0, 1) m WHERE made_at > now() - interval '1 minute' ON CONFLICT DO NOTHING")
                .update();
        MvcTestResult answer = new Program(pages, secret).get("/api/v1/people");
        assertThat(answer).hasStatus(HttpStatus.TOO_MANY_REQUESTS);
        assertThat(Integer.parseInt(String.valueOf(answer.getResponse().getHeader("Retry-After"))))
                .isBetween(1, 60);
        assertThat(Program.json(answer).get("title").asString()).isEqualTo("呼び出しが多すぎます");
    }

    @Test
    void isNotGuessed() {
        int[] statuses = new int[CallCounts.MOST_WRONG + 2];
        for (int i = 0; i < statuses.length; i++) {
            statuses[i] = reads("hst_" + i);
        }
        assertThat(statuses[0]).isEqualTo(401);
        assertThat(Arrays.stream(statuses).filter(s -> s == 429).count()).isPositive();
    }

    @Test
    void ofAProgramActsInItsOwnName() {
        Person maker = test.person(Permission.PEOPLE, Permission.ACCOUNTS);
        ApiTokens.Outcome outcome = tokens.integration(
                "人事システム",
                maker.id(),
                List.of("organization:write"),
                EnumSet.of(Permission.PEOPLE),
                LocalDate.now().plusDays(10));
        ApiTokens.Outcome.Made made = (ApiTokens.Outcome.Made) outcome;
        String number = java.util.UUID.randomUUID().toString();
        MvcTestResult answer = new Program(pages, made.secret()).post("/api/v1/people", """
                {"staffNumber":"%1$s","family":"連携","mail":"%1$s@example.jp","employment":"employee","language":"ja",
                 "joinedOn":"2026-04-01"}""".formatted(number));
        assertThat(answer).hasStatus(HttpStatus.CREATED);
        assertThat(sql.sql("SELECT actor FROM evidence.entry WHERE act = 'person.joined/1' AND subject = :subject")
                        .param(
                                "subject",
                                "person:" + Program.json(answer).get("id").asString())
                        .query(String.class)
                        .single())
                .isEqualTo("system:token:" + made.token().id());
    }

    @Test
    void ofAProgramGetsNothingThatItsMakerHasNotNorWhatIsPeoplesOwn() {
        Person maker = test.person(Permission.PEOPLE, Permission.ACCOUNTS);
        for (Permission permission : List.of(Permission.RECORD, Permission.ACCOUNTS, Permission.REGULATION)) {
            assertThat(tokens.integration(
                            "x",
                            maker.id(),
                            List.of("organization:write"),
                            EnumSet.of(permission),
                            LocalDate.now().plusDays(10)))
                    .isEqualTo(new ApiTokens.Outcome.Refused(ApiTokens.Refusal.PERMISSION));
        }
    }

    @Test
    void ofAProgramIsMadeAndRevokedByAdministrators() {
        Person admin = test.person(Permission.PEOPLE, Permission.ACCOUNTS);
        Visitor visitor = new Visitor(pages);
        TestLogIns.enrolled(visitor, admin.mail());
        MvcTestResult made = visitor.post(
                "/tokens",
                "tokenName",
                "連携",
                "tokenUntil",
                lastDay(30),
                "scope",
                "organization:read",
                "permission",
                "people");
        Matcher shown = SECRET.matcher(text(made));
        assertThat(shown.find()).isTrue();
        assertThat(reads(shown.group(1))).isEqualTo(200);
        assertThat(loggedIn(test.person()).get("/tokens")).hasStatus(HttpStatus.FORBIDDEN);
        Optional<ApiToken> token = table.page(1).stream()
                .filter(t -> t.person().equals(admin.id()))
                .findFirst();
        visitor.post("/tokens/" + token.orElseThrow().id() + "/revoke");
        assertThat(reads(shown.group(1))).isEqualTo(401);
    }

    @Test
    void opensNoPage() {
        String secret = test.of(test.person(), "organization:read");
        assertThat(pages.get().uri("/people").header("Authorization", "Bearer " + secret))
                .hasStatus3xxRedirection();
    }
}
