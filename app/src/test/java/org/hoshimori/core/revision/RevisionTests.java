package org.hoshimori.core.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hoshimori.ApplicationTest;
import org.hoshimori.CompleteTailoring;
import org.hoshimori.SignedInAs;
import org.hoshimori.catalog.CatalogJson;
import org.hoshimori.catalog.Lang;
import org.hoshimori.catalog.Words;
import org.hoshimori.catalog.parameters.OrgParameters;
import org.hoshimori.core.approvals.Approvals;
import org.hoshimori.core.approvals.RequestId;
import org.hoshimori.core.approvals.State;
import org.hoshimori.core.approvals.Verdict;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.PersonId;
import org.hoshimori.core.organization.TestPeople;
import org.hoshimori.core.posts.Appointment;
import org.hoshimori.core.posts.Posts;
import org.hoshimori.core.regulation.Adoption;
import org.hoshimori.core.regulation.RegulationInForce;
import org.hoshimori.regulation.Regulation;
import org.hoshimori.regulation.TailoringReader;
import org.hoshimori.regulation.TailoringText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** All revisions here take effect in years to come: other tests live by the sample. */
@ApplicationTest
class RevisionTests {

    private static final Actor TEST = Actor.system("test");

    @Autowired
    private RevisionDesk desk;

    @Autowired
    private Approvals approvals;

    @Autowired
    private RegulationInForce inForce;

    @Autowired
    private Adoption adoption;

    @Autowired
    private Posts posts;

    @Autowired
    private PeopleRegister people;

    @Autowired
    private MockMvcTester pages;

    @Autowired
    private JdbcClient sql;

    private PersonId officer;

    @BeforeEach
    void somebodyApproves() {
        officer = TestPeople.entered(people, "改訂", "花子").id();
        for (String post : List.of("security-officer", "representative-director")) {
            posts.appoint(
                    Appointment.to(
                            post,
                            null,
                            TestPeople.entered(people, "承認", post).id(),
                            TestPeople.entered(people, "代理", post).id(),
                            LocalDate.of(2026, 4, 1),
                            null),
                    TEST);
        }
    }

    @Test
    void turnsOnceFromDraftToRegulation() {
        int month = otherMonth();
        Draft draft = complete("org-2.a_month: " + month);
        assertThat(desk.ask(draft.id(), draft.version() + 1, actor()))
                .isEqualTo(new RevisionDesk.Outcome.Refused(RevisionDesk.Refusal.CHANGED_MEANWHILE));
        ask(draft);
        assertThat(desk.known(draft.id()).state()).isEqualTo(Draft.State.ASKED);
        approveAll(draft);
        Draft published = desk.known(draft.id());
        assertThat(published.problem()).isNull();
        assertThat(published.state()).isEqualTo(Draft.State.PUBLISHED);
        assertThat(inForce.latest().number()).isEqualTo(published.publishedAs());
        assertThat(inForce.latest().value(OrgParameters.MONTH).orElseThrow().getValue())
                .isEqualTo(month);
        assertThat(desk.open("次", Lang.JA, actor()).tailoring())
                .as("the next draft begins from the text that was kept")
                .isEqualTo(published.tailoring());
    }

    @Test
    void aChangeAfterAskingLapsesTheRequest() {
        Draft draft = complete("org-2.a_month: " + otherMonth());
        ask(draft);
        RequestId request = request(draft);
        Draft asked = desk.known(draft.id());
        desk.change(
                asked.id(),
                asked.version(),
                List.of("org-2.a_month"),
                t -> t.words("reg_revision", Words.same("別の版")),
                actor());
        assertThat(approvals.state(request)).contains(State.LAPSED);
        assertThat(desk.known(draft.id()).state()).isEqualTo(Draft.State.DRAFTING);
    }

    @Test
    void asksForNothingThatIsStillOpenOrOutdated() {
        Draft open = desk.open("未完成", new TailoringText("t", "tailoring: 1\n"), Lang.JA, actor());
        assertThat(desk.ask(open.id(), 0, actor()))
                .isEqualTo(new RevisionDesk.Outcome.Refused(RevisionDesk.Refusal.STILL_OPEN));
        Draft first = complete("org-2.a_month: " + otherMonth());
        Draft second = complete("org-2.a_month: 12");
        ask(first);
        approveAll(first);
        assertThat(desk.ask(second.id(), second.version(), actor()))
                .isEqualTo(new RevisionDesk.Outcome.Refused(RevisionDesk.Refusal.OUTDATED));
        assertThat(desk.bringUp(second.id(), second.version(), Lang.JA, actor()))
                .isInstanceOf(RevisionDesk.Outcome.Done.class);
        assertThat(desk.known(second.id()).basedOn()).isEqualTo(inForce.latest().number());
    }

    @Test
    void beginsFromAllTailoringsOfARevision() {
        Instant after = inForce.latest().effectiveAt();
        Instant from = (after.isAfter(Instant.parse("2060-01-01T00:00:00Z"))
                        ? after
                        : Instant.parse("2060-01-01T00:00:00Z"))
                .plusSeconds(86_400);
        Regulation both = Regulation.resolve(
                CatalogJson.shipped(),
                TailoringReader.read("a", CompleteTailoring.text("reg_revision: 二重")),
                TailoringReader.read("b", "values: {org-2.a_month: 9}\n"));
        assertThat(adoption.adopt(both, from, TEST)).isInstanceOf(Adoption.Outcome.Adopted.class);
        Draft draft = desk.open("重ねた", Lang.JA, actor());
        assertThat(draft.tailoring()).contains("reg_revision: 二重", "org-2.a_month: 9");
        assertThat(RevisionDesk.errors(draft)).isEmpty();
    }

    @Test
    void isTailoredInForms() {
        Draft draft = desk.open("様式", Lang.JA, actor());
        String chapter = "/drafts/" + draft.id() + "/chapter/acc";
        assertThat(get("/drafts")).hasStatusOk().bodyText().contains("様式");
        assertThat(get("/drafts/" + draft.id())).hasStatusOk();
        assertThat(get(chapter)).hasStatusOk().bodyText().contains("p.acc-9.3.p_lockout-threshold");
        assertThat(post(chapter, "version", "0", "p.acc-9.3.p_lockout-threshold", "たくさん"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("整数で書いてください", "たくさん");
        assertThat(post(
                        chapter,
                        "version",
                        "0",
                        "p.acc-9.3.p_lockout-threshold",
                        "４",
                        "p.acc-9.3.p_lockout-duration",
                        "5",
                        "o.acc-9.3.p_lockout-duration",
                        "TH"))
                .hasStatus(HttpStatus.FOUND);
        Draft after = desk.known(draft.id());
        assertThat(after.text()
                        .read()
                        .values()
                        .get("acc-9.3.p_lockout-threshold")
                        .texts())
                .containsExactly("４");
        assertThat(after.text()
                        .read()
                        .values()
                        .get("acc-9.3.p_lockout-duration")
                        .texts())
                .containsExactly("PT5H");
        assertThat(after.version()).isOne();
        assertThat(post(chapter, "version", "0", "p.acc-9.3.p_lockout-threshold", "5"))
                .as("somebody else was quicker")
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("ほかの人が先に変更しました");
        assertThat(post(chapter, "version", "1", "p.acc-9.3.p_lockout-threshold", ""))
                .hasStatus(HttpStatus.FOUND);
        assertThat(desk.known(draft.id()).text().read().values()).doesNotContainKey("acc-9.3.p_lockout-threshold");
    }

    @Test
    void savesWhatIsTypedAndShowsTheTextThatFollows() {
        Draft draft = desk.open("ライブ", Lang.JA, actor());
        MvcTestResult part = pages.post()
                .uri("/drafts/" + draft.id() + "/chapter/acc")
                .with(authentication(SignedInAs.person(officer.value(), "regulation")))
                .with(csrf())
                .header("HX-Request", "true")
                .param("version", "0")
                .param("p.acc-9.3.p_lockout-threshold", "2")
                .exchange();
        assertThat(part)
                .hasStatusOk()
                .bodyText()
                .contains("id=\"live\"", "name=\"version\" value=\"1\" hx-swap-oob=\"true\"")
                .doesNotContain("<html");
    }

    @Test
    void leavesClausesOutAndRewordsSentences() {
        Draft draft = desk.open("文言", Lang.JA, actor());
        String chapter = "/drafts/" + draft.id() + "/chapter/tel";
        assertThat(post(chapter + "/clause/tel-2.2", "version", "0", "applies", "false", "reason", " "))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(post(chapter + "/clause/tel-2.2", "version", "0", "applies", "false", "reason", "使わないため"))
                .hasStatus(HttpStatus.FOUND);
        assertThat(desk.known(draft.id()).regulation().exclusions()).containsKey("tel-2.2");
        assertThat(get(chapter)).bodyText().contains("使わないため");
        assertThat(post(chapter + "/clause/tel-2.2", "version", "1", "applies", "true"))
                .hasStatus(HttpStatus.FOUND);
        assertThat(desk.known(draft.id()).regulation().exclusions()).isEmpty();
        String sentence = desk.known(draft.id())
                .regulation()
                .clause("org-1.c")
                .orElseThrow()
                .duties()
                .getFirst()
                .id();
        String words = "/drafts/" + draft.id() + "/chapter/org/words/" + sentence;
        assertThat(post(words, "version", "2", "words", "委員会は毎月集まる。")).hasStatus(HttpStatus.FOUND);
        assertThat(get("/drafts/" + draft.id() + "/changes")).bodyText().contains("委員会は毎月集まる。");
        assertThat(post(words, "version", "3", "words", "")).hasStatus(HttpStatus.FOUND);
        assertThat(desk.known(draft.id()).text().read().alterations()).isEmpty();
    }

    @Test
    void fillsTheRowsOfATable() {
        Draft draft = desk.open("表", Lang.JA, actor());
        String table = "/drafts/" + draft.id() + "/chapter/phy/table/phy-4_points";
        assertThat(get("/drafts/" + draft.id() + "/chapter/phy")).bodyText().contains("c.0.point");
        assertThat(post(
                        table,
                        "version",
                        "0",
                        "r.0",
                        "head-post",
                        "c.0.point",
                        "本社1階の郵便受け",
                        "r.1",
                        "",
                        "c.1.point",
                        "裏口の宅配箱",
                        "r.2",
                        "",
                        "c.2.point",
                        " "))
                .hasStatus(HttpStatus.FOUND);
        assertThat(desk.known(draft.id())
                        .regulation()
                        .table("phy-4_points")
                        .orElseThrow()
                        .rows())
                .extracting(r -> r.id())
                .containsExactly("head-post", "own-1");
        assertThat(post(table, "version", "1", "sample", "true")).hasStatus(HttpStatus.FOUND);
        assertThat(desk.known(draft.id()).text().read().tables()).doesNotContainKey("phy-4_points");
        assertThat(post("/drafts/" + draft.id() + "/chapter/phy/table/none", "version", "2"))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void comesInAndGoesOutAsAFile() {
        Draft draft = complete("org-2.a_month: 5");
        String yaml = text(get("/drafts/" + draft.id() + "/tailoring.yaml"));
        assertThat(yaml).isEqualTo(draft.tailoring());
        assertThat(upload("t.yaml", yaml)).hasStatus(HttpStatus.FOUND);
        assertThat(upload("t.yaml", "values: [")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        MvcTestResult profile = get("/drafts/" + draft.id() + "/profile.json");
        assertThat(profile).hasStatusOk();
        assertThat(upload("p.json", text(profile)).getResponse().getStatus()).isIn(200, 302);
        assertThat(upload("p.json", "{}")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(get("/drafts/" + draft.id() + "/document.docx")).hasStatusOk();
        long fromProfile = sql.sql("SELECT count(*) FROM revision.draft WHERE tailoring LIKE '%org-2.a_month: 5%'")
                .query(Long.class)
                .single();
        assertThat(fromProfile).isGreaterThanOrEqualTo(3);
    }

    /** A month that the last revision does not name. */
    private int otherMonth() {
        int month = inForce.latest()
                .value(OrgParameters.MONTH)
                .map(m -> m.getValue())
                .orElse(1);
        return 1 + month % 12;
    }

    /** One that leaves nothing open and takes effect after every other, in years to come. */
    private Draft complete(String... values) {
        Draft draft = desk.open(
                "完成 " + UUID.randomUUID(),
                new TailoringText("tailoring.yaml", CompleteTailoring.text(values)),
                Lang.JA,
                actor());
        LocalDate last = LocalDate.ofInstant(inForce.latest().effectiveAt(), ZoneOffset.UTC);
        LocalDate from = (last.getYear() < 2060 ? LocalDate.of(2060, 1, 1) : last).plusDays(2);
        desk.describe(draft.id(), draft.version(), draft.name(), from, "毎年の見直し", actor());
        return desk.known(draft.id());
    }

    private void ask(Draft draft) {
        assertThat(desk.ask(draft.id(), draft.version(), actor())).isInstanceOf(RevisionDesk.Outcome.Done.class);
    }

    private RequestId request(Draft draft) {
        return approvals.open(RegulationApproval.KIND, draft.id().subject()).orElseThrow();
    }

    /** Whoever was told that it is their turn says yes. */
    private void approveAll(Draft draft) {
        RequestId request = request(draft);
        for (int step = 0; step < 4 && approvals.state(request).orElseThrow() == State.OPEN; step++) {
            List<PersonId> told = new ArrayList<>();
            sql.sql("SELECT person FROM notices.notice WHERE address = :address AND message = 'approvals.notice.turn'")
                    .param("address", "/approvals/" + request)
                    .query(row -> {
                        told.add(new PersonId(row.getObject(1, UUID.class)));
                    });
            told.forEach(who -> approvals.decide(request, Verdict.APPROVE, "", who, Actor.person(who.value())));
        }
        assertThat(approvals.state(request)).contains(State.APPROVED);
    }

    private Actor actor() {
        return Actor.person(officer.value());
    }

    private MvcTestResult get(String uri) {
        return pages.get()
                .uri(uri)
                .with(authentication(SignedInAs.person(officer.value(), "regulation")))
                .exchange();
    }

    private MvcTestResult post(String uri, String... fields) {
        var request = pages.post()
                .uri(uri)
                .with(authentication(SignedInAs.person(officer.value(), "regulation")))
                .with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private MvcTestResult upload(String name, String content) {
        return pages.post()
                .uri("/drafts")
                .with(authentication(SignedInAs.person(officer.value(), "regulation")))
                .with(csrf())
                .multipart()
                .file(new MockMultipartFile("file", name, null, content.getBytes(StandardCharsets.UTF_8)))
                .param("name", "取り込み")
                .exchange();
    }

    private static String text(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
