package org.hoshimori.chapters.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.ApplicationTest;
import org.hoshimori.CompleteTailoring;
import org.hoshimori.SignedInAs;
import org.hoshimori.core.approvals.Approvals;
import org.hoshimori.core.approvals.Proposal;
import org.hoshimori.core.approvals.RequestId;
import org.hoshimori.core.approvals.Seat;
import org.hoshimori.core.approvals.State;
import org.hoshimori.core.approvals.Verdict;
import org.hoshimori.core.estate.Estate;
import org.hoshimori.core.estate.Item;
import org.hoshimori.core.estate.Noun;
import org.hoshimori.core.estate.TestEstate;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.Person;
import org.hoshimori.core.organization.PersonId;
import org.hoshimori.core.organization.TestPeople;
import org.hoshimori.core.posts.Posts;
import org.hoshimori.core.posts.TestPosts;
import org.hoshimori.core.regulation.Adoption;
import org.hoshimori.core.regulation.RegulationInForce;
import org.hoshimori.core.regulation.Revision;
import org.hoshimori.core.regulation.TestRevisions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

@ApplicationTest
class AssessmentTests {

    private static final Actor TEST = Actor.system("test");

    private final MockMvcTester pages;
    private final CloudAssessments door;
    private final AssessmentTable table;
    private final Approvals approvals;
    private final Estate estate;
    private final PeopleRegister people;
    private final Posts posts;
    private final JdbcClient sql;
    private final Adoption adoption;
    private final RegulationInForce inForce;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private Person asking;
    private PersonId officer;
    private Item provider;

    AssessmentTests(
            @Autowired MockMvcTester pages,
            @Autowired CloudAssessments door,
            @Autowired AssessmentTable table,
            @Autowired Approvals approvals,
            @Autowired Estate estate,
            @Autowired PeopleRegister people,
            @Autowired Posts posts,
            @Autowired JdbcClient sql,
            @Autowired Adoption adoption,
            @Autowired RegulationInForce inForce,
            @Autowired ApplicationEventPublisher events,
            @Autowired TransactionTemplate transaction,
            @Autowired Clock clock) {
        this.pages = pages;
        this.door = door;
        this.table = table;
        this.approvals = approvals;
        this.estate = estate;
        this.people = people;
        this.posts = posts;
        this.sql = sql;
        this.adoption = adoption;
        this.inForce = inForce;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    @BeforeEach
    void somebodyWhoAsksAndSomebodyWhoDecides() {
        asking = TestPeople.entered(people, "評価", "係");
        provider = TestEstate.entered(estate, Noun.PARTY, "雲海クラウド", null);
        officer = TestPosts.officer(posts, people, LocalDate.now(clock));
    }

    @Test
    void writesAnAssessmentThroughItsFormAndShowsWhatTheRulesMakeOfIt() {
        MvcTestResult sent = post("/cloud-assessments", form());
        assertThat(sent).hasStatus3xxRedirection();
        String page = String.valueOf(sent.getResponse().getRedirectedUrl());
        assertThat(get(page)).contains("雲海クラウド", "大阪府", "許可された国", "規程に拠点の地域がありません", "承認を申請する");
        assertThat(get("/cloud-assessments")).contains(page);
        assertThat(get(page + "/edit")).contains("value=\"" + provider.number() + "\"");
        assertThat(pages.get().uri(page).with(authentication(SignedInAs.anybody())))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(post(page + "/ask", Map.of()))
                .as("the sample does not say where our sites are")
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("規程（4.3）を先に埋めてください。");
    }

    @Test
    void refusesWhatCantBeReadNextToItsField() {
        for (Map.Entry<String, String> wrong : Map.of(
                        "provider", "ない番号", "country", "XX", "prefecture", "99", "endsOn", "来年")
                .entrySet()) {
            Map<String, String> form = new HashMap<>(form());
            form.put(wrong.getKey(), wrong.getValue());
            assertThat(post("/cloud-assessments", form))
                    .as(wrong.toString())
                    .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                    .bodyText()
                    .contains("id=\"" + wrong.getKey() + "-error\"");
        }
    }

    @Test
    void asksOnlyForWhatTheRegulationAllows() {
        CloudAssessments then = under("ast-4.3_own-regions: {ja: 東京都千代田区, en: Tokyo}");
        assertThat(asked(then, "JP", "13", "", true)).isEqualTo(CloudAssessments.Refusal.SAME_REGION);
        assertThat(asked(then, "JP", "14", "", true)).isEqualTo(CloudAssessments.Refusal.APART_NEEDED);
        assertThat(asked(then, "US", "", "", true)).isEqualTo(CloudAssessments.Refusal.COUNTRY_NOT_ALLOWED);
        assertThat(asked(then, "JP", "27", "", false)).isEqualTo(CloudAssessments.Refusal.DOES_NOT_FIT);
        Assessment late = with(draft("JP", "27", "", true), LocalDate.now(clock).plusYears(5));
        door.write(late, by());
        assertThat(ask(then, late)).isEqualTo(refused(CloudAssessments.Refusal.LAST_DAY));
        Assessment fits = draft("JP", "14", "内陸の高台にあり、浸水想定区域の外にあるため", true);
        door.write(fits, by());
        assertThat(ask(then, fits)).isInstanceOf(CloudAssessments.Outcome.Done.class);
        assertThat(ask(then, fits)).isEqualTo(refused(CloudAssessments.Refusal.OPEN_ALREADY));
        assertThat(state(fits)).isEqualTo("asked");
    }

    @Test
    void holdsForWhatWasApprovedOnly() {
        Assessment draft = draft("JP", "27", "", true);
        door.write(draft, by());
        approve(request(draft));
        assertThat(state(draft)).isEqualTo("approved");
        door.review();
        assertThat(state(draft)).as("nothing is other than approved").isEqualTo("approved");
        CloudAssessments then = under("ast-4.3_own-regions: {ja: 大阪府, en: Osaka}");
        transaction.executeWithoutResult(t -> then.review());
        assertThat(state(draft)).as("where a site of ours is now").isEqualTo("lapsed");
    }

    @Test
    void endsTheApprovalAndTheRequestOfWhatIsChanged() {
        Assessment approved = draft("JP", "27", "", true);
        door.write(approved, by());
        approve(request(approved));
        door.change(with(approved, approved.endsOn().plusDays(1)), by());
        assertThat(state(approved)).isEqualTo("draft");
        Assessment open = draft("JP", "27", "", true);
        door.write(open, by());
        RequestId request = request(open);
        door.change(with(open, open.endsOn().plusDays(1)), by());
        assertThat(state(open)).isEqualTo("draft");
        assertThat(approvals.state(request)).hasValue(State.LAPSED);
    }

    @Test
    void remindsBeforeAnApprovalEnds() {
        Assessment draft =
                with(draft("JP", "27", "", true), LocalDate.now(clock).plusDays(20));
        door.write(draft, by());
        approve(request(draft));
        assertThat(get("/")).contains("/cloud-assessments/" + draft.id());
    }

    /** As the room asks, whatever the sample leaves open. */
    private RequestId request(Assessment draft) {
        table.settle(draft.id(), Assessment.State.DRAFT, Assessment.State.ASKED, Optional.empty());
        return ((Approvals.Outcome.Done) approvals.ask(
                        new Proposal(
                                AssessmentMatter.KIND,
                                draft.subject(),
                                Optional.of("ast-4.3"),
                                new Rules(inForce).record(draft),
                                Assessment.PROJECTION,
                                List.of(List.of(Seat.of("security-officer"))),
                                "/cloud-assessments/" + draft.id(),
                                Optional.empty()),
                        by()))
                .request();
    }

    private void approve(RequestId request) {
        assertThat(approvals.decide(request, Verdict.APPROVE, "確認しました。", officer, Actor.person(officer.value())))
                .isInstanceOf(Approvals.Outcome.Done.class);
    }

    private CloudAssessments under(String value) {
        Revision revision = TestRevisions.last(
                adoption, inForce, CompleteTailoring.text(value, "ast-4.3_countries: {ja: 日本, en: Japan}"));
        Clock then = Clock.fixed(revision.effectiveAt().plusSeconds(1), clock.getZone());
        return new CloudAssessments(table, new Rules(TestRevisions.by(sql, then)), estate, approvals, events, clock);
    }

    private CloudAssessments.Refusal asked(
            CloudAssessments at, String country, String prefecture, String apart, boolean fits) {
        Assessment draft = draft(country, prefecture, apart, fits);
        door.write(draft, by());
        return ((CloudAssessments.Outcome.Refused) ask(at, draft)).why();
    }

    private CloudAssessments.Outcome ask(CloudAssessments at, Assessment draft) {
        return Objects.requireNonNull(transaction.execute(t -> at.ask(draft.id(), by())));
    }

    private static CloudAssessments.Outcome refused(CloudAssessments.Refusal why) {
        return new CloudAssessments.Outcome.Refused(why);
    }

    private Assessment draft(String country, String prefecture, String apart, boolean fits) {
        Assessment.Fits yes = new Assessment.Fits(true, "確認済み");
        return new Assessment(
                UUID.randomUUID(),
                "雲海バックアップ" + UUID.randomUUID(),
                provider.id(),
                "会計のデータ",
                yes,
                new Assessment.Fits(fits, "公開文書"),
                yes,
                country,
                prefecture,
                "",
                apart,
                LocalDate.now(clock).plusYears(1),
                Assessment.State.DRAFT,
                0);
    }

    private static Assessment with(Assessment a, LocalDate ends) {
        return new Assessment(
                a.id(),
                a.service(),
                a.provider(),
                a.purpose(),
                a.terms(),
                a.policy(),
                a.measures(),
                a.country(),
                a.prefecture(),
                a.region(),
                a.apart(),
                ends,
                a.state(),
                a.version());
    }

    private Map<String, String> form() {
        return Map.of(
                "service", "雲海バックアップ",
                "provider", provider.number(),
                "purpose", "会計のデータ",
                "termsFit", "true",
                "policyFit", "true",
                "measuresFit", "true",
                "country", "JP",
                "prefecture", "27",
                "endsOn", LocalDate.now(clock).plusYears(1).toString(),
                "version", "0");
    }

    private String state(Assessment assessment) {
        return sql.sql("SELECT state FROM facts.cloud_assessment WHERE id = :id")
                .param("id", assessment.id())
                .query(String.class)
                .single();
    }

    private Actor by() {
        return Actor.person(asking.id().value());
    }

    private MvcTestResult post(String path, Map<String, String> form) {
        var request = pages.post()
                .uri(path)
                .with(csrf())
                .with(authentication(SignedInAs.person(asking.id().value(), "backups")));
        form.forEach(request::param);
        return request.exchange();
    }

    private String get(String path) {
        MvcTestResult answer = pages.get()
                .uri(path)
                .with(authentication(SignedInAs.person(asking.id().value(), "backups")))
                .exchange();
        assertThat(answer).as(path).hasStatusOk();
        try {
            return answer.getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
