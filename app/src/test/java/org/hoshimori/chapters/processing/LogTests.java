package org.hoshimori.chapters.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.hoshimori.ApplicationTest;
import org.hoshimori.CompleteTailoring;
import org.hoshimori.SignedInAs;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.Person;
import org.hoshimori.core.organization.TestPeople;
import org.hoshimori.core.regulation.Adoption;
import org.hoshimori.core.regulation.RegulationInForce;
import org.hoshimori.core.regulation.Revision;
import org.hoshimori.core.regulation.TestRevisions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ApplicationTest
class LogTests {

    private final MockMvcTester pages;
    private final PeopleRegister people;
    private final Adoption adoption;
    private final RegulationInForce inForce;
    private final JdbcClient sql;
    private final Clock clock;
    private final String name = "画像-" + UUID.randomUUID();
    private Person person;

    LogTests(
            @Autowired MockMvcTester pages,
            @Autowired PeopleRegister people,
            @Autowired Adoption adoption,
            @Autowired RegulationInForce inForce,
            @Autowired JdbcClient sql,
            @Autowired Clock clock) {
        this.pages = pages;
        this.people = people;
        this.adoption = adoption;
        this.inForce = inForce;
        this.sql = sql;
        this.clock = clock;
    }

    @BeforeEach
    void somebody() {
        person = TestPeople.entered(people, "解析", "係");
    }

    @Test
    void keepsWhatWasDoneWithARecordAndShowsIt() {
        assertThat(post("/processing", Map.of())).hasStatus3xxRedirection();
        assertThat(list("?q=" + name)).contains(name, "受け取った", "使用の許可", "1件");
        assertThat(list("?q=" + name + "&sensor=sar")).contains("0件");
        assertThat(list("?q=" + name + "&from=2030-01-01")).contains("0件");
        assertThat(sql.sql(
                                "SELECT count(*) FROM evidence.entry WHERE act = 'processing-entry.added/1' AND subject = 'processing-entry:' || :id")
                        .param("id", id())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void showsOnesOwnEntriesOnlyToWhoKeepsNoRegister() {
        post("/processing", Map.of());
        assertThat(pages.get().uri("/processing?q=" + name).with(authentication(SignedInAs.anybody())))
                .bodyText()
                .contains("0件");
        assertThat(pages.get().uri("/processing?q=" + name).with(authentication(SignedInAs.may("record"))))
                .bodyText()
                .contains("1件");
        assertThat(pages.get().uri("/processing/" + id() + "/correct").with(authentication(SignedInAs.anybody())))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void putsAMistakeRightByAFurtherEntryOnce() {
        post("/processing", Map.of("basis", ""));
        String first = id();
        assertThat(list("?lacking=true&q=" + name)).contains("根拠か相手がありません", "1件");
        assertThat(post("/processing/" + first + "/correct", Map.of("basis", "certification")))
                .hasStatus3xxRedirection();
        assertThat(list("?q=" + name)).contains("訂正済み", "取扱いの認定", "2件");
        assertThat(list("?lacking=true&q=" + name)).contains("0件");
        assertThat(post("/processing/" + first + "/correct", Map.of()))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("すでに訂正されています");
    }

    @Test
    void letsNobodyChangeWhatIsWritten() {
        post("/processing", Map.of());
        for (String change :
                java.util.List.of("UPDATE processing.entry SET basis = ''", "DELETE FROM processing.entry")) {
            org.assertj.core.api.Assertions.assertThatThrownBy(
                            () -> sql.sql(change).update())
                    .isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void refusesWhatCantBeReadNextToItsField() {
        for (Map.Entry<String, String> wrong : Map.of(
                        "day", "昨日", "record", "", "words", "", "sensor", "eye", "deed", "lost", "party", "ない",
                        "handler", "")
                .entrySet()) {
            assertThat(post("/processing", Map.of(wrong.getKey(), wrong.getValue())))
                    .as(wrong.toString())
                    .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                    .bodyText()
                    .contains("id=\"" + wrong.getKey() + "-error\"");
        }
        assertThat(post(
                        "/processing",
                        Map.of("day", LocalDate.now(clock).plusDays(1).toString())))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @Test
    void exportsWhatIsShownAndNoFormulas() {
        post("/processing", Map.of("words", "=HYPERLINK(\"http://example.com\")"));
        MvcTestResult table = pages.get()
                .uri("/processing/table.csv?q=" + name)
                .with(authentication(me()))
                .exchange();
        assertThat(table).hasStatusOk().bodyText().contains(name, "\"'=HYPERLINK(\"\"http", "解析 係");
    }

    @Test
    void isKeptWhereTheRegulationInForceWantsIt() {
        assertThat(new Applicable(inForce).now()).isTrue();
        assertThat(under("reg_business: [development-manufacturing]").now()).isFalse();
        assertThat(under("reg_business: [satellite-data-use]").now()).isTrue();
    }

    private Applicable under(String value) {
        Revision revision = TestRevisions.last(adoption, inForce, CompleteTailoring.text(value));
        return new Applicable(
                TestRevisions.by(sql, Clock.fixed(revision.effectiveAt().plusSeconds(1), clock.getZone())));
    }

    private String id() {
        return sql.sql("SELECT id::text FROM processing.entry WHERE record = :name ORDER BY entered_at LIMIT 1")
                .param("name", name)
                .query(String.class)
                .single();
    }

    private MvcTestResult post(String path, Map<String, String> instead) {
        Map<String, String> form = new HashMap<>(Map.of(
                "day", LocalDate.now(clock).toString(),
                "record", name,
                "handler", person.id().toString(),
                "sensor", "optical",
                "resolution", "0.5 m",
                "deed", "received",
                "words", "地上局から受信した",
                "basis", "licence"));
        form.putAll(instead);
        var request = pages.post().uri(path).with(csrf()).with(authentication(me()));
        form.forEach(request::param);
        return request.exchange();
    }

    private String list(String query) {
        MvcTestResult answer = pages.get()
                .uri("/processing" + query)
                .with(authentication(me()))
                .exchange();
        assertThat(answer).hasStatusOk();
        try {
            return answer.getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private org.springframework.security.core.Authentication me() {
        return SignedInAs.person(person.id().value());
    }
}
