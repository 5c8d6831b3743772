package org.hoshimori.chapters.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hoshimori.ApplicationTest;
import org.hoshimori.CompleteTailoring;
import org.hoshimori.SignedInAs;
import org.hoshimori.core.estate.Estate;
import org.hoshimori.core.estate.IncidentIntake;
import org.hoshimori.core.estate.Item;
import org.hoshimori.core.estate.ItemList;
import org.hoshimori.core.estate.Noun;
import org.hoshimori.core.estate.TestEstate;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.Person;
import org.hoshimori.core.organization.TestPeople;
import org.hoshimori.core.posts.Posts;
import org.hoshimori.core.posts.TestPosts;
import org.hoshimori.core.regulation.Adoption;
import org.hoshimori.core.regulation.RegulationInForce;
import org.hoshimori.core.regulation.Revision;
import org.hoshimori.core.regulation.TestRevisions;
import org.hoshimori.mail.FactName;
import org.hoshimori.mail.Inspection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.core.Authentication;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ApplicationTest
@Import(MailPagesTests.Incidents.class)
class MailPagesTests {

    private static final String HARMFUL = """
            From: =?UTF-8?B?44Ki44Oe44K+44Oz?= <info@amazon-account.example-check.top>
            Subject: =?UTF-8?B?44Ki44Kr44Km44Oz44OI44GM5YGc5q2i44GV44KM44G+44GZ?=
            MIME-Version: 1.0
            Content-Type: text/html; charset=UTF-8
            Content-Transfer-Encoding: 8bit

            <p>お客様各位 アカウントが停止されます。24時間以内にパスワードを入力して確認してください。</p>
            <img src="https://tracker.example/p.gif"><script>alert(1)</script>
            <a href="https://amazon-account.example-check.top/login">https://www.amazon.co.jp/</a>
            """;

    private static final String HARMLESS = """
            From: Yamada <yamada@example1.co.jp>
            Subject: agenda
            Content-Type: text/plain

            See you tomorrow.
            """;

    private final MockMvcTester pages;
    private final PeopleRegister people;
    private final HeldMails held;
    private final JdbcClient sql;
    private final Incidents incidents;
    private final Posts posts;
    private final Adoption adoption;
    private final RegulationInForce inForce;
    private final Estate estate;
    private final ItemList items;
    private final Clock clock;
    private Person person;

    MailPagesTests(
            @Autowired MockMvcTester pages,
            @Autowired PeopleRegister people,
            @Autowired HeldMails held,
            @Autowired JdbcClient sql,
            @Autowired Incidents incidents,
            @Autowired Posts posts,
            @Autowired Adoption adoption,
            @Autowired RegulationInForce inForce,
            @Autowired Estate estate,
            @Autowired ItemList items,
            @Autowired Clock clock) {
        this.pages = pages;
        this.people = people;
        this.held = held;
        this.sql = sql;
        this.incidents = incidents;
        this.posts = posts;
        this.adoption = adoption;
        this.inForce = inForce;
        this.estate = estate;
        this.items = items;
        this.clock = clock;
    }

    /** Keeps what is taken in. */
    @TestConfiguration
    static class Incidents {
        final List<IncidentIntake.Report> taken = new ArrayList<>();

        @Bean
        IncidentIntake intakeOfMail() {
            return report -> {
                taken.add(report);
                return "/";
            };
        }
    }

    @BeforeEach
    void somebody() {
        person = TestPeople.entered(people, "受信", "者");
        incidents.taken.clear();
    }

    private Authentication reader() {
        return SignedInAs.person(person.id().value());
    }

    private static Authentication officer() {
        return SignedInAs.may("findings");
    }

    private MvcTestResult handIn(String mail) {
        return pages.post()
                .uri("/mail-check")
                .multipart()
                .file(new MockMultipartFile(
                        "file", "mail.eml", "message/rfc822", mail.getBytes(StandardCharsets.UTF_8)))
                .with(authentication(reader()))
                .with(csrf())
                .exchange();
    }

    private MvcTestResult get(String address, Authentication who) {
        return pages.get().uri(address).with(authentication(who)).exchange();
    }

    private MvcTestResult post(String address, Authentication who, String... form) {
        var request = pages.post().uri(address).with(authentication(who)).with(csrf());
        for (int i = 0; i < form.length; i += 2) {
            request = request.param(form[i], form[i + 1]);
        }
        return request.exchange();
    }

    private UUID reported(String mail) {
        handIn(mail);
        assertThat(post("/mail-check/report", reader(), "words", "開いていません")).hasStatus3xxRedirection();
        return sql.sql("SELECT id FROM mail.report WHERE reporter = :reporter ORDER BY reported_at DESC LIMIT 1")
                .param("reporter", person.id().value())
                .query(UUID.class)
                .single();
    }

    @Test
    void answersAtOnceAndInWords() {
        assertThat(handIn(HARMFUL)).hasStatus3xxRedirection().hasRedirectedUrl("/mail-check/answer");
        assertThat(get("/mail-check/answer", reader()))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "危険",
                        "添付ファイルやリンクを開かず",
                        "表示されているURLと実際のリンク先が異なる",
                        "IDやパスワードなどの入力を求める内容",
                        "hxxps://amazon-account[.]example-check[.]top/login",
                        "報告する");
        handIn(HARMLESS);
        assertThat(get("/mail-check/answer", reader())).bodyText().contains("該当なし", "規程の特徴：0項目");
    }

    @Test
    void showsNothingThatLoadsRunsOrOpens() {
        handIn(HARMFUL);
        assertThat(get("/mail-check/answer", reader()))
                .bodyText()
                .doesNotContain(
                        "tracker.example/",
                        "alert(1)",
                        "href=\"https://amazon",
                        "<img src=\"https",
                        "https://amazon-account");
    }

    @Test
    void asksForAFileThatIsThereAndNotTooLarge() {
        assertThat(handIn(""))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("file-error", "選んでください");
        assertThat(handIn("x".repeat((int) MailPages.MOST_BYTES + 1)))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("40MBまで");
    }

    @Test
    void showsAHeldMailToNobodyElseAndForAnHourOnly() {
        handIn(HARMFUL);
        Person other = TestPeople.entered(people, "別", "人");
        assertThat(get("/mail-check/answer", SignedInAs.person(other.id().value())))
                .hasRedirectedUrl("/mail-check");
        sql.sql("UPDATE mail.held SET held_at = now() - interval '61 minutes' WHERE person = :person")
                .param("person", person.id().value())
                .update();
        assertThat(get("/mail-check/answer", reader())).hasRedirectedUrl("/mail-check");
        held.tidy();
        assertThat(heldRows()).isZero();
    }

    @Test
    void erasesAtOnceWhatIsPutAway() {
        handIn(HARMFUL);
        post("/mail-check/put-away", reader());
        assertThat(heldRows()).isZero();
        assertThat(get("/mail-check/answer", reader())).hasRedirectedUrl("/mail-check");
    }

    private long heldRows() {
        return sql.sql("SELECT count(*) FROM mail.held WHERE person = :person")
                .param("person", person.id().value())
                .query(Long.class)
                .single();
    }

    @Test
    void reportsOnRecordAsAnIncidentAndToWhoeverAnswersForIt() {
        TestPosts.officer(posts, people, LocalDate.now(clock));
        UUID id = reported(HARMFUL);
        assertThat(incidents.taken).singleElement().satisfies(r -> {
            assertThat(r.about()).isEqualTo("mail-report:" + id);
            assertThat(r.story()).contains("開いていません");
        });
        assertThat(sql.sql(
                                "SELECT clause FROM evidence.entry WHERE act = 'mail-report.reported/1' AND subject = :subject")
                        .param("subject", "mail-report:" + id)
                        .query(String.class)
                        .single())
                .isEqualTo("itu-4.5");
        assertThat(sql.sql("SELECT count(*) FROM notices.notice WHERE key LIKE :key")
                        .param("key", "mail-reported:" + id + ":%")
                        .query(Long.class)
                        .single())
                .isPositive();
        assertThat(sql.sql("SELECT kept FROM mail.report WHERE id = :id")
                        .param("id", id)
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(heldRows()).isZero();
        assertThat(post("/mail-check/report", reader())).hasRedirectedUrl("/mail-check");
    }

    @Test
    void showsAReportToItsReporterAndToWhoSettlesItOnly() {
        UUID id = reported(HARMFUL);
        String address = "/mail-check/reports/" + id;
        assertThat(get(address, reader()))
                .hasStatusOk()
                .bodyText()
                .contains("確認中")
                .doesNotContain("/settle");
        assertThat(get(address, officer())).hasStatusOk().bodyText().contains("/settle", "開いていません", "危険");
        Person other = TestPeople.entered(people, "別", "人");
        assertThat(get(address, SignedInAs.person(other.id().value()))).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get("/mail-check/reports", reader())).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(get("/mail-check/reports?state=open", officer()))
                .hasStatusOk()
                .bodyText()
                .contains(id.toString());
        assertThat(post(address + "/settle", reader(), "as", "harmless")).hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void settlesOnceAndTellsTheReporter() {
        UUID id = reported(HARMFUL);
        String address = "/mail-check/reports/" + id + "/settle";
        assertThat(post(address, officer()))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("有害か無害か");
        assertThat(post(address, officer(), "as", "open")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(post(address, officer(), "as", "harmful", "answer", "削除してください", "warn", "true"))
                .hasStatus3xxRedirection();
        assertThat(post(address, officer(), "as", "harmless")).hasStatus(HttpStatus.CONFLICT);
        assertThat(get("/mail-check/reports/" + id, reader())).bodyText().contains("有害", "削除してください");
        assertThat(sql.sql("SELECT count(*) FROM notices.notice WHERE key IN (:settled, :warning)")
                        .param("settled", "mail-settled:" + id)
                        .param("warning", "mail-warning:" + id)
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
        assertThat(sql.sql(
                                "SELECT count(*) FROM evidence.entry WHERE act = 'mail-report.settled/1' AND subject = :subject")
                        .param("subject", "mail-report:" + id)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void countsBySeveralOfTheRegulationInForceAndKnowsTheRegisters() {
        Revision revision = TestRevisions.last(adoption, inForce, CompleteTailoring.text("itu-4.5_several: 3"));
        WhatIsKnown then = new WhatIsKnown(
                people,
                items,
                TestRevisions.by(sql, Clock.fixed(revision.effectiveAt().plusSeconds(1), clock.getZone())),
                new MailReports(sql),
                clock);
        Item party = TestEstate.entered(estate, Noun.PARTY, "納入元", null);
        estate.change(
                new Item(
                        party.id(),
                        party.noun(),
                        party.number(),
                        party.name(),
                        party.sort(),
                        null,
                        null,
                        party.level(),
                        party.state(),
                        "窓口 hanbai@supplier-example.co.jp",
                        party.version()),
                Actor.system("test"));
        Inspection inspection = then.inspector()
                .inspect("From: Hanbai <hanbai@supplier-example.co.jp>\nSubject: x\n\nx"
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(inspection.several()).isEqualTo(3);
        assertThat(inspection.fact(FactName.KNOWN_SENDER)).isPresent();
    }
}
