package org.hoshimori.chapters.backups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hoshimori.ApplicationTest;
import org.hoshimori.SignedInAs;
import org.hoshimori.core.estate.Estate;
import org.hoshimori.core.estate.Item;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.Person;
import org.hoshimori.core.organization.TestPeople;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ApplicationTest
class PlansTests {

    private static final Actor TEST = Actor.system("test");

    private final MockMvcTester pages;
    private final BackupPlans door;
    private final Results results;
    private final Watching watching;
    private final Estate estate;
    private final PeopleRegister people;
    private final JdbcClient sql;
    private final Clock clock;
    private Person person;

    PlansTests(
            @Autowired MockMvcTester pages,
            @Autowired BackupPlans door,
            @Autowired Results results,
            @Autowired Watching watching,
            @Autowired Estate estate,
            @Autowired PeopleRegister people,
            @Autowired JdbcClient sql,
            @Autowired Clock clock) {
        this.pages = pages;
        this.door = door;
        this.results = results;
        this.watching = watching;
        this.estate = estate;
        this.people = people;
        this.sql = sql;
        this.clock = clock;
    }

    @BeforeEach
    void somebody() {
        person = TestPeople.entered(people, "保存", "係");
    }

    @Test
    void entersAPlanThroughItsFormAndShowsIt() {
        Plan plan = TestPlans.nightly(estate, person.id());
        MvcTestResult sent = post("/backup-plans", form(plan, Map.of("every", "weekly", "weekday", "SU")));
        assertThat(sent).hasStatus3xxRedirection();
        Plan entered = door.coded(plan.code()).orElseThrow();
        assertThat(entered.timetable().rule()).isEqualTo("FREQ=WEEKLY;BYDAY=SU");
        assertThat(get("/backup-plans/" + entered.id()))
                .contains("毎週日曜日", "施錠したサーバーラック", "保存 係", "バックアップ計画の登録", "まだ結果が届いていません。");
        assertThat(get("/backup-plans?q=" + plan.code())).contains(entered.id().toString());
        assertThat(get("/search?q=" + plan.code())).contains("/backup-plans/" + entered.id());
        assertThat(get("/backup-plans/" + entered.id() + "/edit")).contains("value=\"" + plan.code() + "\"");
    }

    @Test
    void refusesWhatCantBeReadNextToItsField() {
        Plan plan = TestPlans.nightly(estate, person.id());
        assertThat(refused(form(plan, Map.of("equipment", "ない番号")))).contains("id=\"equipment-error\"");
        assertThat(refused(form(plan, Map.of("begins", "いつか")))).contains("id=\"begins-error\"");
        assertThat(refused(form(plan, Map.of("every", "rule", "ownRule", "FREQ=SECONDLY"))))
                .contains("id=\"ownRule-error\"");
        assertThat(refused(form(plan, Map.of("responsible", "")))).contains("id=\"responsible-error\"");
        assertThat(refused(form(plan, Map.of("graceHours", "1000")))).contains("id=\"graceHours-error\"");
        assertThat(refused(form(plan, Map.of("at", "25:00")))).contains("id=\"at-error\"");
        assertThat(refused(form(plan, Map.of("leastMegabytes", "たくさん")))).contains("id=\"leastMegabytes-error\"");
        TestPlans.entered(door, plan);
        assertThat(refused(form(plan, Map.of()))).contains("id=\"planCode-error\"");
    }

    @Test
    void showsPlansToWhoKeepsThemAndToWhoAnswersForThemOnly() {
        Plan plan = TestPlans.entered(door, TestPlans.nightly(estate, person.id()));
        String page = "/backup-plans/" + plan.id();
        assertThat(pages.get().uri(page).with(authentication(SignedInAs.anybody())))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(pages.get()
                        .uri(page)
                        .with(authentication(SignedInAs.person(person.id().value()))))
                .hasStatusOk();
        assertThat(pages.get().uri("/search?q=" + plan.code()).with(authentication(SignedInAs.anybody())))
                .bodyText()
                .doesNotContain(plan.id().toString());
        assertThat(pages.get().uri("/backup-plans").with(authentication(SignedInAs.anybody())))
                .bodyText()
                .doesNotContain(plan.id().toString());
        assertThat(pages.get().uri("/backup-plans/new").with(authentication(SignedInAs.anybody())))
                .hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void standsByItsLastResult() {
        Plan plan = TestPlans.entered(door, TestPlans.nightly(estate, person.id()));
        taken(plan, "1", true, 3, 1_000_000);
        assertThat(standing(plan)).isEqualTo("fine");
        taken(plan, "2", false, 2, Result.UNKNOWN);
        assertThat(standing(plan)).isEqualTo("failed");
        assertThat(day()).contains("バックアップ「" + plan.code() + " 試験の計画」が失敗しました。");
        taken(plan, "3", true, 1, 400_000);
        assertThat(standing(plan)).isEqualTo("too-small");
        taken(plan, "4", true, 0, 900_000);
        assertThat(standing(plan)).isEqualTo("fine");
        assertThat(get("/backup-plans/" + plan.id())).contains("+125 %", "1.0 MB", "小さすぎる");
    }

    @Test
    void takesTheSameResultUnderTheSameKeyOnce() {
        Plan plan = TestPlans.entered(door, TestPlans.nightly(estate, person.id()));
        Result result = Result.at(true, now().minusSeconds(60), 5, "");
        assertThat(report(plan, "key", result)).isInstanceOf(Results.Outcome.Taken.class);
        assertThat(report(plan, "key", result))
                .isInstanceOfSatisfying(
                        Results.Outcome.Taken.class, t -> assertThat(t.again()).isTrue());
        assertThat(report(plan, "key", Result.at(false, result.ended(), 5, "")))
                .isEqualTo(new Results.Outcome.Refused(Results.Refusal.KEY_TAKEN));
        assertThat(report(plan, "future", Result.at(true, now().plus(Duration.ofHours(2)), 5, "")))
                .isEqualTo(new Results.Outcome.Refused(Results.Refusal.TIME));
        assertThat(report(plan, " ", result)).isEqualTo(new Results.Outcome.Refused(Results.Refusal.KEY));
        assertThat(entries(plan, "backup-plan.run-reported/1")).isEqualTo(1);
    }

    @Test
    void notesOnceWhatDidNotComeInAndTakesItBackWhenItTurnsOutToHaveBeenInTime() {
        Plan plan = TestPlans.entered(door, TestPlans.nightly(estate, person.id()));
        watching.look();
        assertThat(standing(plan)).isEqualTo("none-yet");
        sql.sql("UPDATE backups.plan SET watched_from = :then, looked_up_to = :then WHERE id = :id")
                .param("then", BackupPlanTable.time(now().minus(Duration.ofDays(3))))
                .param("id", plan.id().value())
                .update();
        watching.look();
        watching.look();
        long missed = sql.sql("SELECT count(*) FROM backups.missed WHERE plan = :id")
                .param("id", plan.id().value())
                .query(Long.class)
                .single();
        assertThat(missed).isBetween(2L, 3L);
        assertThat(entries(plan, "backup-plan.run-missed/1")).isEqualTo(missed);
        assertThat(standing(plan)).isEqualTo("missed");
        assertThat(day()).contains("バックアップ「" + plan.code() + " 試験の計画」の結果が届いていません。");
        assertThat(get("/backup-plans/" + plan.id())).contains("未実行");
        Instant due = sql.sql("SELECT max(due_at) FROM backups.missed WHERE plan = :id")
                .param("id", plan.id().value())
                .query((row, n) ->
                        row.getObject(1, java.time.OffsetDateTime.class).toInstant())
                .single();
        report(plan, "late", Result.at(true, due.plus(Duration.ofMinutes(50)), 5, ""));
        assertThat(standing(plan)).isEqualTo("fine");
        assertThat(sql.sql("SELECT count(*) FROM backups.missed WHERE plan = :id AND met_by IS NULL")
                        .param("id", plan.id().value())
                        .query(Long.class)
                        .single())
                .isEqualTo(missed - 1);
    }

    @Test
    void takesAResultByHand() {
        Plan plan = TestPlans.entered(door, TestPlans.nightly(estate, person.id()));
        String path = "/backup-plans/" + plan.id() + "/results";
        String today = LocalDate.now(clock).toString();
        Map<String, String> form = new HashMap<>(Map.of(
                "resultState",
                "ok",
                "endedOn",
                LocalDate.now(clock).minusDays(1).toString(),
                "endedAt",
                "03:15",
                "megabytes",
                "12.5",
                "resultNote",
                "テープに保存"));
        assertThat(post(path, form)).hasStatus3xxRedirection();
        assertThat(get("/backup-plans/" + plan.id())).contains("12.5 MB", "テープに保存", "手入力");
        form.put("resultState", "failed");
        assertThat(post(path, form))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("id=\"endedAt-error\"");
        form.put("endedOn", today.replace("-", "/"));
        assertThat(post(path, form))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("id=\"endedOn-error\"");
    }

    @Test
    void keepsARestoreTestAndMovesItsDuty() {
        Plan plan = TestPlans.entered(door, TestPlans.nightly(estate, person.id()));
        assertThat(duty(plan)).containsExactly("2027-04-01 open");
        String today = LocalDate.now(clock).toString();
        Map<String, String> form = new HashMap<>(Map.of(
                "testedOn", today, "restored", "経理のフォルダー", "minutes", "42", "outcome", "failed", "testNote", ""));
        String path = "/backup-plans/" + plan.id() + "/restore-tests";
        assertThat(post(path, form)).hasStatus3xxRedirection();
        assertThat(duty(plan)).as("a failed one does not count").containsExactly("2027-04-01 open");
        form.put("outcome", "succeeded");
        assertThat(post(path, form)).hasStatus3xxRedirection();
        assertThat(duty(plan)).containsExactly(LocalDate.now(clock).plusYears(1) + " open");
        assertThat(get("/backup-plans/" + plan.id())).contains("経理のフォルダー", "42分", "復元できた");
        form.put("testedOn", LocalDate.now(clock).plusDays(1).toString());
        assertThat(post(path, form))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("id=\"testedOn-error\"");
    }

    @Test
    void handsPlansOverWithEverythingElse() {
        Plan plan = TestPlans.entered(door, TestPlans.nightly(estate, person.id()));
        Person next = TestPeople.entered(people, "後任", "係");
        door.handOver(person.id(), next.id(), TEST);
        assertThat(door.coded(plan.code()).orElseThrow().responsible()).isEqualTo(next.id());
    }

    @Test
    void tellsWhichTargetsOfTheRegulationHaveNoPlan() {
        watching.look();
        assertThat(sql.sql("SELECT id FROM facts.backup_target WHERE listed")
                        .query(String.class)
                        .list())
                .contains("file-server", "accounting");
        assertThat(get("/backup-plans")).contains("/backup-plans/new?target=");
        assertThat(get("/backup-plans/new?target=file-server")).contains("value=\"Windows Serverバックアップ\"");
    }

    private Results.Outcome report(Plan plan, String key, Result result) {
        return results.report(plan.id(), key, result, "api", TEST);
    }

    private void taken(Plan plan, String key, boolean ok, int hoursAgo, long bytes) {
        assertThat(report(plan, key, Result.at(ok, now().minus(Duration.ofHours(hoursAgo)), bytes, "")))
                .isInstanceOf(Results.Outcome.Taken.class);
    }

    private String standing(Plan plan) {
        return sql.sql("SELECT standing FROM facts.backup_plan WHERE id = :id")
                .param("id", plan.id().value())
                .query(String.class)
                .single();
    }

    private List<String> duty(Plan plan) {
        return sql.sql("SELECT due_on || ' ' || state FROM duties.duty WHERE subject = :subject ORDER BY due_on")
                .param("subject", plan.id().subject())
                .query((row, n) -> row.getString(1))
                .list();
    }

    private long entries(Plan plan, String act) {
        return sql.sql("SELECT count(*) FROM evidence.entry WHERE subject = :subject AND act = :act")
                .param(
                        "subject",
                        act.contains("run-") ? plan.id().runs() : plan.id().subject())
                .param("act", act)
                .query(Long.class)
                .single();
    }

    private Map<String, String> form(Plan plan, Map<String, String> instead) {
        Item system = estate.find(plan.equipment()).orElseThrow();
        Map<String, String> form = new HashMap<>(Map.of(
                "planCode",
                plan.code(),
                "planName",
                plan.name(),
                "equipment",
                system.number(),
                "object",
                plan.object(),
                "method",
                plan.method(),
                "destination",
                "nas",
                "kept",
                "locked-rack",
                "every",
                "daily",
                "weekday",
                "MO",
                "monthDay",
                "1"));
        form.putAll(Map.of(
                "begins", "2026-04-01",
                "at", "02:00",
                "onDaysOff", "true",
                "graceHours", "6",
                "shrink", "50",
                "responsible", person.id().toString(),
                "inUse", "true",
                "version", "0"));
        form.putAll(instead);
        return form;
    }

    private String refused(Map<String, String> form) {
        MvcTestResult answer = post("/backup-plans", form);
        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        try {
            return answer.getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private MvcTestResult post(String path, Map<String, String> form) {
        var request = pages.post().uri(path).with(csrf()).with(authentication(keeper()));
        form.forEach(request::param);
        return request.exchange();
    }

    private org.springframework.security.core.Authentication keeper() {
        return SignedInAs.person(person.id().value(), "backups");
    }

    private String get(String path) {
        MvcTestResult answer =
                pages.get().uri(path).with(authentication(keeper())).exchange();
        assertThat(answer).as(path).hasStatusOk();
        try {
            return answer.getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String day() {
        MvcTestResult answer = pages.get()
                .uri("/")
                .with(authentication(SignedInAs.person(person.id().value())))
                .exchange();
        try {
            return answer.getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
