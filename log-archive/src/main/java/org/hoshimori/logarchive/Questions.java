package org.hoshimori.logarchive;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** The archive as tables of the engine: {@code log} and its classes, and {@code aside}. Nothing outside the archive can be read or written. */
public final class Questions implements Asking {

    private static final String EMPTY_ASIDE =
            "SELECT NULL::BIGINT AS line, NULL::VARCHAR AS reason, NULL::VARCHAR AS raw, NULL::VARCHAR AS source WHERE false";

    // Told by the file's name, which the engine also leaves files out by.
    private static final String DAY = "CAST(regexp_extract(filename, '(?s).*[/\\\\!]day=([0-9-]{10})', 1) AS DATE)";
    private static final String SOURCE = "regexp_extract(filename, '(?s).*[/\\\\!]source=([^/\\\\!]*)[/\\\\!]', 1)";

    private static final String ADDRESS = "address_text";

    private final DuckDBConnection engine;

    private Questions(DuckDBConnection engine) throws SQLException {
        this.engine = engine;
        run("SET parquet_metadata_cache = true"); // files never change, and rules ask again and again
    }

    /** Opens an archive for questions; what is imported later is not seen. */
    public static Questions open(Archive archive) throws IOException {
        try {
            Questions questions = new Questions(Engine.open(archive.tmp()));
            Manifest manifest = archive.manifest();
            questions.view("log", archive.rowFiles(manifest));
            questions.aside(archive.asideFiles(manifest));
            questions.classes();
            return questions;
        } catch (SQLException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** For a review, with the functions that rules may call. */
    static Asking of(Archive archive, Files files) throws SQLException {
        Questions questions = new Questions(Engine.open(archive.tmp()));
        // It takes files with a given schema for one row, and so would keep all of log to look a few hosts up in it.
        questions.run("SET disabled_optimizers = 'join_order,build_side_probe_side'");
        questions.view("log", files.log());
        questions.view("log_past", files.past());
        questions.classes();
        Macros.define(questions);
        return questions;
    }

    @Override
    public void table(String name, List<Field> fields, List<List<@Nullable Object>> rows) throws SQLException {
        run("CREATE TABLE " + name + " ("
                + fields.stream()
                        .map(f -> "\"" + f.name() + "\" "
                                + switch (f.type()) {
                                    case TEXT, ADDRESS -> "VARCHAR";
                                    case INTEGER -> "INTEGER";
                                    case WHOLE -> "BIGINT";
                                    case TRUTH -> "BOOLEAN";
                                    case TIME -> "TIMESTAMP";
                                })
                        .collect(Collectors.joining(", "))
                + ")");
        try (DuckDBAppender appender = engine.createAppender(name)) {
            for (List<@Nullable Object> row : rows) {
                appender.beginRow();
                for (int i = 0; i < fields.size(); i++) {
                    append(appender, fields.get(i).type(), row.get(i));
                }
                appender.endRow();
            }
        }
        for (Field field : fields) {
            if (field.type() == Type.ADDRESS) {
                run("ALTER TABLE " + name + " ALTER \"" + field.name() + "\" TYPE " + ADDRESS);
            }
        }
    }

    /** As numbers of a list in the texts' order, so that whoever compares, groups or sorts by them handles no text. */
    @Override
    public void addresses(String table) throws SQLException {
        run("CREATE TYPE " + ADDRESS + " AS ENUM (SELECT ip FROM (SELECT ip FROM " + table
                + " UNION SELECT '') ORDER BY ip)");
        run("CREATE MACRO hm_address(a) AS CAST(a AS " + ADDRESS + ")");
    }

    @Override
    public void keep(String name, String sql) throws SQLException {
        run("CREATE TABLE " + name + " AS " + sql);
    }

    private static void append(DuckDBAppender appender, Type type, @Nullable Object value) throws SQLException {
        switch (value) {
            case null -> appender.appendNull();
            case Long time when type == Type.TIME -> appender.appendEpochMicros(time);
            case Long number -> appender.append((long) number);
            case Integer number -> appender.append((int) number);
            case Boolean truth -> appender.append((boolean) truth);
            default -> appender.append(value.toString());
        }
    }

    private void classes() throws SQLException {
        run("CREATE VIEW log_network AS SELECT * FROM log WHERE class_uid = 4001");
        run("CREATE VIEW log_http AS SELECT * FROM log WHERE class_uid = 4002");
        run("CREATE VIEW log_dns AS SELECT * FROM log WHERE class_uid = 4003");
        run("CREATE VIEW log_dhcp AS SELECT * FROM log WHERE class_uid = 4004");
    }

    private void view(String name, List<Path> files) throws SQLException {
        run("CREATE VIEW " + name + " AS "
                + (files.isEmpty()
                        ? emptyRows()
                        : "SELECT * EXCLUDE (filename), " + DAY + " AS day, " + SOURCE + " AS source FROM "
                                + Engine.rows(files)));
    }

    private void aside(List<Path> files) throws SQLException {
        run("CREATE VIEW aside AS "
                + (files.isEmpty()
                        ? EMPTY_ASIDE
                        : "SELECT * EXCLUDE (filename), " + SOURCE + " AS source FROM read_parquet("
                                + Engine.list(files) + ", filename = true, hive_partitioning = false)"));
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
            return questions.counted("SELECT * FROM (" + question + "\n)", head, row);
        } catch (SQLException e) {
            throw new ArchiveRefused("logs.sql", String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void answer(String sql, Consumer<List<String>> head, Consumer<List<@Nullable Object>> row)
            throws SQLException {
        counted(sql, head, row);
    }

    private Answer counted(String sql, Consumer<List<String>> head, Consumer<List<@Nullable Object>> row)
            throws SQLException {
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
