package org.hoshimori.logarchive;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBTableFunctionBuilder;

/** The embedded engine: in memory, without extensions from elsewhere, spilling into the archive's own folder. */
final class Engine {

    /** What a person of an office would call enough. */
    static final String MEMORY = "3GB";

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

    /** A text as an SQL literal. */
    static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    static String quoted(Path path) {
        return quoted(path.toString());
    }
}
