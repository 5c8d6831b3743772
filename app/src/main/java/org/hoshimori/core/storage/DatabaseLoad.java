package org.hoshimori.core.storage;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/**
 * Fills an empty database with dumped rows. The database is first brought to the very migrations that the dump had; when
 * {@link Database#open} comes afterwards, it migrates on from there. Until {@link #finish} a mark stands in the database by
 * which nobody takes it for a whole one; what is not finished is removed.
 */
public final class DatabaseLoad implements AutoCloseable {

    static final String MARK = "hoshimori_restoring";

    private final Connection connection;
    private final DatabaseShape shape;
    private final List<String> foreignKeys = new ArrayList<>();
    private boolean finished;

    private DatabaseLoad(Connection connection, DatabaseShape shape) {
        this.connection = connection;
        this.shape = shape;
    }

    /**
     * Begins.
     *
     * @throws StorageRefused if the database is not empty, or the dump is of a newer or another version than this
     */
    public static DatabaseLoad into(LogIn owner, Secrets secrets, DatabaseShape shape) {
        Migrations.refuseUnknown(shape);
        Connection connection = Database.connect(owner);
        DatabaseLoad load = new DatabaseLoad(connection, shape);
        try {
            load.refuseOccupied();
            load.run("CREATE SCHEMA " + MARK);
            Database.prepare(owner, secrets);
            Migrations.runUpTo(owner, shape);
            connection.setAutoCommit(false);
            load.makeRoom();
            return load;
        } catch (SQLException e) {
            load.close();
            throw DatabaseDump.refused(e);
        } catch (RuntimeException e) {
            load.close();
            throw e;
        }
    }

    /** Empty is what holds no table, view or sequence; what an interrupted restore left is removed. */
    private void refuseOccupied() throws SQLException {
        if (is("SELECT EXISTS (SELECT 1 FROM pg_namespace WHERE nspname = '" + MARK + "')")) {
            removeAll();
        }
        if (is("""
                SELECT EXISTS (SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                 WHERE n.nspname !~ '^(pg_|information_schema$)' AND c.relkind IN ('r', 'p', 'v', 'm', 'S', 'f'))""")) {
            finished = true; // It is somebody's: nothing of it is removed.
            throw new StorageRefused("storage-not-empty");
        }
    }

    private boolean is(String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private void run(String act) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(act);
        }
    }

    /** Takes away what migrations themselves entered, and foreign keys, which would ask for an order among tables. */
    private void makeRoom() throws SQLException {
        List<String> drops = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname),
                               format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
                          FROM pg_constraint WHERE contype = 'f' AND conparentid = 0""")) {
            while (rows.next()) {
                drops.add(rows.getString(1));
                foreignKeys.add(rows.getString(2));
            }
        }
        for (String drop : drops) {
            run(drop);
        }
        if (!shape.tables().isEmpty()) {
            run("TRUNCATE "
                    + shape.tables().stream()
                            .map(t -> DatabaseDump.quoted(t.schema()) + "." + DatabaseDump.quoted(t.name()))
                            .collect(Collectors.joining(", ")));
        }
    }

    /** A table's rows, as {@link DatabaseDump#copy} wrote them. */
    public void table(DatabaseShape.Table table, InputStream rows) throws IOException {
        try {
            run("ALTER TABLE " + DatabaseDump.quoted(table.schema()) + "." + DatabaseDump.quoted(table.name())
                    + " DISABLE TRIGGER USER");
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY " + DatabaseDump.target(table) + " FROM STDIN (ENCODING 'UTF8')", rows);
            run("ALTER TABLE " + DatabaseDump.quoted(table.schema()) + "." + DatabaseDump.quoted(table.name())
                    + " ENABLE TRIGGER USER");
        } catch (SQLException e) {
            throw DatabaseDump.refused(e);
        }
    }

    /** Puts counters and foreign keys back. The mark stays until {@link #release}. */
    public void finish() {
        try {
            for (DatabaseShape.Counter counter : shape.counters()) {
                run("SELECT setval('" + DatabaseDump.quoted(counter.schema()) + "."
                        + DatabaseDump.quoted(counter.name()) + "', " + counter.last() + ", " + counter.called() + ")");
            }
            for (String key : foreignKeys) {
                run(key);
            }
            connection.commit();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw DatabaseDump.refused(e);
        }
    }

    /** From now on the database counts as whole. */
    public void release() {
        try {
            run("DROP SCHEMA " + MARK);
            finished = true;
        } catch (SQLException e) {
            throw DatabaseDump.refused(e);
        }
    }

    @Override
    public void close() {
        try (connection) {
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            if (!finished) {
                removeAll();
            }
        } catch (SQLException e) {
            throw DatabaseDump.refused(e);
        }
    }

    private void removeAll() throws SQLException {
        List<String> schemas = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        SELECT nspname FROM pg_namespace
                         WHERE nspname !~ '^(pg_|information_schema$|public$)' AND nspname <> '""" + MARK + "'")) {
            while (rows.next()) {
                schemas.add(rows.getString(1));
            }
        }
        for (String schema : schemas) {
            run("DROP SCHEMA " + DatabaseDump.quoted(schema) + " CASCADE");
        }
        run("DROP SCHEMA IF EXISTS " + MARK);
    }
}
