package org.hoshimori.chapters.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import org.hoshimori.ApplicationTest;
import org.hoshimori.core.estate.IncidentIntake;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.grants.Permission;
import org.hoshimori.core.organization.Person;
import org.hoshimori.core.rest.Program;
import org.hoshimori.core.tokens.TestTokens;
import org.hoshimori.logarchive.Marks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

/** The API tells of the logs what the pages tell, to the same, and takes the same words. */
@ApplicationTest
@Import(LogReviewTests.Incidents.class)
class LogsApiTests {

    private static final Actor TEST = Actor.system("test");

    private final MockMvcTester pages;
    private final GatewayLogs logs;
    private final HitTable hits;
    private final JdbcClient sql;
    private final TestTokens tokens;
    private final LogReviewTests.Incidents incidents;
    private Person reviewer;
    private Program program;
    private UUID review;

    LogsApiTests(
            @Autowired MockMvcTester pages,
            @Autowired GatewayLogs logs,
            @Autowired HitTable hits,
            @Autowired JdbcClient sql,
            @Autowired TestTokens tokens,
            @Autowired LogReviewTests.Incidents incidents) {
        this.pages = pages;
        this.logs = logs;
        this.hits = hits;
        this.sql = sql;
        this.tokens = tokens;
        this.incidents = incidents;
    }

    @BeforeEach
    void reviewed() throws IOException {
        TestLogs.imported(logs.folder());
        Files.deleteIfExists(logs.folder().resolve("marks.jsonl"));
        sql.sql("UPDATE logs.mark SET id = id || ' ' || gen_random_uuid()").update();
        sql.sql("UPDATE logs.work SET state = 'cancelled' WHERE state IN ('asked', 'running')")
                .update();
        sql.sql("DELETE FROM tokens.calls").update();
        incidents.taken.clear();
        reviewer = tokens.person(Permission.LOGS);
        program = new Program(pages, tokens.of(reviewer, "logs:write"));
        review = again();
    }

    private UUID again() {
        return logs.reviewed(TestLogs.FIRST, TestLogs.LAST, TEST).orElseThrow();
    }

    private String hit(String rule) {
        return hits.page(review, new HitTable.Wish("", rule, ""), 1, 1)
                .getFirst()
                .hit();
    }

    private static String mark(String as, String note) {
        return "{\"as\":\"" + as + "\",\"note\":\"" + note + "\"}";
    }

    private static void refused(MvcTestResult answer, HttpStatus status, String code) {
        assertThat(answer).hasStatus(status).hasContentType("application/problem+json");
        assertThat(Program.json(answer).get("type").asString()).endsWith(":" + code);
    }

    private static void wrong(MvcTestResult answer, String pointer) {
        refused(answer, HttpStatus.UNPROCESSABLE_CONTENT, "invalid");
        assertThat(Program.json(answer).at("/errors/0/pointer").asString()).isEqualTo(pointer);
    }

    @Test
    void tellsReviewsAndTheirHitsToWhoReadsTheRecord() {
        Program auditor = new Program(pages, tokens.of(List.of(Permission.RECORD), "logs:read"));
        JsonNode newest =
                Program.json(auditor.get("/api/v1/log-reviews")).get("items").get(0);
        assertThat(newest.get("id").asString()).isEqualTo(review.toString());
        assertThat(newest.get("from").asString()).isEqualTo("2026-03-02");
        assertThat(newest.get("hits").asInt()).isEqualTo(TestLogs.HITS);
        assertThat(newest.get("unmarked").asInt()).isEqualTo(TestLogs.HITS);
        MvcTestResult one = auditor.get("/api/v1/log-reviews/" + review);
        assertThat(Program.json(one)).isEqualTo(newest);
        String tag = one.getResponse().getHeader("ETag");
        assertThat(auditor.get("/api/v1/log-reviews/" + review, "If-None-Match", tag))
                .hasStatus(HttpStatus.NOT_MODIFIED);

        JsonNode list = Program.json(auditor.get("/api/v1/log-hits?review=" + review));
        assertThat(list.get("total").asInt()).isEqualTo(TestLogs.HITS);
        JsonNode device = Program.json(
                        auditor.get("/api/v1/log-hits?review=" + review + "&rule=unknown-device&mark=none"))
                .get("items")
                .get(0);
        assertThat(device.get("sentence").asString()).contains("台帳にない機器 de:ad:be:ef:00:77");
        assertThat(device.at("/rows/0/src_endpoint_mac").asString()).isEqualTo("de:ad:be:ef:00:77");
        assertThat(Program.json(auditor.get(
                                "/api/v1/log-hits/" + device.get("id").asString(), "Accept-Language", "en"))
                        .get("sentence")
                        .asString())
                .contains("unregistered device");
    }

    @Test
    void tellsAHitAsTheNewestReviewFoundIt() {
        UUID second = again();
        JsonNode list = Program.json(program.get("/api/v1/log-hits?rule=clear-text-login"));
        assertThat(list.get("items").size()).isEqualTo(list.get("total").asInt());
        JsonNode login = Program.json(program.get("/api/v1/log-hits/" + hit("clear-text-login")));
        assertThat(list.get("items")).contains(login);
        assertThat(login.get("review").asString()).isEqualTo(second.toString());
        assertThat(Program.json(program.get("/api/v1/log-hits?rule=clear-text-login&review=" + review))
                        .at("/items/0/review")
                        .asString())
                .isEqualTo(review.toString());
    }

    @Test
    void tellsHowTheArchiveStands() {
        JsonNode sources = Program.json(program.get("/api/v1/log-sources"));
        assertThat(sources.get("items").findValuesAsString("code")).containsExactlyInAnyOrder("dhcpd", "zeek");
        JsonNode zeek = Program.json(program.get("/api/v1/log-sources/zeek"));
        assertThat(zeek.get("rows").asLong()).isGreaterThan(100);
        assertThat(zeek.get("gaps").asInt()).isPositive();
        assertThat(zeek.at("/aside/malformed").asInt()).isPositive();
        JsonNode verified = Program.json(program.get("/api/v1/log-verifications"))
                .get("items")
                .get(0);
        assertThat(verified.get("intact").asBoolean()).isTrue();
        assertThat(verified.get("head").asString()).matches("[0-9a-f]{64}");
        assertThat(Program.json(program.get(
                        "/api/v1/log-verifications/" + verified.get("id").asString())))
                .isEqualTo(verified);
    }

    @Test
    void takesAWordOnAHitOnce() {
        String address = "/api/v1/log-hits/" + hit("clear-text-login");
        String key = UUID.randomUUID().toString();
        MvcTestResult marked = program.post(address + "/mark", mark("explained", "更新の確認"), "Idempotency-Key", key);
        assertThat(marked).hasStatusOk();
        assertThat(program.post(address + "/mark", mark("explained", "更新の確認"), "Idempotency-Key", key))
                .hasStatusOk()
                .headers()
                .hasValue("Idempotency-Replayed", "true");
        assertThat(Program.json(marked).get("markedBy").asString())
                .isEqualTo("person:" + reviewer.id().value());
        assertThat(sql.sql("SELECT count(*) FROM evidence.entry WHERE subject = :subject AND actor = :by")
                        .param("subject", "log-hit:" + hit("clear-text-login"))
                        .param("by", "person:" + reviewer.id().value())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(hits.mark(hit("clear-text-login")).orElseThrow())
                .returns(Marks.State.explained, Mark::state)
                .returns("更新の確認", Mark::note);
        assertThat(incidents.taken).isEmpty();
        assertThat(Program.json(program.get("/api/v1/log-hits?mark=explained&review=" + again()))
                        .at("/items/0/note")
                        .asString())
                .as("the next review remembers")
                .isEqualTo("更新の確認");
    }

    @Test
    void opensAnIncidentForWhatIsOne() {
        String device = hit("unknown-device");
        assertThat(program.post("/api/v1/log-hits/" + device + "/mark", mark("incident", "持ち主が分からない")))
                .hasStatusOk();
        assertThat(incidents.taken)
                .singleElement()
                .returns("log-hit:" + device, IncidentIntake.Report::about)
                .matches(r -> r.story().contains("持ち主が分からない"));
    }

    @Test
    void explainsAllThatARuleFound() {
        String address = "/api/v1/log-reviews/" + review;
        wrong(program.post(address + "/explain", "{\"rule\":\"no-such\",\"note\":\"x\"}"), "#/rule");
        wrong(program.post(address + "/explain", "{\"rule\":\"clear-text-login\",\"note\":\" \"}"), "#/note");
        MvcTestResult explained =
                program.post(address + "/explain", "{\"rule\":\"clear-text-login\",\"note\":\"確かめた\"}");
        assertThat(Program.json(explained).get("unmarked").asInt()).isEqualTo(TestLogs.HITS - 1);
        assertThat(hits.marks(review)).containsEntry("explained", 1L);
    }

    @Test
    void refusesAMarkThatSaysNothing() {
        String address = "/api/v1/log-hits/" + hit("clear-text-login") + "/mark";
        wrong(program.post(address, mark("explained", " ")), "#/note");
        wrong(program.post(address, mark("explained", "x".repeat(HitDesk.LONGEST + 1))), "#/note");
        wrong(program.post(address, mark("harmless", "x")), "#/as");
        assertThat(hits.mark(hit("clear-text-login"))).isEmpty();
    }

    @Test
    void keepsOutWhoeverMayNot() {
        Program nobody = new Program(pages, "");
        Program elsewhere = new Program(pages, tokens.of(reviewer, "assets:write"));
        Program reading = new Program(pages, tokens.of(reviewer, "logs:read"));
        Program colleague = new Program(pages, tokens.of(List.of(), "logs:write"));
        Program auditor = new Program(pages, tokens.of(List.of(Permission.RECORD), "logs:write"));
        String hit = "/api/v1/log-hits/" + hit("clear-text-login");
        for (String address : List.of(
                "/api/v1/log-reviews",
                "/api/v1/log-reviews/" + review,
                "/api/v1/log-hits?review=" + review,
                hit,
                "/api/v1/log-sources/zeek",
                "/api/v1/log-verifications")) {
            refused(nobody.get(address), HttpStatus.UNAUTHORIZED, "token-needed");
            refused(elsewhere.get(address), HttpStatus.FORBIDDEN, "scope");
            refused(colleague.get(address), HttpStatus.FORBIDDEN, "permission");
            assertThat(auditor.get(address)).hasStatusOk();
        }
        String explained = mark("explained", "x");
        refused(nobody.post(hit + "/mark", explained), HttpStatus.UNAUTHORIZED, "token-needed");
        refused(reading.post(hit + "/mark", explained), HttpStatus.FORBIDDEN, "scope");
        refused(colleague.post(hit + "/mark", explained), HttpStatus.FORBIDDEN, "permission");
        refused(auditor.post(hit + "/mark", explained), HttpStatus.FORBIDDEN, "permission");
        assertThat(hits.mark(hit("clear-text-login"))).isEmpty();
        refused(
                program.post("/api/v1/log-hits/clear-text-login:000000000000/mark", explained),
                HttpStatus.NOT_FOUND,
                "not-found");
        refused(program.get("/api/v1/log-reviews/" + new UUID(7, 7)), HttpStatus.NOT_FOUND, "not-found");
    }

    @Test
    void takesNoWordOfAProgramsOwn() {
        Program own = new Program(pages, tokens.program(List.of(Permission.LOGS), "logs:write"));
        assertThat(own.get("/api/v1/log-reviews")).hasStatusOk();
        wrong(own.post("/api/v1/log-hits/" + hit("clear-text-login") + "/mark", mark("explained", "x")), "#");
        wrong(
                own.post(
                        "/api/v1/log-reviews/" + review + "/explain", "{\"rule\":\"clear-text-login\",\"note\":\"x\"}"),
                "#");
        assertThat(hits.mark(hit("clear-text-login"))).isEmpty();
    }
}
