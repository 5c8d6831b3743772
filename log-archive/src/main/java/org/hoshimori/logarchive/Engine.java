package org.hoshimori.logarchive;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBTableFunctionBuilder;

/** The embedded engine: in memory, without extensions from elsewhere, spilling into the archive's own folder. */
final class Engine {

    /** What a person of an office would call enough. */
    static final String MEMORY = "3GB";

    /** How files are packed. */
    static final String PARQUET = "FORMAT parquet, COMPRESSION zstd, PARQUET_VERSION v2";

    private Engine() {}

    static DuckDBConnection open(Path temporary) throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        settings.setProperty("allow_community_extensions", "false");
        settings.setProperty("memory_limit", MEMORY);
        settings.setProperty("temp_directory", temporary.toString());
        DuckDBConnection connection =
                DriverManager.getConnection("jdbc:duckdb:", settings).unwrap(DuckDBConnection.class);
        try (Statement sql = connection.createStatement()) {
            sql.execute("SET TimeZone = 'UTC'");
            sql.execute("SET preserve_insertion_order = false");
        }
        return connection;
    }

    /** Makes {@code log_lines()} known to it. */
    static LogLines lines(Connection connection) throws SQLException {
        LogLines lines = new LogLines(Runtime.getRuntime().availableProcessors());
        try (DuckDBTableFunctionBuilder function = DuckDBFunctions.tableFunction()) {
            function.withName("log_lines")
                    .withProjectionPushdown()
                    .withFunction(lines)
                    .register(connection);
        }
        return lines;
    }

    /** How files of these columns are written; each column bears its number. */
    static String parquet(Collection<Column> columns) {
        return columns.stream()
                .map(c -> c.sql() + ": " + c.number())
                .collect(Collectors.joining(", ", "(" + PARQUET + ", FIELD_IDS {", "})"));
    }

    /** The rows of files as a table of all columns, found by their numbers: a file has only those that its format fills. */
    static String rows(List<Path> files) {
        return "read_parquet(" + list(files) + ", filename = true, schema = MAP {"
                + Arrays.stream(Column.values())
                        .map(c -> c.number() + ": {name: '" + c.sql() + "', type: '"
                                + c.kind().sql() + "', default_value: NULL}")
                        .collect(Collectors.joining(", "))
                + "})";
    }

    static String list(List<Path> files) {
        return files.stream().map(Engine::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    /** A text as an SQL literal. */
    static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    static String quoted(Path path) {
        return quoted(path.toString());
    }
}
