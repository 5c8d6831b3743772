package org.hoshimori.core.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.hoshimori.ApplicationTest;
import org.hoshimori.Installation;
import org.hoshimori.core.checks.CheckRefused.Fault;
import org.hoshimori.core.regulation.RegulationInForce;
import org.hoshimori.core.storage.DataFolder;
import org.hoshimori.core.storage.Database;
import org.hoshimori.core.storage.LogIn;
import org.hoshimori.core.storage.Secrets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Checks that an operator writes, and what whoever can write one tries beyond checking. */
@ApplicationTest
class OwnChecksTests {

    private static final String HEADER = """
            -- clause:   org-1.b
            -- title.ja: 自社の点検
            -- title.en: Own check
            -- severity: low
            -- scope:    all
            """;

    private final ChecksLogIn logIn;
    private final Definitions definitions;
    private final Findings findings;
    private final ApplicationEventPublisher events;
    private final RegulationInForce regulation;
    private final TransactionTemplate transaction;
    private final JdbcClient sql;
    private final Clock clock;

    OwnChecksTests(
            @Autowired ChecksLogIn logIn,
            @Autowired Definitions definitions,
            @Autowired Findings findings,
            @Autowired ApplicationEventPublisher events,
            @Autowired RegulationInForce regulation,
            @Autowired TransactionTemplate transaction,
            @Autowired JdbcClient sql,
            @Autowired Clock clock) {
        this.logIn = logIn;
        this.definitions = definitions;
        this.findings = findings;
        this.events = events;
        this.regulation = regulation;
        this.transaction = transaction;
        this.sql = sql;
        this.clock = clock;
    }

    @Test
    void runsWhatAnOperatorHasWritten() throws CheckRefused {
        Checking check = taken("""
                SELECT v.id AS subject, v.status, 'why' AS reason, 7 AS "how ""many""?", v.id || '?' AS more
                  FROM (VALUES ('a', 'ok'), ('b', 'alarm'), ('c', 'skip'), ('d''; --', 'alarm')) v (id, status);
                """);
        run(check);
        assertThat(found(check)).isEqualTo(Map.of("a", "ok", "b", "alarm", "c", "skip", "d'; --", "alarm"));
        assertThat(sql.sql("SELECT arguments::text FROM checks.finding WHERE check_id = :id AND subject = 'b'")
                        .param("id", check.id())
                        .query(String.class)
                        .single())
                .isEqualTo("{7,b?}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 1; DROP TABLE facts.change",
                "SELECT 1) c; DELETE FROM facts.change; SELECT * FROM (SELECT 1",
                "SELECT 'a' ; SELECT 'b'",
                "SELECT 'open",
                "SELECT $a$ ; DROP $b$",
                "SELECT 1 /* ) ; */ ) /*",
                "SELECT '\\' ; DROP TABLE x --'"
            })
    void takesOneStatementOnly(String select) {
        assertRefused(Fault.NOT_ONE_SELECT, select);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM facts.person",
                "WITH gone AS (DELETE FROM facts.change RETURNING *) SELECT 'a' AS subject, 'ok' AS status, '' AS reason FROM gone",
                "INSERT INTO checks.staging VALUES (NULL, 'a', 'ok', '', NULL)",
                "WITH more AS (INSERT INTO checks.staging VALUES (NULL, 'a', 'ok', '', NULL) RETURNING *) SELECT 'a' AS subject, 'ok' AS status, '' AS reason FROM more",
                "COPY facts.person TO '/tmp/people'",
                "COPY facts.person TO PROGRAM 'sh'",
                "SET ROLE hoshimori_app",
                "SELECT 'a' AS subject, 'ok' AS status, '' AS reason INTO stolen",
                "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'",
                "DO $$ BEGIN END $$",
                "SELECT p.family_name AS subject, 'ok' AS status, '' AS reason FROM organization.person p",
                "SELECT p.hash AS subject, 'ok' AS status, '' AS reason FROM identity.password p",
                "SELECT dblink('host=localhost', 'SELECT 1') AS subject, 'ok' AS status, '' AS reason",
            })
    void isRefusedByTheDatabase(String select) {
        assertRefused(Fault.DATABASE, select);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pg_sleep(100)::text",
                "set_config('role', 'hoshimori_app', false)",
                "set_config('statement_timeout', '0', false)",
                "pg_read_file('/etc/passwd')",
                "pg_ls_dir('/')",
                "lo_import('/etc/passwd')::text",
                "lo_from_bytea(0, 'x')::text",
                "pg_advisory_lock(1)::text",
                "pg_notify('a', 'b')::text",
                "query_to_xml('SELECT 1', true, true, '')::text",
                "table_to_xml('facts.person', true, true, '')::text",
                "nextval('evidence.entry_sequence')::text",
                "pg_terminate_backend(1)::text",
                "random()::text"
            })
    void callsNoFunctionThatDoesMoreThanCompute(String call) {
        assertThatThrownBy(() -> taken("SELECT " + call + " AS subject, 'ok' AS status, '' AS reason"))
                .isInstanceOfSatisfying(
                        CheckRefused.class,
                        refused -> assertThat(refused.fault()).isIn(Fault.FUNCTION, Fault.DATABASE));
        assertThatThrownBy(() -> taken("SELECT 'a' AS subject, 'ok' AS status, (SELECT max(x) FROM (SELECT " + call
                        + " AS x FROM facts.person ORDER BY " + call + ") y) AS reason"))
                .as("hidden deeper")
                .isInstanceOf(CheckRefused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT rolname::text AS subject, 'ok' AS status, '' AS reason FROM pg_roles",
                "SELECT query AS subject, 'ok' AS status, '' AS reason FROM pg_stat_activity",
                "SELECT fact AS subject, 'ok' AS status, '' AS reason FROM facts.watched",
                "SELECT id::text AS subject, 'ok' AS status, '' AS reason FROM facts.person WHERE EXISTS (SELECT 1 FROM pg_class)",
                "SELECT run::text AS subject, 'ok' AS status, '' AS reason FROM checks.staging"
            })
    void readsFactsOnly(String select) {
        assertRefused(Fault.NOT_FACTS, select);
    }

    @ParameterizedTest
    @ValueSource(strings = {"current_date", "now()::date", "localtimestamp::date", "age(joined_on)"})
    void takesTheDayFromTheEngineOnly(String day) {
        assertRefused(
                Fault.TIME,
                "SELECT id AS subject, CASE WHEN " + day
                        + " IS NULL THEN 'ok' ELSE 'alarm' END AS status, '' AS reason FROM facts.person");
    }

    @Test
    void parametersAreKnownAndTyped() {
        assertRefused(
                Fault.PARAMETER_UNKNOWN, "SELECT 'a' AS subject, 'ok' AS status, :{acc-9.3.g_mini-length} AS reason");
        assertRefused(
                Fault.DATABASE,
                "SELECT 'a' AS subject, 'ok' AS status, '' AS reason WHERE :{acc-9.3.g_min-length} > interval '1 day'");
        assertRefused(Fault.COLUMNS, "SELECT 'a' AS subject, 'ok' AS status");
    }

    @Test
    void whatStandsInQuotesAndCommentsIsNoPlace() throws CheckRefused {
        Checking check = taken("""
                SELECT ':{nowhere}' AS subject, 'ok' AS status, $x$:{nowhere} ; )$x$ AS reason -- :{nowhere} ;
                 WHERE :{acc-9.3.g_min-length} > 1 /* :{nowhere} /* nested */ ; */""");
        run(check);
        assertThat(found(check)).containsEntry(":{nowhere}", "ok");
    }

    @Test
    void isStoppedAfterATime() throws CheckRefused {
        try (ChecksLogIn hasty =
                new ChecksLogIn(Installation.folder(), Installation.app().url(), Duration.ofMillis(300), clock)) {
            Checking check = taken("""
                    SELECT count(*)::text AS subject, 'ok' AS status, '' AS reason
                      FROM generate_series(1, 1000000) a, generate_series(1, 1000000) b""");
            transaction.executeWithoutResult(
                    _ -> new RunningCheck(definitions, findings, hasty, events, clock).whole(check, regulation.now()));
            assertThat(failure(check)).isEqualTo("too-slow");
        }
    }

    @Test
    void resultsAreBounded() throws CheckRefused {
        Checking many = taken("SELECT n AS subject, 'ok' AS status, '' AS reason FROM generate_series(1, 300000) n");
        run(many);
        assertThat(failure(many)).isEqualTo("too-many");
        assertThat(found(many)).isEmpty();
        Checking wide = taken(
                "SELECT repeat('s', 100000) AS subject, 'ok' AS status, repeat('r', 100000) AS reason, repeat('a', 9999) AS a");
        run(wide);
        assertThat(sql.sql(
                                "SELECT length(subject) + length(reason) + length(arguments[1]) FROM checks.finding WHERE check_id = :id")
                        .param("id", wide.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(600);
        Checking strange = taken("SELECT 'a' AS subject, 'fine' AS status, '' AS reason");
        run(strange);
        assertThat(failure(strange)).isEqualTo("rows");
        Checking nobody = taken("SELECT NULL::text AS subject, 'ok' AS status, '' AS reason");
        run(nobody);
        assertThat(failure(nobody)).isEqualTo("rows");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM checks.staging",
                "SELECT * FROM checks.finding",
                "UPDATE checks.definition SET alarm = 0",
                "SELECT checks.open(1)",
                "SELECT facts.watch('organization.person', 'person', 'id')",
                "SELECT * FROM organization.person",
                "SELECT * FROM evidence.detail",
                "SET ROLE hoshimori_app",
                "SET SESSION AUTHORIZATION hoshimori_app",
                "COPY (SELECT 1) TO '/tmp/hoshimori-copied'",
                "CREATE TABLE public.mine (a int)",
                "CREATE VIEW facts.mine AS SELECT 1",
                "SELECT pg_read_file('/etc/passwd')",
                "SELECT lo_import('/etc/passwd')"
            })
    void theLogInItselfMayDoNothingElse(String act) throws SQLException {
        LogIn checks =
                Database.checks(Installation.app().url(), new Secrets(DataFolder.existing(Installation.folder())));
        try (Connection connection = Database.connect(checks);
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(act))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
        }
    }

    private Checking taken(String select) throws CheckRefused {
        CheckFile file = CheckFile.read("own/" + UUID.randomUUID(), true, HEADER + select);
        Probe.Shape shape = Probe.of(file, logIn);
        Definition kept = definitions.keep(file, shape);
        return new Checking(kept.id(), file, shape, Values.types(file.select()));
    }

    private void assertRefused(Fault fault, String select) {
        assertThatThrownBy(() -> taken(select))
                .isInstanceOfSatisfying(
                        CheckRefused.class,
                        refused -> assertThat(refused.fault())
                                .as(refused.getMessage())
                                .isEqualTo(fault));
    }

    private void run(Checking check) {
        transaction.executeWithoutResult(
                _ -> new RunningCheck(definitions, findings, logIn, events, clock).whole(check, regulation.now()));
    }

    private String failure(Checking check) {
        return sql.sql("SELECT coalesce(failure, '') FROM checks.definition WHERE id = :id")
                .param("id", check.id())
                .query(String.class)
                .single();
    }

    private Map<String, String> found(Checking check) {
        Map<String, String> found = new java.util.HashMap<>();
        sql.sql("SELECT subject, status FROM checks.finding WHERE check_id = :id")
                .param("id", check.id())
                .query((row, n) -> found.put(row.getString(1), row.getString(2)))
                .list();
        return found;
    }
}
