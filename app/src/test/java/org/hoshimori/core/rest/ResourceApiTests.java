package org.hoshimori.core.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.hoshimori.ApplicationTest;
import org.hoshimori.core.grants.Permission;
import org.hoshimori.core.identity.Visitor;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.Person;
import org.hoshimori.core.organization.TestPeople;
import org.hoshimori.core.tokens.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

/** How the API speaks, shown on the register of people. */
@ApplicationTest
class ResourceApiTests {

    private final MockMvcTester pages;
    private final TestTokens tokens;
    private final PeopleRegister people;
    private final JdbcClient sql;
    private Program keeper;
    private Program reader;

    ResourceApiTests(
            @Autowired MockMvcTester pages,
            @Autowired TestTokens tokens,
            @Autowired PeopleRegister people,
            @Autowired JdbcClient sql) {
        this.pages = pages;
        this.tokens = tokens;
        this.people = people;
        this.sql = sql;
    }

    @BeforeEach
    void programs() {
        sql.sql("DELETE FROM tokens.calls").update();
        keeper = new Program(pages, tokens.of(List.of(Permission.PEOPLE), "organization:write"));
        reader = new Program(pages, tokens.of(List.of(), "organization:read"));
    }

    private static String person(String number) {
        return """
                {"staffNumber":"%1$s","family":"呼出","given":"一","mail":"%1$s@example.jp","employment":"part-time",
                 "language":"ja","joinedOn":"2026-04-01"}""".formatted(number);
    }

    private static String unique() {
        return UUID.randomUUID().toString();
    }

    @Test
    void tellsAListByPagesWithLinks() {
        String family = "頁" + unique().substring(0, 8);
        for (int i = 0; i < 51; i++) {
            TestPeople.entered(people, family, "名" + i);
        }
        MvcTestResult first = reader.get("/api/v1/people?q=" + family);
        assertThat(first).hasStatusOk().hasContentType("application/json");
        JsonNode told = Program.json(first);
        assertThat(told.get("items").size()).isEqualTo(50);
        assertThat(told.get("total").asInt()).isEqualTo(51);
        assertThat(first.getResponse().getHeader("Link"))
                .contains("page=2>; rel=\"next\"")
                .contains("rel=\"last\"");
        JsonNode second = Program.json(reader.get("/api/v1/people?page=2&q=" + family));
        assertThat(second.get("items").size()).isEqualTo(1);
        assertThat(told.get("items").toString())
                .doesNotContain(second.get("items").get(0).get("id").asString());
    }

    @Test
    void entersReadsAndReplaces() {
        String number = unique();
        MvcTestResult entered = keeper.post("/api/v1/people", person(number));
        assertThat(entered).hasStatus(HttpStatus.CREATED);
        String place = String.valueOf(entered.getResponse().getHeader("Location"));
        MvcTestResult read = reader.get(place);
        String tag = String.valueOf(read.getResponse().getHeader("ETag"));
        assertThat(tag).isEqualTo(entered.getResponse().getHeader("ETag"));
        assertThat(Program.json(read).get("employment").asString()).isEqualTo("part-time");
        assertThat(reader.get(place, "If-None-Match", tag)).hasStatus(HttpStatus.NOT_MODIFIED);

        String changed = person(number).replace("呼出", "改名");
        problem(keeper.put(place, changed), HttpStatus.PRECONDITION_REQUIRED, "if-match");
        problem(keeper.put(place, changed, "If-Match", "\"another\""), HttpStatus.PRECONDITION_FAILED, "changed");
        MvcTestResult replaced = keeper.put(place, changed, "If-Match", tag);
        assertThat(replaced).hasStatusOk();
        assertThat(Program.json(replaced).get("family").asString()).isEqualTo("改名");
        problem(keeper.put(place, changed, "If-Match", tag), HttpStatus.PRECONDITION_FAILED, "changed");
    }

    @Test
    void leavesTheActAndTheTokenOnRecord() {
        MvcTestResult entered = keeper.post("/api/v1/people", person(unique()));
        String id = Program.json(entered).get("id").asString();
        assertThat(acts("person:" + id)).containsExactly("person.joined/1");
        assertThat(sql.sql("""
                        SELECT count(*) FROM evidence.entry e JOIN evidence.detail d USING (sequence)
                         WHERE e.act = 'token.used/1' AND convert_from(d.detail, 'UTF8') LIKE '%' || :id || '%'""").param("id", id).query(Integer.class).single()).isEqualTo(1);
    }

    private List<String> acts(String subject) {
        return sql.sql("SELECT act FROM evidence.entry WHERE subject = :subject ORDER BY sequence")
                .param("subject", subject)
                .query(String.class)
                .list();
    }

    @Test
    void namesTheMemberThatIsWrongInTheCallersLanguage() {
        String number = unique();
        keeper.post("/api/v1/people", person(number));
        MvcTestResult taken = keeper.post("/api/v1/people", person(number));
        problem(taken, HttpStatus.UNPROCESSABLE_CONTENT, "invalid");
        JsonNode wrong = Program.json(taken).get("errors").get(0);
        assertThat(wrong.get("pointer").asString()).isEqualTo("#/staffNumber");
        assertThat(wrong.get("code").asString()).isEqualTo("person.staff-number-taken");
        assertThat(wrong.get("detail").asString()).containsPattern("[ぁ-ん]");
        MvcTestResult english = keeper.post("/api/v1/people", person(number), "Accept-Language", "en-GB,en;q=0.9");
        assertThat(Program.json(english).get("errors").get(0).get("detail").asString())
                .doesNotContainPattern("[ぁ-ん]");
        assertThat(english.getResponse().getHeader("Content-Language")).isEqualTo("en");

        MvcTestResult blank = keeper.post("/api/v1/people", "{\"family\":\"\",\"joinedOn\":\"きのう\"}");
        problem(blank, HttpStatus.UNPROCESSABLE_CONTENT, "invalid");
        assertThat(Program.json(blank).get("errors").findValuesAsString("pointer"))
                .contains("#/family", "#/staffNumber", "#/mail", "#/employment");
    }

    @Test
    void refusesWhatNoDescriptionSays() {
        for (String body : List.of("[]", "nothing", "{\"a\":1,\"a\":2}", "{} {}", "\"text\"")) {
            problem(keeper.post("/api/v1/people", body), HttpStatus.BAD_REQUEST, "malformed");
        }
        for (String body : List.of(
                "{\"nick\":\"x\"}",
                "{\"version\":3}",
                "{\"family\":7}",
                "{\"family\":\"a\\u0000b\"}",
                "{\"employment\":\"EMPLOYEE\"}",
                "{\"family\":{\"a\":{}}}")) {
            problem(keeper.post("/api/v1/people", body), HttpStatus.BAD_REQUEST, "members");
        }
        problem(
                keeper.post("/api/v1/people", "{\"department\":\"none\"}"),
                HttpStatus.UNPROCESSABLE_CONTENT,
                "invalid");
        problem(reader.get("/api/v1/people?colour=red"), HttpStatus.BAD_REQUEST, "unknown-filter");
        problem(reader.get("/api/v1/people?left=perhaps"), HttpStatus.BAD_REQUEST, "filter");
        problem(reader.get("/api/v1/people?department=1"), HttpStatus.BAD_REQUEST, "filter");
        problem(reader.get("/api/v1/people?page=0"), HttpStatus.BAD_REQUEST, "filter");
        problem(reader.get("/api/v1/nothing"), HttpStatus.NOT_FOUND, "not-found");
        problem(reader.get("/api/v1/people/nobody"), HttpStatus.NOT_FOUND, "not-found");
        problem(reader.get("/api/v1/people/" + unique()), HttpStatus.NOT_FOUND, "not-found");
        problem(keeper.post("/api/v1/people", "x".repeat(1 << 21)), HttpStatus.CONTENT_TOO_LARGE, "too-large");
    }

    @Test
    void doesOnceWhatComesTwiceUnderOneKey() {
        String number = unique();
        MvcTestResult first = keeper.post("/api/v1/people", person(number), "Idempotency-Key", number);
        MvcTestResult again = keeper.post("/api/v1/people", person(number), "Idempotency-Key", number);
        assertThat(first).hasStatus(HttpStatus.CREATED);
        assertThat(again).hasStatus(HttpStatus.CREATED).hasHeader("Idempotency-Replayed", "true");
        assertThat(Program.json(again)).isEqualTo(Program.json(first));
        assertThat(again.getResponse().getHeader("Location"))
                .isEqualTo(first.getResponse().getHeader("Location"));
        problem(
                keeper.post("/api/v1/people", person(unique()), "Idempotency-Key", number),
                HttpStatus.UNPROCESSABLE_CONTENT,
                "idempotency-other");
        problem(
                keeper.post("/api/v1/people", person(unique()), "Idempotency-Key", "a b"),
                HttpStatus.BAD_REQUEST,
                "idempotency-key");
    }

    @Test
    void takesAKeyAgainWhereNothingWasDone() {
        String number = unique();
        String key = unique();
        assertThat(keeper.post("/api/v1/people", "{}", "Idempotency-Key", key))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(keeper.post("/api/v1/people", person(number), "Idempotency-Key", key))
                .hasStatus(HttpStatus.CREATED);
    }

    @Test
    void doesOnceWhatComesAtOnceUnderOneKey() throws Exception {
        String number = unique();
        Callable<MvcTestResult> call = () -> keeper.post("/api/v1/people", person(number), "Idempotency-Key", number);
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            var answers = threads.invokeAll(List.of(call, call, call, call, call, call));
            for (var answer : answers) {
                assertThat(answer.get()).hasStatus(HttpStatus.CREATED);
            }
        }
        assertThat(sql.sql("SELECT count(*) FROM organization.person WHERE staff_number = :number")
                        .param("number", number)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void letsWhoHasLoggedInReadAndNotWrite() {
        Person person = tokens.person(Permission.PEOPLE);
        Visitor visitor = new Visitor(pages);
        visitor.post("/log-in", "mail", person.mail(), "password", Visitor.PASSWORD);
        // Whoever keeps people needs a second factor first, at the door of the pages.
        assertThat(visitor.get("/api/v1/people")).hasStatus3xxRedirection();
        Person plain = tokens.person();
        Visitor other = new Visitor(pages);
        other.post("/log-in", "mail", plain.mail(), "password", Visitor.PASSWORD);
        assertThat(other.get("/api/v1/people?q=" + plain.staffNumber().substring(0, 8)))
                .hasStatusOk();
        assertThat(other.post("/api/v1/people")).hasStatus(HttpStatus.UNAUTHORIZED);
    }

    static void problem(MvcTestResult answer, HttpStatus status, String code) {
        assertThat(answer).hasStatus(status).hasContentType("application/problem+json");
        JsonNode problem = Program.json(answer);
        assertThat(problem.get("type").asString()).isEqualTo("urn:hoshimori:problem:" + code);
        assertThat(problem.get("status").asInt()).isEqualTo(status.value());
        assertThat(problem.get("title").asString()).isNotBlank();
        assertThat(problem.get("instance").asString()).startsWith("/api/v1/");
    }
}
