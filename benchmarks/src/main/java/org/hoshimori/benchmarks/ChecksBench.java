package org.hoshimori.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hoshimori.catalog.CatalogJson;
import org.hoshimori.catalog.Chapter;
import org.hoshimori.catalog.Clause;
import org.hoshimori.regulation.Regulation;
import org.hoshimori.regulation.Tailoring;

/**
 * {@code bin/bench checks}: a served application with registers of 100,000 rows together (the largest 50,000) and 200 checks, as
 * many on each register as the catalog has duties that leave a record in it.
 */
public final class ChecksBench {

    private static final int CHECKS = 200;
    private static final double MILLION = 1e6;

    /** A register: its fact, how many rows it gets, its share of the catalog's duties, and what a check of it reads. */
    private record Register(String fact, int rows, int duties, String select) {}

    private static final String ITEM = """
            SELECT i.id AS subject,
                   CASE WHEN i.state = 'retired' THEN 'skip' WHEN i.level + ascii(i.number) %% 7 > %d THEN 'ok' ELSE 'alarm' END AS status,
                   'no-level' AS reason
              FROM facts.%s i""";
    private static final String PERSON = """
            SELECT p.id AS subject,
                   CASE WHEN p.leaves_on < :{today} THEN 'skip' WHEN length(p.staff_number) + ascii(p.staff_number) %% 7 > %d THEN 'ok'
                        ELSE 'alarm' END AS status,
                   'no-owner' AS reason
              FROM facts.person p -- %s""";
    private static final String ACCOUNT = """
            SELECT a.person AS subject,
                   CASE WHEN NOT a.privileged THEN 'skip' WHEN f.person IS NOT NULL OR a.changed_at > :{today} - interval '%d days' THEN 'ok'
                        ELSE 'alarm' END AS status,
                   'no-second-factor' AS reason
              FROM facts.%s a LEFT JOIN facts.second_factor f ON f.person = a.person""";
    private static final String GRANT = """
            SELECT g.id AS subject, CASE WHEN g.ends_on IS NULL THEN 'alarm' ELSE 'ok' END AS status, 'grant-without-end' AS reason, %d AS n
              FROM facts.%s g""";

    private static final List<Register> REGISTERS = List.of(
            new Register("device", 50_000, 34, ITEM),
            new Register("person", 20_000, 55, PERSON),
            new Register("account", 10_000, 16, ACCOUNT),
            new Register("party", 10_000, 43, ITEM),
            new Register("system", 5_000, 51, ITEM),
            new Register("site", 3_000, 45, ITEM),
            new Register("named_grant", 2_000, 190, GRANT));

    private ChecksBench() {}

    /** Runs all; {@code args[0]} is this checkout, {@code args[1]} a folder to work in. */
    public static void main(String[] args) throws Exception {
        System.out.println(
                "JDK " + Runtime.version() + ", " + Runtime.getRuntime().availableProcessors()
                        + " processors, load average "
                        + Files.readString(Path.of("/proc/loadavg")).strip());
        try (Served served = new Served(Path.of(args[0]), Path.of(args[1]));
                Client administrator = AppBench.administrator(served);
                Connection connection = served.database()) {
            seed(connection);
            settled(connection);
            Path folder = Files.createDirectories(served.data().resolve("checks"));
            long from = System.nanoTime();
            int written = checks(folder);
            until(
                    connection,
                    "SELECT count(*) >= " + written + " FROM facts.check_definition WHERE own AND ran_at IS NOT NULL");
            settled(connection);
            print("first run: checks read, all findings new", from);
            System.out.println("  " + text(connection, """
                    SELECT count(*) || ' checks, ' || sum(ok + alarm + skip) || ' findings, of them alarms ' || sum(alarm) || ', failed '
                           || count(failure) FROM facts.check_definition"""));
            fullRun(connection, folder);
            oneChange(connection);
            tenThousand(connection);
            page(administrator);
        }
    }

    private static void seed(Connection connection) throws SQLException {
        long from = System.nanoTime();
        for (String act : List.of(
                """
                INSERT INTO organization.person (id, staff_number, family_name, given_name, mail, kind, language, joined_on, leaves_on,
                                                 searched, bigrams)
                SELECT gen_random_uuid(), md5(n::text), '計測', n::text, n || '@example.jp', 'employee', 'ja', '2020-04-01',
                       CASE WHEN n % 50 = 0 THEN date '2026-03-31' END, '', '{}' FROM generate_series(1, 20000) n""",
                """
                INSERT INTO identity.password (person, hash, changed_at, privileged)
                SELECT id, '', now() - interval '1 day' * (ascii(staff_number) * 3), ascii(staff_number) % 5 = 0
                  FROM organization.person WHERE given_name ~ '^\\d+$' AND family_name = '計測' ORDER BY id LIMIT 10000""",
                """
                INSERT INTO grants.named_grant (id, person, permission, starts_on, ends_on, reason, granted_by, granted_at)
                SELECT gen_random_uuid(), person, 'record', '2026-04-01', CASE WHEN random() < 0.9 THEN date '2030-03-31' END, '',
                       'system:bench', now() FROM identity.password LIMIT 2000""",
                item("device", 50_000),
                item("party", 10_000),
                item("information-system", 5_000),
                item("site", 3_000))) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(act);
            }
        }
        print("registers of 100,000 rows filled", from);
    }

    private static String item(String noun, int rows) {
        return """
                INSERT INTO estate.item (id, noun, number, name, sort, level, state, searched, bigrams, changed_at)
                SELECT gen_random_uuid(), '%1$s', md5(n::text), n::text, '', n %% 4, CASE WHEN n %% 20 = 0 THEN 'retired' ELSE 'in-use' END,
                       '', '{}', now() FROM generate_series(1, %2$d) n""".formatted(noun, rows);
    }

    /** Writes the checks that the shipped ones leave to be written; how many. */
    private static int checks(Path folder) throws IOException {
        List<String> clauses = Regulation.resolve(CatalogJson.shipped(), Tailoring.none()).chapters().stream()
                .flatMap(Chapter::clauses)
                .filter(c -> !c.duties().isEmpty())
                .map(Clause::id)
                .toList();
        int all = REGISTERS.stream().mapToInt(Register::duties).sum();
        List<String> texts = new ArrayList<>();
        for (Register register : REGISTERS) {
            int share = Math.round((float) CHECKS * register.duties() / all);
            for (int n = 0; n < share; n++) {
                String select = register.select().formatted(n % 3 + 1, register.fact());
                texts.add(header(clauses.get((texts.size() * 7) % clauses.size()), select) + select);
            }
        }
        for (int n = 0; n < texts.size(); n++) {
            Files.writeString(folder.resolve("bench-" + n + ".sql"), texts.get(n));
        }
        return texts.size();
    }

    private static String header(String clause, String select) {
        return "-- clause: " + clause
                + "\n-- title.ja: 計測\n-- title.en: Bench\n-- severity: medium\n-- scope: subject\n"
                + (select.contains(":{today}") ? "-- time: daily\n" : "");
    }

    /** All checks from their files to findings that are the same as before, as at a new day: each file is touched. */
    private static void fullRun(Connection connection, Path folder) throws Exception {
        for (int round = 0; round < 3; round++) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("UPDATE checks.definition SET ran_with = NULL, ran_at = NULL");
            }
            long from = System.nanoTime();
            Files.writeString(folder.resolve("bench-0.sql"), Files.readString(folder.resolve("bench-0.sql")) + "\n");
            until(
                    connection,
                    "SELECT count(*) = 0 FROM facts.check_definition WHERE ran_at IS NULL AND state = 'active'");
            print("full run (up to 2 s of it until the folder is looked at)", from);
            System.out.println("  checks alone " + text(connection, """
                    SELECT round(extract(epoch FROM max(ran_at) - min(ran_at))::numeric, 2) || ' s from the first to the last'
                      FROM facts.check_definition"""));
        }
    }

    private static void oneChange(Connection connection) throws Exception {
        double[] millis = new double[10];
        for (int round = 0; round < millis.length; round++) {
            String id = text(
                    connection,
                    "SELECT id FROM estate.item WHERE noun = 'device' AND state = 'in-use' LIMIT 1 OFFSET " + round);
            long from = System.nanoTime();
            try (Statement statement = connection.createStatement()) {
                statement.execute("UPDATE estate.item SET state = 'retired' WHERE id = '" + id + "'");
            }
            until(connection, "SELECT bool_and(status = 'skip') FROM facts.finding WHERE subject = '" + id + "'");
            millis[round] = (System.nanoTime() - from) / MILLION;
            settled(connection);
        }
        java.util.Arrays.sort(millis);
        System.out.printf(
                Locale.ROOT,
                "%-60s median %.0f ms, worst %.0f ms%n",
                "one change until all its findings show it",
                millis[millis.length / 2],
                millis[millis.length - 1]);
    }

    private static void tenThousand(Connection connection) throws Exception {
        long from = System.nanoTime();
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    UPDATE estate.item SET level = (level + 1) % 4
                     WHERE id IN (SELECT id FROM estate.item WHERE noun = 'device' AND state = 'in-use' ORDER BY id LIMIT 10000)""");
        }
        settled(connection);
        print("10,000 changes at once until all findings show them", from);
    }

    private static void page(Client administrator) throws Exception {
        administrator.get("/posture");
        Load.run(1, 5, 0, (_, _) -> administrator.get("/posture"));
        Load.run(1, 15, 100, (_, _) -> administrator.get("/posture")).print("posture page");
        Load.run(1, 10, 100, (_, _) -> administrator.get("/api/v1/posture")).print("posture as JSON");
        Load.run(1, 10, 100, (_, _) -> administrator.get("/findings")).print("findings, gravest first");
    }

    /** Waits until no change waits for a check. */
    private static void settled(Connection connection) throws Exception {
        until(connection, "SELECT count(*) = 0 FROM facts.change");
    }

    private static void until(Connection connection, String question) throws Exception {
        while (!"t".equals(text(connection, question))) {
            Thread.sleep(20);
        }
    }

    private static String text(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            return row.next() ? String.valueOf(row.getString(1)) : "";
        }
    }

    private static void print(String name, long from) {
        System.out.printf(Locale.ROOT, "%-60s %8.2f s%n", name, (System.nanoTime() - from) / 1e9);
    }
}
