package org.hoshimori.core.approvals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.hoshimori.ApplicationTest;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.organization.Person;
import org.hoshimori.core.rest.Program;
import org.hoshimori.core.tokens.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ApplicationTest
class ApprovalsApiTests {

    private final MockMvcTester pages;
    private final TestRequests requests;
    private final TestTokens tokens;
    private final JdbcClient sql;
    private final Person asking;
    private final Person deciding;

    ApprovalsApiTests(
            @Autowired MockMvcTester pages,
            @Autowired TestRequests requests,
            @Autowired TestTokens tokens,
            @Autowired JdbcClient sql) {
        this.pages = pages;
        this.requests = requests;
        this.tokens = tokens;
        this.sql = sql;
        this.asking = tokens.person();
        this.deciding = tokens.person();
    }

    @BeforeEach
    void nothingCounted() {
        sql.sql("DELETE FROM tokens.calls").update();
    }

    private Program of(Person person) {
        return new Program(pages, tokens.of(person, "approvals:write"));
    }

    private String opened() {
        return "/api/v1/approvals/" + requests.open(Actor.person(asking.id().value()), deciding.id());
    }

    @Test
    void areDecidedByWhoseTurnItIs() {
        String request = opened();
        Program decider = of(deciding);
        assertThat(Program.json(decider.get("/api/v1/approvals?show=mine"))
                        .get("items")
                        .toString())
                .contains(request.substring(request.lastIndexOf('/') + 1));
        assertThat(Program.json(decider.get(request)).get("mine").asBoolean()).isTrue();
        String key = UUID.randomUUID().toString();
        MvcTestResult decided = decider.post(request + "/decide", "{\"verdict\":\"approve\"}", "Idempotency-Key", key);
        assertThat(decided).hasStatusOk();
        assertThat(Program.json(decided).get("state").asString()).isEqualTo("approved");
        assertThat(decider.post(request + "/decide", "{\"verdict\":\"approve\"}", "Idempotency-Key", key))
                .hasStatusOk()
                .hasHeader("Idempotency-Replayed", "true");
        refused(decider.post(request + "/decide", "{\"verdict\":\"approve\"}"), "SETTLED");
    }

    @Test
    void areNotDecidedByWhoAskedNorWithoutAReasonToSayNo() {
        String request = opened();
        refused(of(asking).post(request + "/decide", "{\"verdict\":\"approve\"}"), "OWN");
        MvcTestResult no = of(deciding).post(request + "/decide", "{\"verdict\":\"refuse\"}");
        refused(no, "REASON_NEEDED");
        assertThat(Program.json(no).get("errors").get(0).get("detail").asString())
                .contains("理由");
        assertThat(of(asking).post(request + "/withdraw", "{}")).hasStatusOk();
    }

    @Test
    void areNobodyElsesBusiness() {
        String request = opened();
        Program stranger = of(tokens.person());
        assertThat(stranger.get(request)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(stranger.post(request + "/decide", "{\"verdict\":\"approve\"}"))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    private static void refused(MvcTestResult answer, String why) {
        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(Program.json(answer).get("errors").get(0).get("code").asString())
                .isEqualTo("approvals.refusal." + why);
    }
}
