package org.hoshimori.chapters.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hoshimori.ApplicationTest;
import org.hoshimori.SignedInAs;
import org.hoshimori.core.estate.IncidentIntake;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.Person;
import org.hoshimori.core.organization.TestPeople;
import org.hoshimori.core.posts.Appointment;
import org.hoshimori.core.posts.Posts;
import org.hoshimori.logarchive.Archive;
import org.hoshimori.logarchive.Marks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ApplicationTest
@Import(LogReviewTests.Incidents.class)
class LogReviewTests {

    private final MockMvcTester pages;
    private final LogArchive archive;
    private final Works works;
    private final WorkTable table;
    private final MarksFile file;
    private final Nightly nightly;
    private final HitTable hits;
    private final LogsNames names;
    private final JdbcClient sql;
    private final PeopleRegister people;
    private final Posts posts;
    private final Incidents incidents;
    private final Clock clock;
    private Person reviewer;

    LogReviewTests(
            @Autowired MockMvcTester pages,
            @Autowired LogArchive archive,
            @Autowired Works works,
            @Autowired WorkTable table,
            @Autowired MarksFile file,
            @Autowired Nightly nightly,
            @Autowired HitTable hits,
            @Autowired LogsNames names,
            @Autowired JdbcClient sql,
            @Autowired PeopleRegister people,
            @Autowired Posts posts,
            @Autowired Incidents incidents,
            @Autowired Clock clock) {
        this.pages = pages;
        this.archive = archive;
        this.works = works;
        this.table = table;
        this.file = file;
        this.nightly = nightly;
        this.hits = hits;
        this.names = names;
        this.sql = sql;
        this.people = people;
        this.posts = posts;
        this.incidents = incidents;
        this.clock = clock;
    }

    /** Keeps what is taken in. */
    @TestConfiguration
    static class Incidents {
        final List<IncidentIntake.Report> taken = new ArrayList<>();

        @Bean
        IncidentIntake intakeOfLogs() {
            return report -> {
                taken.add(report);
                return "/";
            };
        }
    }

    @BeforeEach
    void office() throws IOException {
        TestLogs.imported(archive.folder());
        Files.deleteIfExists(archive.folder().resolve("marks.jsonl"));
        sql.sql("UPDATE logs.mark SET id = id || ' ' || gen_random_uuid()").update();
        sql.sql("UPDATE logs.work SET state = 'cancelled' WHERE state IN ('asked', 'running')")
                .update();
        reviewer = TestPeople.entered(people, "調", "査");
        incidents.taken.clear();
    }

    private Authentication who() {
        return SignedInAs.person(reviewer.id().value(), "logs");
    }

    private MvcTestResult get(String address) {
        return pages.get().uri(address).with(authentication(who())).exchange();
    }

    private MvcTestResult post(String address, String... fields) {
        var request = pages.post().uri(address).with(authentication(who())).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private UUID reviewed() {
        assertThat(post("/logs/reviews", "from", "2026-03-02", "until", "2026-03-04"))
                .hasRedirectedUrl("/logs/reviews");
        UUID id = table.newest(Work.Kind.REVIEW).orElseThrow().id();
        works.run(id);
        assertThat(table.find(id).orElseThrow())
                .returns(Work.State.DONE, Work::state)
                .returns("", Work::failure);
        return id;
    }

    private String hit(UUID review, String rule) {
        return hits.page(review, new HitTable.Wish("", rule, ""), 10, 1)
                .getFirst()
                .hit();
    }

    private static String body(MvcTestResult result) {
        return new String(
                result.getMvcResult().getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }

    @Test
    void showsTheArchiveAndWhatItsVerificationCameTo() {
        assertThat(body(get("/logs"))).contains("zeek", "dhcpd", "途切れ（6時間以上）", "形式が崩れている", "3年");
        assertThat(post("/logs/verify")).hasRedirectedUrl("/logs");
        assertThat(post("/logs/verify")).hasRedirectedUrl("/logs?busy");
        assertThat(body(get("/logs"))).contains("検証しています", "中止する");
        works.run(table.newest(Work.Kind.VERIFICATION).orElseThrow().id());
        assertThat(body(get("/logs"))).contains("記録のとおり").doesNotContain("検証しています");
        UUID id = table.newest(Work.Kind.VERIFICATION).orElseThrow().id();
        assertThat(post("/logs/verifications/" + id + "/confirm", "note", "問題なし"))
                .hasRedirectedUrl("/logs?confirmed");
        assertThat(body(get("/logs"))).contains("調 査さんが", "問題なし");
        assertThat(acts("log-verification:" + id)).containsExactly("log-archive.verified/1", "log-storage.confirmed/1");
    }

    @Test
    void findsWhatWasChangedSinceTheLastVerification() throws IOException {
        works.verify(Actor.system("test"));
        works.run(table.newest(Work.Kind.VERIFICATION).orElseThrow().id());
        try (var all = Files.walk(archive.folder().resolve("rows"))) {
            var changed = all.filter(Files::isRegularFile).findFirst().orElseThrow();
            byte[] before = Files.readAllBytes(changed);
            byte[] after = before.clone();
            after[after.length / 2] ^= 1;
            Files.write(changed, after);
            works.verify(Actor.system("test"));
            works.run(table.newest(Work.Kind.VERIFICATION).orElseThrow().id());
            Files.write(changed, before);
        }
        assertThat(body(get("/logs"))).contains("記録と違う", "書き換えられています");
        assertThat(pages.get().uri("/").with(authentication(who()))).bodyText().contains("保管した通信ログが、記録と違っています。");
        works.verify(Actor.system("test"));
        works.run(table.newest(Work.Kind.VERIFICATION).orElseThrow().id());
    }

    @Test
    void stopsWorkThatSomebodyWantsToEnd() {
        works.verify(Actor.system("test"));
        UUID id = table.newest(Work.Kind.VERIFICATION).orElseThrow().id();
        assertThat(post("/logs/work/" + id + "/stop")).hasRedirectedUrl("/logs");
        assertThat(table.find(id).orElseThrow().state()).isEqualTo(Work.State.CANCELLED);
        works.verify(Actor.system("test"));
        UUID taken = table.newest(Work.Kind.VERIFICATION).orElseThrow().id();
        table.begin(taken, clock.instant());
        post("/logs/work/" + taken + "/stop");
        assertThat(table.find(taken).orElseThrow().state()).isEqualTo(Work.State.RUNNING);
        works.run(taken);
        assertThat(table.find(taken).orElseThrow().state()).isEqualTo(Work.State.CANCELLED);
        works.run(id);
        assertThat(table.find(id).orElseThrow().state()).isEqualTo(Work.State.CANCELLED);
    }

    @Test
    void remembersWhatAReviewerHasExplained() throws IOException {
        UUID first = reviewed();
        assertThat(body(get("/logs/reviews/" + first)))
                .contains("一定間隔の通信", "10.1.0.3 が 198.51.100.9", "台帳にない機器", "暗号化されないログイン", "未確認のものが3件あります");
        String beacon = hit(first, "beaconing");
        String address = "/logs/reviews/" + first + "/hits/" + beacon;
        assertThat(body(get(address))).contains("10.1.0.3", "198.51.100.9 :8443", "遠隔操作の合図");
        assertThat(post(address, "note", "更新の確認"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("説明済みかインシデントかを選んでください。");
        assertThat(post(address, "as", "explained", "note", " "))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("理由を書いてください。");
        assertThat(post(address, "as", "explained", "note", "更新の確認")).hasRedirectedUrl(address + "?marked");
        assertThat(acts("log-hit:" + beacon)).containsExactly("log-hit.marked/1");
        assertThat(incidents.taken).isEmpty();

        UUID second = reviewed();
        assertThat(body(get("/logs/reviews/" + second + "/hits/" + beacon))).contains("説明済み", "更新の確認", "調 査");
        assertThat(hits.marks(second)).containsEntry("explained", 1L).containsEntry("none", 2L);
        assertThat(body(get("/logs/reviews"))).contains("確認中");
        assertThat(body(get("/logs/reviews/" + second + "?mark=none"))).doesNotContain("10.1.0.3 が 198.51.100.9");

        // The command line reads the archive's own file, which a job keeps in step.
        file.write(beacon + "@1");
        file.write(beacon + "@1");
        assertThat(Files.readAllLines(archive.folder().resolve("marks.jsonl"))).hasSize(1);
        assertThat(Marks.of(Archive.open(archive.folder())).get(beacon))
                .returns(Marks.State.explained, Marks.Mark::state)
                .returns("調 査", Marks.Mark::by);
    }

    @Test
    void callsAllOfItByNameInTheRecord() {
        UUID review = reviewed();
        String hit = "log-hit:" + hit(review, "beaconing");
        works.verify(Actor.system("test"));
        UUID verified = table.newest(Work.Kind.VERIFICATION).orElseThrow().id();
        works.run(verified);
        Set<String> asked = Set.of(
                "log-review:" + review,
                hit,
                "log-verification:" + verified,
                "log-source:zeek",
                "log-hit:nobody-found",
                "log-verification:" + review,
                "person:" + reviewer.id());
        try {
            LocaleContextHolder.setLocale(Locale.JAPANESE);
            assertThat(names.namesOf(asked))
                    .containsOnlyKeys("log-review:" + review, hit, "log-verification:" + verified, "log-source:zeek")
                    .containsEntry("log-review:" + review, "2026-03-02 – 2026-03-04")
                    .containsEntry(
                            "log-verification:" + verified,
                            sql.sql("SELECT to_char(verified_at AT TIME ZONE :zone, 'YYYY-MM-DD HH24:MI')"
                                            + " FROM logs.verification WHERE id = :id")
                                    .param("zone", clock.getZone().getId())
                                    .param("id", verified)
                                    .query(String.class)
                                    .single())
                    .hasEntrySatisfying(hit, s -> assertThat(s).startsWith("10.1.0.3 が 198.51.100.9"));
            LocaleContextHolder.setLocale(Locale.ENGLISH);
            assertThat(names.namesOf(Set.of(hit)).get(hit))
                    .startsWith("10.1.0.3")
                    .doesNotContain("が");
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
    }

    @Test
    void opensAnIncidentForWhatIsOne() {
        posts.appoint(
                Appointment.to("incident-response-manager", null, reviewer.id(), null, LocalDate.now(clock), null),
                Actor.system("test"));
        UUID review = reviewed();
        String device = hit(review, "unknown-device");
        post("/logs/reviews/" + review + "/hits/" + device, "as", "incident", "note", "持ち主が分からない");
        assertThat(incidents.taken)
                .singleElement()
                .returns("log-hit:" + device, IncidentIntake.Report::about)
                .matches(r ->
                        r.story().contains("de:ad:be:ef:00:77") && r.story().contains("持ち主が分からない"));
        assertThat(sql.sql("SELECT count(*) FROM notices.notice WHERE key LIKE :key")
                        .param("key", "log-incident:" + device + "%")
                        .query(Long.class)
                        .single())
                .isPositive();
        assertThat(body(get("/logs/reviews/" + review))).contains("インシデント");
    }

    @Test
    void takesOverWhatWasSaidOnTheCommandLine() throws IOException {
        UUID review = reviewed();
        String login = hit(review, "clear-text-login");
        Instant now = clock.instant();
        Marks.say(
                Archive.open(archive.folder()),
                new Marks.Mark(login, Marks.State.incident, "ftp", "root", now.minusSeconds(5)));
        file.takeIn();
        assertThat(hits.mark(login).orElseThrow())
                .returns(Marks.State.incident, Mark::state)
                .returns("root", Mark::by);
        assertThat(incidents.taken).hasSize(1);
        post("/logs/reviews/" + review + "/hits/" + login, "as", "explained", "note", "廃止済み");
        Marks.say(
                Archive.open(archive.folder()),
                new Marks.Mark(login, Marks.State.incident, "late", "root", now.minusSeconds(9)));
        file.takeIn();
        assertThat(hits.mark(login).orElseThrow().state()).isEqualTo(Marks.State.explained);
        assertThat(incidents.taken).hasSize(1);
        String beacon = hit(review, "beaconing");
        Marks.say(
                Archive.open(archive.folder()),
                new Marks.Mark(beacon, Marks.State.incident, "long ago", "root", now.minusSeconds(40 * 86_400L)));
        file.takeIn();
        assertThat(hits.mark(beacon)).isPresent();
        assertThat(incidents.taken).as("no incident of today").hasSize(1);
    }

    @Test
    void closesAReviewOnceEverythingIsMarked() {
        UUID review = reviewed();
        String address = "/logs/reviews/" + review;
        assertThat(post(address + "/close", "note", "")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        for (String rule : List.of("beaconing", "unknown-device", "clear-text-login")) {
            assertThat(post(address + "/explain", "rule", rule, "note", ""))
                    .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            assertThat(post(address + "/explain", "rule", rule, "note", "確かめた")).hasRedirectedUrl(address);
        }
        assertThat(hits.marks(review)).isEqualTo(Map.of("explained", (long) TestLogs.HITS));
        assertThat(post(address + "/close", "note", "異常なし")).hasRedirectedUrl(address + "?closed");
        assertThat(body(get(address))).contains("調 査さんが", "異常なし");
        assertThat(post(address + "/close", "note", "")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(acts("log-review:" + review)).containsExactly("log-review.held/1", "log-review.closed/1");
    }

    @Test
    void refusesDaysThatAreNone() {
        for (String until : List.of("", "x", "2026-03-01", "2027-03-03")) {
            assertThat(post("/logs/reviews", "from", "2026-03-02", "until", until))
                    .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                    .bodyText()
                    .contains("最初の日と最後の日を入力してください。");
        }
    }

    @Test
    void asksByItselfForWhatIsDue() {
        sql.sql("UPDATE logs.verification SET verified_at = verified_at - interval '8 days'")
                .update();
        nightly.look();
        assertThat(table.newest(Work.Kind.VERIFICATION).orElseThrow())
                .returns("system:logs", Work::askedBy)
                .matches(Work::going);
        Work review = table.newest(Work.Kind.REVIEW).orElseThrow();
        assertThat(review).returns("system:logs", Work::askedBy).matches(Work::going);
        assertThat(review.from()).isNotNull();
        assertThat(sql.sql("SELECT count(*) FROM facts.log_source")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void showsNothingToWhoeverMayNotReview() {
        for (String address : List.of("/logs", "/logs/reviews")) {
            assertThat(pages.get().uri(address).with(authentication(SignedInAs.anybody())))
                    .hasStatus(HttpStatus.FORBIDDEN);
            assertThat(pages.get().uri(address).with(authentication(SignedInAs.may("record"))))
                    .hasStatusOk();
        }
        assertThat(pages.post()
                        .uri("/logs/verify")
                        .with(authentication(SignedInAs.may("record")))
                        .with(csrf()))
                .hasStatus(HttpStatus.FORBIDDEN);
    }

    private List<String> acts(String subject) {
        return sql.sql("SELECT act FROM evidence.entry WHERE subject = :subject ORDER BY sequence")
                .param("subject", subject)
                .query(String.class)
                .list();
    }
}
