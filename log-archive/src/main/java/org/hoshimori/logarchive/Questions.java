package org.hoshimori.logarchive;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** The archive as tables of the engine: {@code log} and its classes, and {@code aside}. Nothing outside the archive can be read or written. */
public final class Questions implements AutoCloseable {

    private static final String EMPTY_ASIDE =
            "SELECT NULL::BIGINT AS line, NULL::VARCHAR AS reason, NULL::VARCHAR AS raw, NULL::VARCHAR AS source WHERE false";

    private final DuckDBConnection engine;

    private Questions(DuckDBConnection engine) {
        this.engine = engine;
    }

    /** Opens an archive for questions; what is imported later is not seen. */
    public static Questions open(Archive archive) throws IOException {
        try {
            Questions questions = new Questions(Engine.open(archive.tmp()));
            Manifest manifest = archive.manifest();
            questions.view("log", archive.rowFiles(manifest));
            questions.view("aside", archive.asideFiles(manifest));
            questions.classes();
            return questions;
        } catch (SQLException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** As above, {@code log} being the days from {@code from} to {@code until} and {@code log_past} those from {@code past} on before. */
    static Questions of(Archive archive, Manifest manifest, LocalDate past, LocalDate from, LocalDate until)
            throws SQLException {
        Questions questions = new Questions(Engine.open(archive.tmp()));
        questions.view("log", days(archive.rowFiles(manifest), from, until));
        questions.view("log_past", days(archive.rowFiles(manifest), past, from.minusDays(1)));
        questions.classes();
        return questions;
    }

    private static List<Path> days(List<Path> files, LocalDate from, LocalDate until) {
        return files.stream()
                .filter(f -> {
                    LocalDate day = LocalDate.parse(f.toString().replaceAll("(?s).*[/\\\\!]day=([0-9-]{10}).*", "$1"));
                    return !day.isBefore(from) && !day.isAfter(until);
                })
                .toList();
    }

    private void classes() throws SQLException {
        run("CREATE VIEW log_network AS SELECT * FROM log WHERE class_uid = 4001");
        run("CREATE VIEW log_http AS SELECT * FROM log WHERE class_uid = 4002");
        run("CREATE VIEW log_dns AS SELECT * FROM log WHERE class_uid = 4003");
        run("CREATE VIEW log_dhcp AS SELECT * FROM log WHERE class_uid = 4004");
    }

    long number(String sql) throws SQLException {
        long[] number = {0};
        answer(sql, head -> {}, row -> number[0] = row.getFirst() instanceof Number n ? n.longValue() : 0);
        return number[0];
    }

    private void view(String name, List<Path> files) throws SQLException {
        String list = files.stream().map(Engine::quoted).collect(Collectors.joining(", "));
        boolean aside = name.equals("aside");
        run("CREATE VIEW " + name + " AS "
                + (files.isEmpty()
                        ? aside ? EMPTY_ASIDE : emptyRows()
                        : "SELECT * FROM read_parquet([" + list
                                + "], hive_partitioning = true, hive_types = {'source': VARCHAR"
                                + (aside ? "" : ", 'day': DATE") + "})"));
    }

    private static String emptyRows() {
        return java.util.Arrays.stream(Column.values())
                        .map(c -> "NULL::" + c.kind().sql() + " AS " + c.sql())
                        .collect(Collectors.joining(", ", "SELECT ", ", NULL::DATE AS day, NULL::VARCHAR AS source"))
                + " WHERE false";
    }

    void run(String statement) throws SQLException {
        try (Statement sql = engine.createStatement()) {
            sql.execute(statement);
        }
    }

    DuckDBConnection engine() {
        return engine;
    }

    /** Closes the way to everything but the archive's files, for SQL of others. */
    void confine(Archive archive) throws SQLException {
        run("SET allowed_directories = [" + Engine.quoted(archive.folder() + "/") + "]");
        run("SET enable_external_access = false");
        run("SET lock_configuration = true");
    }

    /** A table of answers. */
    public record Answer(List<String> columns, long rows) {}

    /**
     * Asks in SQL; each row is handed out as it comes, its values as text or null.
     *
     * @throws ArchiveRefused if it is not one SELECT, or wrong
     */
    public static Answer ask(
            Archive archive, String sql, Consumer<List<String>> head, Consumer<List<@Nullable Object>> row)
            throws IOException {
        String question = SqlText.one(sql);
        try (Questions questions = open(archive)) {
            questions.confine(archive);
            return questions.answer("SELECT * FROM (" + question + "\n)", head, row);
        } catch (SQLException e) {
            throw new ArchiveRefused("logs.sql", String.valueOf(e.getMessage()));
        }
    }

    Answer answer(String sql, Consumer<List<String>> head, Consumer<List<@Nullable Object>> row) throws SQLException {
        try (Statement statement = engine.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            int n = result.getMetaData().getColumnCount();
            List<String> columns = new ArrayList<>();
            for (int i = 1; i <= n; i++) {
                columns.add(result.getMetaData().getColumnLabel(i));
            }
            head.accept(columns);
            long count = 0;
            while (result.next()) {
                List<@Nullable Object> values = new ArrayList<>();
                for (int i = 1; i <= n; i++) {
                    values.add(plain(result.getObject(i)));
                }
                row.accept(values);
                count++;
            }
            return new Answer(columns, count);
        }
    }

    /** Numbers and truth stay what they are; times are ISO 8601 in UTC; anything else is its text. */
    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Number number -> number;
            case Boolean truth -> truth;
            case java.sql.Timestamp time ->
                time.toLocalDateTime().toInstant(java.time.ZoneOffset.UTC).toString();
            case java.time.OffsetDateTime time -> time.toInstant().toString();
            default -> value.toString();
        };
    }

    @Override
    public void close() throws SQLException {
        engine.close();
    }
}
