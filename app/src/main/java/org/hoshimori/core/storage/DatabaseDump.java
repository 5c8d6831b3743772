package org.hoshimori.core.storage;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/**
 * Copies the rows of all rooms out of a database as they stand at one instant, while others write on. What is left out:
 * sessions, which end with the server, what waits for checks, which all run after a restore, and what migrations write of
 * themselves, which is told by {@link #shape}.
 */
public final class DatabaseDump implements AutoCloseable {

    static final String HISTORY = "flyway_schema_history";
    private static final Set<String> LEFT_OUT = Set.of(
            "identity.spring_session",
            "identity.spring_session_attributes",
            "facts." + Migrations.INSTALLED,
            "facts.change",
            "facts.watched",
            "checks.staging");

    private final Connection connection;
    private final DatabaseShape shape;
    private final long estimate;

    private DatabaseDump(Connection connection, DatabaseShape shape, long estimate) {
        this.connection = connection;
        this.shape = shape;
        this.estimate = estimate;
    }

    /** Begins; the log-in must be able to read all. */
    public static DatabaseDump open(LogIn reader) {
        Connection connection = Database.connect(reader);
        try {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            if (digest(connection).isEmpty()) {
                throw new StorageRefused("storage-nothing-to-dump");
            }
            DatabaseShape shape = new DatabaseShape(
                    digest(connection), migrations(connection), tables(connection), counters(connection));
            return new DatabaseDump(connection, shape, estimate(connection, shape.tables()));
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    private static String digest(Connection connection) throws SQLException {
        return Migrations.installed(connection);
    }

    private static List<DatabaseShape.Migrated> migrations(Connection connection) throws SQLException {
        List<DatabaseShape.Migrated> migrations = new ArrayList<>();
        for (String schema : rooms(connection)) {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT version, checksum, script FROM \"" + schema + "\"."
                            + HISTORY + " WHERE version IS NOT NULL AND success ORDER BY installed_rank")) {
                while (rows.next()) {
                    migrations.add(new DatabaseShape.Migrated(
                            schema, rows.getString(1), rows.getObject(2, Integer.class), rows.getString(3)));
                }
            }
        }
        return migrations;
    }

    private static List<String> rooms(Connection connection) throws SQLException {
        List<String> rooms = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("""
                        SELECT n.nspname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                         WHERE c.relname = '""" + HISTORY + "' ORDER BY n.nspname = 'facts' DESC, n.nspname")) {
            while (rows.next()) {
                rooms.add(rows.getString(1));
            }
        }
        return rooms;
    }

    private static List<DatabaseShape.Table> tables(Connection connection) throws SQLException {
        Predicate<String> kept = t -> !LEFT_OUT.contains(t) && !t.endsWith("." + HISTORY);
        List<DatabaseShape.Table> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        SELECT n.nspname, c.relname, array_agg(a.attname::text ORDER BY a.attnum)
                          FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                          JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                                              AND a.attgenerated = ''
                         WHERE c.relkind = 'r' AND n.nspname = ANY (ARRAY[""" + list(rooms(connection)) + """
                        ]) GROUP BY 1, 2 ORDER BY 1, 2""")) {
            while (rows.next()) {
                String[] columns = (String[]) rows.getArray(3).getArray();
                DatabaseShape.Table table =
                        new DatabaseShape.Table(rows.getString(1), rows.getString(2), List.of(columns));
                if (kept.test(table.full())) {
                    tables.add(table);
                }
            }
        }
        return tables;
    }

    private static List<DatabaseShape.Counter> counters(Connection connection) throws SQLException {
        List<String[]> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT schemaname, sequencename FROM pg_sequences WHERE schemaname = ANY (ARRAY["
                                + list(rooms(connection)) + "]) ORDER BY 1, 2")) {
            while (rows.next()) {
                names.add(new String[] {rows.getString(1), rows.getString(2)});
            }
        }
        List<DatabaseShape.Counter> counters = new ArrayList<>();
        for (String[] name : names) {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(
                            "SELECT last_value, is_called FROM " + quoted(name[0]) + "." + quoted(name[1]))) {
                row.next();
                counters.add(new DatabaseShape.Counter(name[0], name[1], row.getLong(1), row.getBoolean(2)));
            }
        }
        return counters;
    }

    private static String list(List<String> names) {
        return names.stream().map(n -> "'" + n.replace("'", "''") + "'").collect(Collectors.joining(", "));
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static long estimate(Connection connection, List<DatabaseShape.Table> tables) throws SQLException {
        long bytes = 0;
        for (DatabaseShape.Table table : tables) {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SELECT pg_table_size('" + quoted(table.schema()) + "."
                            + quoted(table.name()) + "'::regclass)")) {
                row.next();
                bytes += row.getLong(1);
            }
        }
        return bytes;
    }

    /** What the dump is made of. */
    public DatabaseShape shape() {
        return shape;
    }

    /** About how many bytes the rows take in the database. */
    public long estimate() {
        return estimate;
    }

    /** Writes a table's rows in PostgreSQL's COPY text format; returns how many there are. */
    public long copy(DatabaseShape.Table table, OutputStream to) throws IOException {
        try {
            return connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("COPY " + target(table) + " TO STDOUT (ENCODING 'UTF8')", to);
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    static String target(DatabaseShape.Table table) {
        return quoted(table.schema()) + "." + quoted(table.name())
                + table.columns().stream().map(DatabaseDump::quoted).collect(Collectors.joining(", ", " (", ")"));
    }

    static StorageRefused refused(SQLException e) {
        return new StorageRefused("storage-database-failed", String.valueOf(e.getMessage()));
    }

    @Override
    public void close() {
        try (connection) {
            connection.rollback();
        } catch (SQLException e) {
            throw refused(e);
        }
    }
}
