package org.hoshimori.core.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.hoshimori.ApplicationTest;
import org.hoshimori.CompleteTailoring;
import org.hoshimori.Installation;
import org.hoshimori.catalog.CatalogJson;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.organization.Department;
import org.hoshimori.core.organization.DepartmentRegister;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.Person;
import org.hoshimori.core.organization.TestPeople;
import org.hoshimori.core.posts.Appointment;
import org.hoshimori.core.posts.Posts;
import org.hoshimori.core.regulation.Adoption;
import org.hoshimori.core.regulation.Revision;
import org.hoshimori.core.regulation.TestRevisions;
import org.hoshimori.regulation.Regulation;
import org.hoshimori.regulation.TailoringReader;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ApplicationTest
class EngineTests {

    private static final Actor TEST = Actor.system("test");

    private final Engine engine;
    private final CheckRegister register;
    private final CheckFiles files;
    private final Definitions definitions;
    private final Findings findings;
    private final ChecksLogIn logIn;
    private final PeopleRegister people;
    private final DepartmentRegister departments;
    private final Posts posts;
    private final Adoption adoption;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final JdbcClient sql;
    private final Clock clock;

    EngineTests(@Autowired ApplicationContext application) {
        this.engine = application.getBean(Engine.class);
        this.register = application.getBean(CheckRegister.class);
        this.files = application.getBean(CheckFiles.class);
        this.definitions = application.getBean(Definitions.class);
        this.findings = application.getBean(Findings.class);
        this.logIn = application.getBean(ChecksLogIn.class);
        this.people = application.getBean(PeopleRegister.class);
        this.departments = application.getBean(DepartmentRegister.class);
        this.posts = application.getBean(Posts.class);
        this.adoption = application.getBean(Adoption.class);
        this.events = application;
        this.transaction = application.getBean(TransactionTemplate.class);
        this.sql = application.getBean(JdbcClient.class);
        this.clock = application.getBean(Clock.class);
    }

    @Test
    void everyShippedCheckRuns() {
        engine.turn();
        assertThat(sql.sql(
                                "SELECT name || ' ' || state || ' ' || coalesce(failure, '') || ' ' || coalesce(details, '') FROM checks.definition"
                                        + " WHERE NOT own AND (state <> 'active' OR failure IS NOT NULL OR ran_at IS NULL)")
                        .query(String.class)
                        .list())
                .isEmpty();
        assertThat(sql.sql("SELECT count(*) FROM checks.definition WHERE NOT own")
                        .query(Integer.class)
                        .single())
                .isEqualTo(CheckFiles.shipped().size());
    }

    @Test
    void aChangedFactRunsWhatReadsItAndNothingElse() {
        engine.turn();
        Department department = ((DepartmentRegister.Outcome.Done)
                        departments.open(Department.called("検査部" + UUID.randomUUID(), "", 1, null), TEST))
                .department();
        int ran = engine.turn();
        assertThat(ran).isEqualTo(6);
        assertThat(status("organization/department-manager", "department:" + department.id()))
                .isEqualTo("alarm");
        Person person = TestPeople.entered(people, "検査", "太郎");
        posts.appoint(
                Appointment.to(Posts.DEPARTMENTAL, department.id(), person.id(), null, LocalDate.of(2026, 4, 1), null),
                TEST);
        engine.turn();
        assertThat(status("organization/department-manager", "department:" + department.id()))
                .isEqualTo("ok");
        assertThat(engine.turn()).as("nothing has changed").isZero();
    }

    @Test
    void runsAgainUnderAnotherParameterOnAnyNode() {
        Person leaver = leaver(2);
        Instant noon = LocalDate.now(clock)
                .plusDays(5_000)
                .atTime(12, 0)
                .atZone(clock.getZone())
                .toInstant();
        adopt(noon, "acc-4.b_disable-within: P1D");
        adopt(noon.plusSeconds(60), "acc-4.b_disable-within: P9000D");
        AtomicReference<Instant> now = new AtomicReference<>(noon.plusSeconds(30));
        try (Engine node = node(moving(now))) {
            node.turn();
            assertThat(status("identity/leaver-account-open", "person:" + leaver.id()))
                    .isEqualTo("alarm");
            now.set(noon.plusSeconds(60));
            node.turn();
            assertThat(sql.sql("SELECT name FROM checks.definition WHERE ran_at = :now")
                            .param("now", now.get().atOffset(ZoneOffset.UTC))
                            .query(String.class)
                            .list())
                    .as("checks that have this parameter")
                    .contains("identity/leaver-account-open")
                    .doesNotContain("identity/rights-concentrated", "organization/department-manager");
            assertThat(status("identity/leaver-account-open", "person:" + leaver.id()))
                    .as("to the minute, as the revision then in force says")
                    .isEqualTo("ok");
        }
        backToToday();
        assertThat(status("identity/leaver-account-open", "person:" + leaver.id()))
                .isEqualTo("alarm");
    }

    private void adopt(Instant from, String value) {
        adoption.adopt(
                Regulation.resolve(
                        CatalogJson.shipped(), TailoringReader.read("tailoring.yaml", CompleteTailoring.text(value))),
                from,
                TEST);
    }

    private void backToToday() {
        try (Engine node = node(clock)) {
            node.turn();
        }
    }

    private Clock moving(AtomicReference<Instant> now) {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return clock.getZone();
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now.get();
            }
        };
    }

    @Test
    void goesOnByItselfWhilePagesAreServed() throws InterruptedException {
        engine.turn();
        EngineLoop loop = new EngineLoop(engine);
        loop.start();
        try {
            Department department = department();
            Instant latest = Instant.now().plusSeconds(5);
            while (!status("organization/department-manager", "department:" + department.id())
                    .equals("alarm")) {
                assertThat(Instant.now()).isBefore(latest);
                Thread.sleep(20);
            }
        } finally {
            loop.stop();
        }
        assertThat(loop.isRunning()).isFalse();
    }

    @Test
    void aNewDayRunsWhatDependsOnTheDay() {
        Person leaver = leaver(1);
        assertThat(status("identity/leaver-account-open", "person:" + leaver.id()))
                .isEqualTo("ok");
        AtomicReference<Instant> now = new AtomicReference<>(clock.instant());
        try (Engine node = node(moving(now))) {
            node.turn();
            assertThat(node.turn()).isZero();
            now.set(clock.instant().plus(Duration.ofDays(1)));
            long daily = sql.sql("SELECT count(*) FROM checks.definition WHERE daily AND state = 'active'")
                    .query(Long.class)
                    .single();
            assertThat(node.turn()).as("daily checks and no other").isEqualTo((int) daily);
        }
        assertThat(status("identity/leaver-account-open", "person:" + leaver.id()))
                .isEqualTo("alarm");
        backToToday();
    }

    @Test
    void leavesAnEntryOnlyWhenItsResultHasChanged() {
        engine.turn();
        long before = entries("organization/department-manager");
        Person person = TestPeople.entered(people, "検査", "次郎");
        engine.turn();
        assertThat(entries("organization/department-manager"))
                .as("it ran, and found the same")
                .isEqualTo(before);
        departments.open(Department.called("検査部" + UUID.randomUUID(), "", 1, person.id()), TEST);
        engine.turn();
        assertThat(entries("organization/department-manager")).isEqualTo(before + 1);
        assertThat(sql.sql("""
                        SELECT convert_from(d.detail, 'UTF8') FROM evidence.entry e JOIN evidence.detail d USING (sequence)
                         WHERE e.subject = 'check:organization/department-manager' AND e.revision IS NOT NULL AND e.clause = 'org-1.b'
                         ORDER BY sequence DESC LIMIT 1""").query(String.class).single())
                .contains("\"alarm\":", "\"ok\":", "\"result\":\"", "\"check\":\"");
    }

    @Test
    void whatAKilledNodeHasNotFinishedIsDoneAgain() {
        engine.turn();
        Department department = department();
        int check = sql.sql("SELECT id FROM checks.definition WHERE name = 'organization/department-manager'")
                .query(Integer.class)
                .single();
        // As a node leaves it that dies after staging, before merging: rows staged, the change still noted.
        sql.sql("INSERT INTO checks.staging (run, subject, status, reason) VALUES (:run, 'department:x', 'ok', '')")
                .param("run", UUID.randomUUID())
                .update();
        engine.turn();
        assertThat(status("organization/department-manager", "department:" + department.id()))
                .isEqualTo("alarm");
        assertThat(sql.sql("SELECT count(*) FROM checks.finding WHERE check_id = :id AND subject = 'department:x'")
                        .param("id", check)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(sql.sql("SELECT count(*) FROM checks.staging")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(sql.sql("SELECT count(*) FROM facts.change")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void nodesDoNotRunTheSameTwice() throws Exception {
        try (Engine other = node(clock)) {
            engine.turn();
            other.turn();
            long before = entries("organization/department-manager");
            for (int i = 0; i < 5; i++) {
                department();
                var threads = Executors.newFixedThreadPool(2);
                threads.invokeAll(List.<Callable<Integer>>of(engine::turn, other::turn));
                threads.shutdown();
                engine.turn();
            }
            assertThat(entries("organization/department-manager")).isEqualTo(before + 5);
        }
    }

    @Test
    void takesAnOperatorsFolder() throws IOException {
        Path folder = Installation.folder().resolve("checks");
        Files.createDirectories(folder);
        Path file = folder.resolve("whoever.sql");
        Files.writeString(file, """
                -- clause:   org-1.b
                -- title.ja: 自社の点検
                -- title.en: Own check
                -- severity: low
                -- scope:    subject
                -- subject:  person
                SELECT id AS subject, CASE WHEN staff_number LIKE 'X%' THEN 'alarm' ELSE 'ok' END AS status, '番号がXで始まる' AS reason
                  FROM facts.person""");
        Person person = TestPeople.entered(people, "検査", "三郎");
        try (Engine node = node(clock)) {
            node.turn();
            assertThat(status("own/whoever", "person:" + person.id())).isEqualTo("ok");
            Person next = TestPeople.entered(people, "検査", "四郎");
            node.turn();
            assertThat(status("own/whoever", "person:" + next.id())).isEqualTo("ok");
        }
        Files.writeString(file, "SELECT 1; DELETE FROM facts.person");
        try (Engine node = node(clock)) {
            node.turn();
        }
        assertThat(sql.sql("SELECT state || ' ' || failure FROM checks.definition WHERE name = 'own/whoever'")
                        .query(String.class)
                        .single())
                .isEqualTo("refused header-missing");
        Files.delete(file);
        try (Engine node = node(clock)) {
            node.turn();
        }
        assertThat(sql.sql("SELECT state FROM checks.definition WHERE name = 'own/whoever'")
                        .query(String.class)
                        .single())
                .isEqualTo("gone");
        assertThat(sql.sql("""
                        SELECT string_agg(act, ' ' ORDER BY sequence) FROM evidence.entry
                         WHERE subject = 'check:own/whoever' AND act <> 'check.ran/1'""").query(String.class).single()).isEqualTo("check.taken/1 check.taken/1 check.dropped/1");
    }

    @Test
    void aCheckThatGivesASubjectTwiceFailsAlone() throws IOException {
        Path folder = Installation.folder().resolve("checks");
        Files.createDirectories(folder);
        Path file = folder.resolve("twice.sql");
        Files.writeString(file, """
                -- clause:   org-1.b
                -- title.ja: 二度答える点検
                -- title.en: Answers twice
                -- severity: low
                -- scope:    all
                SELECT 'same' AS subject, 'ok' AS status, '' AS reason FROM generate_series(1, 2)""");
        Department department = department();
        try (Engine node = node(clock)) {
            node.turn();
            assertThat(node.turn()).isZero();
        }
        assertThat(sql.sql("SELECT failure FROM checks.definition WHERE name = 'own/twice'")
                        .query(String.class)
                        .single())
                .isEqualTo("rows");
        assertThat(status("organization/department-manager", "department:" + department.id()))
                .isEqualTo("alarm");
        Files.delete(file);
        backToToday();
    }

    @Test
    void aWholeRunPutsRightWhatDiffers() {
        engine.turn();
        Department department = department();
        engine.turn();
        try (Engine node = node(clock)) {
            node.turn();
        }
        sql.sql("UPDATE organization.department SET closed_on = :day WHERE id = :id")
                .param("day", LocalDate.now(clock).minusDays(1))
                .param("id", department.id().value())
                .update();
        engine.turn();
        assertThat(status("organization/department-manager", "department:" + department.id()))
                .isEqualTo("skip");
        sql.sql("UPDATE organization.department SET closed_on = NULL WHERE id = :id")
                .param("id", department.id().value())
                .update();
        engine.turn();
        assertThat(status("organization/department-manager", "department:" + department.id()))
                .as("as it was before, which the hash of an older run must not hide")
                .isEqualTo("alarm");
    }

    @Test
    void everyFactThatAShippedCheckReadsIsWatched() {
        engine.turn();
        assertThat(sql.sql("""
                        SELECT DISTINCT split_part(r, '.', 1) FROM checks.definition d, unnest(d.reads) r
                         WHERE NOT own AND split_part(r, '.', 1) NOT IN (SELECT fact FROM facts.watched)""").query(String.class).list()).isEmpty();
    }

    /** Another node, or this one at another time. */
    private Engine node(Clock at) {
        RunningCheck running = new RunningCheck(definitions, findings, logIn, events, at) {
            @Override
            public void whole(Checking check, Revision revision) {
                transaction.executeWithoutResult(_ -> super.whole(check, revision));
            }

            @Override
            public void some(Checking check, Revision revision, List<String> ids) {
                transaction.executeWithoutResult(_ -> super.some(check, revision, ids));
            }

            @Override
            public void broke(Checking check, Revision revision, String says) {
                transaction.executeWithoutResult(_ -> super.broke(check, revision, says));
            }

            @Override
            public void rest(Checking check) {
                transaction.executeWithoutResult(_ -> super.rest(check));
            }
        };
        return new Engine(
                register, files, definitions, findings, running, TestRevisions.by(sql, at), sql, transaction, at);
    }

    private Department department() {
        return ((DepartmentRegister.Outcome.Done)
                        departments.open(Department.called("検査部" + UUID.randomUUID(), "", 1, null), TEST))
                .department();
    }

    /** Somebody who left so many days ago and still has an account. */
    private Person leaver(int days) {
        Person person = TestPeople.entered(people, "検査", "離職");
        sql.sql("UPDATE organization.person SET joined_on = '2020-04-01', leaves_on = :day WHERE id = :id")
                .param("day", LocalDate.now(clock).minusDays(days))
                .param("id", person.id().value())
                .update();
        sql.sql("INSERT INTO identity.password (person, hash, changed_at, privileged) VALUES (:id, '', now(), false)")
                .param("id", person.id().value())
                .update();
        engine.turn();
        return person;
    }

    private long entries(String check) {
        return sql.sql("SELECT count(*) FROM evidence.entry WHERE subject = :subject AND act = 'check.ran/1'")
                .param("subject", "check:" + check)
                .query(Long.class)
                .single();
    }

    private String status(String check, String subject) {
        return sql.sql("SELECT status FROM facts.finding f JOIN facts.check_definition d ON d.id = f.check_id"
                        + " WHERE d.name = :check AND f.subject = :subject")
                .param("check", check)
                .param("subject", subject)
                .query(String.class)
                .optional()
                .orElse(List.of().toString());
    }
}
