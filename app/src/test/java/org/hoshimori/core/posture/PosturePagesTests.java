package org.hoshimori.core.posture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.hoshimori.ApplicationTest;
import org.hoshimori.SignedInAs;
import org.hoshimori.core.checks.TestChecks;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.organization.Department;
import org.hoshimori.core.organization.DepartmentRegister;
import org.hoshimori.core.rest.Program;
import org.hoshimori.core.tokens.TestTokens;
import org.hoshimori.oscal.OscalValidation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ApplicationTest
class PosturePagesTests {

    private final ApplicationContext application;
    private final MockMvcTester pages;
    private final DepartmentRegister departments;
    private final Posture posture;
    private final PostureHistory history;
    private final TestTokens tokens;
    private String department = "";

    PosturePagesTests(
            @Autowired ApplicationContext application,
            @Autowired MockMvcTester pages,
            @Autowired DepartmentRegister departments,
            @Autowired Posture posture,
            @Autowired PostureHistory history,
            @Autowired TestTokens tokens) {
        this.application = application;
        this.pages = pages;
        this.departments = departments;
        this.posture = posture;
        this.history = history;
        this.tokens = tokens;
    }

    @BeforeEach
    void aFinding() {
        department = "状況部" + UUID.randomUUID();
        departments.open(Department.called(department, "", 1, null), Actor.system("test"));
        TestChecks.run(application);
    }

    @Test
    void tellsHowEveryClauseStands() {
        PostureReport report = posture.now();
        assertThat(report.clauses())
                .hasSizeGreaterThan(150)
                .extracting(ClauseState::id)
                .doesNotHaveDuplicates();
        assertThat(report.clauses())
                .filteredOn(c -> c.id().equals("org-1.b"))
                .singleElement()
                .satisfies(c -> {
                    assertThat(c.state()).isEqualTo(State.ALARM);
                    assertThat(c.mechanism()).isEqualTo("check");
                    assertThat(c.alarm()).isPositive();
                    assertThat(c.evaluatedAt()).isNotNull();
                });
        assertThat(report.share().all()).isGreaterThan(report.clauses().size());
        assertThat(report.byChapter()).hasSize(11);
        assertThat(report.whole().all()).isEqualTo(report.clauses().size());
        assertThat(report.byCategory()).containsKeys("GV.RR", "PR.AA", "RC.RP");
    }

    @Test
    void namesSubjectsToThoseWhoMaySeeThem() {
        history.keep();
        assertThat(pages.get().uri("/posture").with(authentication(SignedInAs.may("findings"))))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "章ごとの状況",
                        "PR.AA",
                        "特に重い不適合",
                        "/posture/trend.svg",
                        "chapter=acc",
                        "期限を過ぎたものはありません。",
                        "/findings/");
        assertThat(pages.get().uri("/posture").with(authentication(SignedInAs.anybody())))
                .hasStatusOk()
                .bodyText()
                .contains("章ごとの状況")
                .doesNotContain("/findings/");
        assertThat(pages.get().uri("/posture/trend.svg").with(authentication(SignedInAs.anybody())))
                .hasStatusOk()
                .bodyText()
                .contains("<circle", "守られている");
    }

    @Test
    void everyNumberIsADoor() {
        assertThat(pages.get()
                        .uri("/posture/clauses?chapter=org&state=alarm")
                        .with(authentication(SignedInAs.anybody())))
                .hasStatusOk()
                .bodyText()
                .contains("/posture/org-1.b", "/findings?clause=org-1.b")
                .doesNotContain("/posture/acc-");
        assertThat(pages.get().uri("/posture/acc-4.b").with(authentication(SignedInAs.may("findings"))))
                .hasStatusOk()
                .bodyText()
                .contains("退職した者のアカウントが期限までに閉じられている", "1日", "/regulation/clause/acc-4.b", "status=ok");
        assertThat(pages.get().uri("/posture/acc-99").with(authentication(SignedInAs.anybody())))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void aPersonsWordCounts() {
        String clause = posture.now().clauses().stream()
                .filter(c -> c.mechanism().equals("person") && c.state() == State.UNPROVEN)
                .findFirst()
                .orElseThrow()
                .id();
        assertThat(pages.post()
                        .uri("/posture/" + clause + "/word")
                        .param("said", " ")
                        .with(csrf())
                        .with(authentication(SignedInAs.may("findings"))))
                .hasRedirectedUrl("/posture/" + clause + "?unsaid");
        assertThat(pages.post()
                        .uri("/posture/" + clause + "/word")
                        .param("said", "現場で確かめた")
                        .with(csrf())
                        .with(authentication(SignedInAs.may("findings"))))
                .hasRedirectedUrl("/posture/" + clause);
        assertThat(posture.now().clauses())
                .filteredOn(c -> c.id().equals(clause))
                .singleElement()
                .extracting(ClauseState::state)
                .isEqualTo(State.PERSON);
        assertThat(pages.get().uri("/posture/" + clause).with(authentication(SignedInAs.anybody())))
                .bodyText()
                .contains("現場で確かめた", "○ 人が確認");
    }

    @Test
    void programsReadTheSame() {
        Program program = new Program(pages, tokens.of(List.of(), "posture:read"));
        assertThat(program.get("/api/v1/posture"))
                .hasStatusOk()
                .hasContentTypeCompatibleWith("application/json")
                .bodyJson()
                .extractingPath("$.clauses[?(@.id=='org-1.b')].state")
                .asArray()
                .containsExactly("alarm");
        assertThat(program.get("/api/v1/posture"))
                .bodyJson()
                .extractingPath("$.share.executed")
                .asNumber()
                .satisfies(n -> assertThat(n.intValue()).isPositive());
    }

    @Test
    void goesOutAsValidOscal(@TempDir Path temp) throws IOException {
        for (String language : List.of("ja", "en")) {
            for (String name : List.of("assessment-results", "plan-of-action-and-milestones")) {
                Path file = temp.resolve(name + "-" + language + ".json");
                Files.write(
                        file,
                        pages.get()
                                .uri("/posture/oscal/" + name + ".json")
                                .cookie(new Cookie("lang", language))
                                .with(authentication(SignedInAs.may("findings")))
                                .exchange()
                                .getResponse()
                                .getContentAsByteArray());
                assertThat(OscalValidation.validate(file))
                        .as(name)
                        .filteredOn(f -> !f.message().contains("/continuous-checks is not beside the document"))
                        .isEmpty();
                assertThat(file).content(StandardCharsets.UTF_8).contains("organization/department-manager");
            }
        }
    }
}
