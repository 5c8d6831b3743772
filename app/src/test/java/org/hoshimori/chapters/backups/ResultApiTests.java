package org.hoshimori.chapters.backups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Clock;
import org.hoshimori.ApplicationTest;
import org.hoshimori.SignedInAs;
import org.hoshimori.core.estate.Estate;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.Person;
import org.hoshimori.core.organization.TestPeople;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ApplicationTest
class ResultApiTests {

    private static final Actor TEST = Actor.system("test");

    private final MockMvcTester pages;
    private final BackupPlans door;
    private final Tokens tokens;
    private final Estate estate;
    private final PeopleRegister people;
    private final JdbcClient sql;
    private final Clock clock;
    private Plan plan;
    private String token;

    ResultApiTests(
            @Autowired MockMvcTester pages,
            @Autowired BackupPlans door,
            @Autowired Tokens tokens,
            @Autowired Estate estate,
            @Autowired PeopleRegister people,
            @Autowired JdbcClient sql,
            @Autowired Clock clock) {
        this.pages = pages;
        this.door = door;
        this.tokens = tokens;
        this.estate = estate;
        this.people = people;
        this.sql = sql;
        this.clock = clock;
    }

    @BeforeEach
    void aPlanWithAToken() {
        Person person = TestPeople.entered(people, "報告", "係");
        plan = TestPlans.entered(door, TestPlans.nightly(estate, person.id()));
        token = tokens.make(plan.id(), TEST);
        sql.sql("DELETE FROM backups.calls").update();
    }

    @Test
    void takesAResultOnceUnderItsRun() {
        String body = "{\"plan\":\"" + plan.code() + "\",\"run\":\"r1\",\"status\":\"ok\",\"bytes\":1234}";
        assertThat(send(token, body))
                .hasStatus(HttpStatus.CREATED)
                .bodyJson()
                .isLenientlyEqualTo("{\"run\":\"r1\",\"judged\":\"fine\",\"known\":false}");
        assertThat(send(token, body)).hasStatusOk().bodyJson().isLenientlyEqualTo("{\"known\":true}");
        problem(send(token, body.replace("1234", "99")), HttpStatus.CONFLICT, "run-taken");
        assertThat(standing()).isEqualTo("fine");
        assertThat(sql.sql("SELECT reported_by || ' ' || way FROM backups.run WHERE plan = :plan")
                        .param("plan", plan.id().value())
                        .query(String.class)
                        .list())
                .containsExactly("system:backup-report api");
    }

    @Test
    void refusesWithoutAValidToken() {
        problem(send("hbr_nothing", "{}"), HttpStatus.UNAUTHORIZED, "token");
        problem(send("", "{}"), HttpStatus.UNAUTHORIZED, "token");
        tokens.revoke(plan.id(), tokens.of(plan.id()).getFirst().id(), TEST);
        problem(send(token, "{\"status\":\"ok\"}"), HttpStatus.UNAUTHORIZED, "token");
    }

    @Test
    void opensOnePlanOnlyAndNoPage() {
        problem(send(token, "{\"plan\":\"T-other\",\"status\":\"ok\"}"), HttpStatus.FORBIDDEN, "other-plan");
        assertThat(pages.get().uri("/backup-plans").header("Authorization", "Bearer " + token))
                .hasStatus3xxRedirection();
    }

    @Test
    void tellsWhichMemberCantBeRead() {
        for (String wrong : java.util.List.of(
                "nothing",
                "[]",
                "{\"status\":\"fine\"}",
                "{\"status\":\"ok\",\"bytes\":-5}",
                "{\"status\":\"ok\",\"bytes\":\"12\"}",
                "{\"status\":\"ok\",\"finished\":\"yesterday\"}",
                "{\"status\":\"ok\",\"started\":\"2026-11-02T00:00:00Z\",\"finished\":\"2026-11-01T00:00:00Z\"}",
                "{\"status\":\"ok\",\"size\":5}")) {
            problem(send(token, wrong), HttpStatus.BAD_REQUEST, "malformed");
        }
        problem(
                send(token, "{\"status\":\"ok\",\"finished\":\"2099-01-01T00:00:00Z\"}"),
                HttpStatus.UNPROCESSABLE_CONTENT,
                "time");
        assertThat(standing()).isEqualTo("none-yet");
    }

    @Test
    void readsTheReportOfAToolAsItStands() {
        String report =
                "{\"message_type\":\"summary\",\"total_bytes_processed\":77,\"total_duration\":2.5,\"snapshot_id\":\"abc\"}";
        assertThat(report("tool=restic&exit=0", report))
                .hasStatus(HttpStatus.CREATED)
                .bodyJson()
                .isLenientlyEqualTo("{\"run\":\"restic:abc\"}");
        assertThat(report("tool=restic&exit=0", report)).hasStatusOk();
        problem(report("tool=tar", report), HttpStatus.BAD_REQUEST, "malformed");
        problem(report("tool=borg", "nothing"), HttpStatus.UNPROCESSABLE_CONTENT, "unreadable");
        assertThat(report("tool=borg&exit=2", "Repository does not exist")).hasStatus(HttpStatus.CREATED);
        assertThat(standing()).isEqualTo("failed");
    }

    @Test
    void letsNobodyReportWithoutEnd() {
        for (int i = 0; i < Calls.MOST; i++) {
            assertThat(send(token, "{\"run\":\"r" + i + "\",\"status\":\"ok\"}"))
                    .hasStatus(HttpStatus.CREATED);
        }
        // Within the same minute or the next one, the count does not start anew at once.
        sql.sql("UPDATE backups.calls SET minute = date_trunc('minute', CAST(:now AS timestamptz))")
                .param("now", BackupPlanTable.time(clock.instant()))
                .update();
        MvcTestResult refused = send(token, "{\"run\":\"more\",\"status\":\"ok\"}");
        problem(refused, HttpStatus.TOO_MANY_REQUESTS, "too-many");
        assertThat(refused).headers().hasValue("Retry-After", "60");
    }

    @Test
    void showsATokenOnceAndKeepsItsHashOnly() {
        MvcTestResult made = pages.post()
                .uri("/backup-plans/" + plan.id() + "/tokens")
                .with(csrf())
                .with(authentication(SignedInAs.may("backups")))
                .exchange();
        assertThat(made).hasStatus3xxRedirection();
        String secret = String.valueOf(made.getMvcResult().getFlashMap().get("secret"));
        assertThat(secret).startsWith("hbr_");
        assertThat(sql.sql(
                                "SELECT count(*) FROM backups.token WHERE encode(secret, 'escape') LIKE '%' || :secret || '%'")
                        .param("secret", secret.substring(4))
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(send(secret, "{\"status\":\"failed\",\"message\":\"disk full\"}"))
                .hasStatus(HttpStatus.CREATED);
        assertThat(pages.post()
                        .uri("/backup-plans/" + plan.id() + "/tokens")
                        .with(csrf())
                        .with(authentication(
                                SignedInAs.person(plan.responsible().value()))))
                .hasStatus(HttpStatus.FORBIDDEN);
    }

    private MvcTestResult send(String bearer, String body) {
        return pages.post()
                .uri("/api/v1/backup-results")
                .header("Authorization", "Bearer " + bearer)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private MvcTestResult report(String query, String body) {
        return pages.post()
                .uri("/api/v1/backup-results/report?" + query)
                .header("Authorization", "Bearer " + token)
                .contentType(MediaType.TEXT_PLAIN)
                .content(body)
                .exchange();
    }

    private static void problem(MvcTestResult answer, HttpStatus status, String code) {
        assertThat(answer).hasStatus(status).hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer).bodyJson().extractingPath("$.type").isEqualTo("urn:hoshimori:backup-results:" + code);
    }

    private String standing() {
        return sql.sql("SELECT standing FROM backups.plan WHERE id = :id")
                .param("id", plan.id().value())
                .query(String.class)
                .single();
    }
}
