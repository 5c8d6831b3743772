package org.hoshimori.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;

/** {@code bin/bench assets}: a served application with 100,000 information assets: lists, search, tables in and out. */
public final class AssetsBench {

    private static final int ROWS = 10_000;
    /** Seconds: a server has been at work for longer. */
    private static final int WARM = 40;

    private static final List<String> NAMES =
            List.of("顧客名簿", "見積書控え", "衛星運用計画", "組立手順書", "給与台帳データ", "テレメトリ履歴", "会議議事録", "保守記録");

    /** A check of the operator's own: where its file changes, whatever has not run is run. */
    private static final String TOUCHED = """
            -- clause: ast-1.1.a
            -- title.ja: 計測
            -- title.en: Bench
            -- severity: low
            -- scope: subject
            -- subject: asset
            SELECT a.id AS subject, 'ok' AS status, '' AS reason FROM facts.asset a WHERE false
            """;

    private AssetsBench() {}

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
            warm(administrator);
            lists(administrator);
            memory(served, "after the lists");
            checks(connection, served);
            out(administrator, "xlsx");
            out(administrator, "csv");
            memory(served, "after the exports");
            in(administrator);
            memory(served, "after the imports");
        }
    }

    private static void seed(Connection connection) throws SQLException, InterruptedException {
        long from = System.nanoTime();
        for (String act : List.of("""
                INSERT INTO organization.department (id, name, name_en, position)
                SELECT gen_random_uuid(), '計測第' || n || '部', '', n FROM generate_series(1, 50) n""", """
                CREATE TEMP TABLE made AS
                SELECT n, (ARRAY['顧客名簿', '見積書控え', '衛星運用計画', '組立手順書', '給与台帳データ', 'テレメトリ履歴', '会議議事録', '保守記録'])
                          [1 + n % 8] || ' ' || n AS name,
                       (SELECT id FROM organization.department WHERE name = '計測第' || (1 + n % 50) || '部') AS department
                  FROM generate_series(1, 100000) n""", """
                INSERT INTO assets.asset
                  (id, code, area, name, department, everybody, medium, place, personal_information, confidentiality, integrity, availability,
                   importance, marking, registered_on, state, searched, bigrams, changed_at)
                SELECT gen_random_uuid(), 'B-' || lpad(n::text, 6, '0'), '業務' || n % 12, name, department, n % 20 = 0, 'server', 'サーバー' || n % 30,
                       (ARRAY['none', 'ordinary', 'none', 'specific'])[1 + n % 4], 1 + n % 3, 1 + n % 2, 1 + n % 2, 1 + n % 3, 'folder',
                       date '2020-04-01' + n % 2000, CASE WHEN n % 100 = 0 THEN 'gone' ELSE 'in-use' END,
                       lower(name || E'\\n' || 'b-' || lpad(n::text, 6, '0') || E'\\n業務' || n % 12 || E'\\n\\nサーバー' || n % 30),
                       (SELECT array_agg(DISTINCT substr(t, i, 2))
                          FROM (SELECT replace(lower(name || 'b-' || lpad(n::text, 6, '0')), ' ', '') AS t) s, generate_series(1, length(t) - 1) i),
                       now() - interval '1 minute' * n
                  FROM made""")) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(act);
            }
        }
        print("100,000 assets filled in", from);
        while (!tidied(connection)) {
            Thread.sleep(1_000);
        }
        print("and tidied up by the database itself", from);
    }

    private static boolean tidied(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("""
                        SELECT last_autovacuum IS NOT NULL AND last_autoanalyze IS NOT NULL FROM pg_stat_user_tables
                         WHERE schemaname = 'assets' AND relname = 'asset'""")) {
            return found.next() && found.getBoolean(1);
        }
    }

    private static void warm(Client administrator) throws Exception {
        Load.run(1, WARM, 0, (_, round) -> administrator.get(round % 2 == 0 ? "/assets" : "/assets?q=" + said(round)));
    }

    private static String said(int round) {
        return Client.encoded(NAMES.get(round % NAMES.size()).substring(0, 2 + round % 2));
    }

    private static void lists(Client administrator) throws Exception {
        Load.run(1, 10, 50, (_, _) -> administrator.get("/assets")).print("list");
        Load.run(1, 10, 50, (_, round) -> administrator.get("/assets?order=name&page=" + (1 + round % 1_900)))
                .print("list, any page, by name");
        Load.run(
                        1,
                        10,
                        50,
                        (_, round) -> administrator.get("/assets?confidentiality=3&order=importance&q=" + said(round)))
                .print("list, two filters and a word");
        Load.run(1, 10, 50, (_, round) -> administrator.get("/assets?q=" + Client.encoded("名簿 " + round * 37 % 9_999)))
                .print("search for two words");
        Load.run(1, 10, 50, (_, round) -> administrator.get("/take-outs/new?words=" + said(round)))
                .print("picker of a take-out");
        Load.run(1, 10, 50, (_, round) -> administrator.get("/search?q=" + said(round)))
                .print("search over all registers");
    }

    /** All checks of the chapter over all assets, as at a new day: from when the first has ended to when the last has, three times. */
    private static void checks(Connection connection, Served served) throws Exception {
        Path folder = Files.createDirectories(served.data().resolve("checks"));
        Path touched = folder.resolve("touched.sql");
        for (int round = 0; round < 4; round++) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("UPDATE checks.definition SET ran_with = NULL, ran_at = NULL");
            }
            Files.writeString(touched, TOUCHED + "\n".repeat(round));
            try (Statement statement = connection.createStatement()) {
                while (!one(
                                statement,
                                "SELECT count(*) = 0 FROM facts.check_definition WHERE ran_at IS NULL AND state = 'active'")
                        .equals("t")) {
                    Thread.sleep(50);
                }
                if (round > 0) {
                    System.out.println("all checks of the chapter over 100,000 assets: " + one(statement, """
                            WITH ended AS (SELECT clause, ran_at - lag(ran_at) OVER (ORDER BY ran_at) AS took FROM checks.definition
                                            WHERE state = 'active')
                            SELECT count(*) || ' checks, ' || round(extract(epoch FROM sum(took))::numeric, 2) || ' s, the longest '
                                   || round(extract(epoch FROM max(took))::numeric, 2) || ' s'
                              FROM ended WHERE clause LIKE 'ast-%'"""));
                }
            }
        }
        Files.delete(touched);
    }

    private static String one(Statement statement, String question) throws SQLException {
        try (ResultSet row = statement.executeQuery(question)) {
            return row.next() ? String.valueOf(row.getString(1)) : "";
        }
    }

    private static void out(Client administrator, String format) throws Exception {
        for (int round = 0; round < 3; round++) {
            long from = System.nanoTime();
            int bytes = administrator.get("/exchange/assets/table." + format).length();
            print("export of 100,000 rows, ." + format + " (" + bytes / 1_000_000 + " million letters)", from);
        }
    }

    private static void in(Client administrator) throws Exception {
        for (int round = 0; round < 3; round++) {
            byte[] table = table(round);
            long from = System.nanoTime();
            String address =
                    administrator.send("/exchange/assets", "台帳.csv", table).location();
            administrator.get(address);
            print("10,000 rows sent, read and compared", from);
            long confirmed = System.nanoTime();
            administrator.post(address);
            while (administrator.get(address + "/progress", 302).isEmpty()) {
                Thread.sleep(50);
            }
            print("10,000 rows written, with their evidence", confirmed);
            if (!administrator.get(address + "/result").contains("10,000")) {
                throw new IOException("not written");
            }
            long again = System.nanoTime();
            String same =
                    administrator.send("/exchange/assets", "台帳.csv", table).location();
            if (!administrator.get(same).contains("同じ行10,000件")) {
                throw new IOException("not the same");
            }
            print("the same table again, which changes nothing", again);
        }
    }

    private static byte[] table(int round) {
        StringBuilder rows =
                new StringBuilder("情報資産管理台帳\n業務分類,情報資産名称,備考,利用者範囲,管理部署,媒体・保存先,個人情報の種類,機密性,完全性,可用性,重要度,保存期限,登録日\n");
        for (int n = 0; n < ROWS; n++) {
            rows.append("業務")
                    .append(n % 12)
                    .append(',')
                    .append(NAMES.get(n % NAMES.size()))
                    .append('第')
                    .append(round)
                    .append('-')
                    .append(n)
                    .append(",毎年4月に棚卸し,計測第1部、計測第2部,計測第")
                    .append(1 + n % 50)
                    .append("部,ファイルサーバー,個人,")
                    .append(1 + n % 3)
                    .append(",2,1,")
                    .append(Math.max(2, 1 + n % 3))
                    .append(",退職後3年,令和6年4月1日\n");
        }
        return rows.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void memory(Served served, String when) throws IOException {
        double[] memory = served.memory();
        System.out.printf(
                Locale.ROOT,
                "heap in use %s: %.0f MB, most of the process so far %.0f MB%n",
                when,
                memory[0],
                memory[1]);
    }

    private static void print(String name, long from) {
        System.out.printf(Locale.ROOT, "%-60s %8.2f s%n", name, (System.nanoTime() - from) / 1e9);
    }
}
