package org.hoshimori.core.storage;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The database and its three log-ins: the owner, who migrates and nothing else; {@code hoshimori_app}, as which the
 * application works and which can't change evidence; {@code hoshimori_checks}, which reads facts and nothing else.
 */
public final class Database {

    private static final int OLDEST = 17;
    private static final Pattern WITHOUT_PASSWORD = Pattern.compile("password=[^&]*");

    private static final String APP = "hoshimori_app";
    private static final String APP_SECRET = "database-app";

    private final LogIn app;

    private Database(LogIn app) {
        this.app = app;
    }

    /**
     * Connects as the owner, makes the other two log-ins where they are missing, and migrates.
     *
     * @throws StorageRefused if the server can't be reached, is older than PostgreSQL 17, gives the owner too few rights,
     *     or holds the data of a newer version
     */
    public static Database open(LogIn owner, Secrets secrets) {
        try (Connection connection = connect(owner)) {
            refuseUnfinished(connection);
            if (!secrets.has(APP_SECRET)) {
                refuseOthers(connection, owner);
            }
        } catch (SQLException e) {
            throw refusal(owner, e);
        }
        return migrated(owner, secrets);
    }

    /** The same for who restores: the mark of an unfinished restore stands yet. */
    public static Database openRestored(LogIn owner, Secrets secrets) {
        return migrated(owner, secrets);
    }

    private static Database migrated(LogIn owner, Secrets secrets) {
        prepare(owner, secrets);
        Migrations.run(owner);
        return new Database(app(owner.url(), secrets));
    }

    /** Makes the two log-ins where they are missing. */
    static void prepare(LogIn owner, Secrets secrets) {
        LogIn app = app(owner.url(), secrets);
        LogIn checks = checks(owner.url(), secrets);
        try (Connection connection = connect(owner)) {
            refuseOld(connection);
            ensure(connection, app);
            ensure(connection, checks);
        } catch (SQLException e) {
            throw refusal(owner, e);
        }
    }

    private static void refuseUnfinished(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(
                        "SELECT 1 FROM pg_namespace WHERE nspname = '" + DatabaseLoad.MARK + "'")) {
            if (found.next()) {
                throw new StorageRefused("storage-restore-unfinished");
            }
        }
    }

    /** Somebody without the keys of a record would lock out whoever has them, and could not go on with it. */
    private static void refuseOthers(Connection connection, LogIn owner) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT 1 FROM pg_namespace WHERE nspname = 'evidence'")) {
            if (found.next()) {
                throw new StorageRefused("storage-keys-elsewhere", address(owner));
            }
        }
    }

    /** The application's log-in at this address, as {@link #open} has made it. */
    public static LogIn app(String url, Secrets secrets) {
        return new LogIn(url, APP, secrets.text(APP_SECRET));
    }

    /** The log-in of checks at this address, as {@link #open} has made it. */
    public static LogIn checks(String url, Secrets secrets) {
        return new LogIn(url, "hoshimori_checks", secrets.text("database-checks"));
    }

    private static void refuseOld(Connection connection) throws SQLException {
        int version = connection.getMetaData().getDatabaseMajorVersion();
        if (version < OLDEST) {
            throw new StorageRefused("storage-old-server", Integer.toString(version), Integer.toString(OLDEST));
        }
    }

    private static void ensure(Connection connection, LogIn logIn) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            boolean there;
            try (ResultSet found =
                    statement.executeQuery("SELECT 1 FROM pg_roles WHERE rolname = '" + logIn.user() + "'")) {
                there = found.next();
            }
            if (there && opens(logIn)) {
                return;
            }
            // Whoever may make log-ins may not say of one that is there that it is no superuser.
            String act = there
                    ? "ALTER ROLE " + logIn.user() + " LOGIN PASSWORD '"
                    : "CREATE ROLE " + logIn.user() + " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD '";
            // The password is ours, 64 hexadecimal digits; the server hashes it (SCRAM).
            statement.execute(act + logIn.password() + "'");
        }
    }

    private static boolean opens(LogIn logIn) {
        try (Connection connection = DriverManager.getConnection(logIn.url(), logIn.user(), logIn.password())) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    /**
     * A connection for somebody who works without the application.
     *
     * @throws StorageRefused if the server can't be reached or refuses the log-in
     */
    public static Connection connect(LogIn logIn) {
        try {
            return DriverManager.getConnection(logIn.url(), logIn.user(), logIn.password());
        } catch (SQLException e) {
            throw refusal(logIn, e);
        }
    }

    private static StorageRefused refusal(LogIn owner, SQLException e) {
        String address = address(owner);
        String state = String.valueOf(e.getSQLState()).toUpperCase(Locale.ROOT);
        return switch (state) {
            case "28P01", "28000" -> new StorageRefused("storage-wrong-password", owner.user(), address);
            case "3D000" -> new StorageRefused("storage-no-database", address);
            case "42501" -> new StorageRefused("storage-few-rights", owner.user());
            default -> new StorageRefused("storage-unreachable", address, String.valueOf(e.getMessage()));
        };
    }

    private static String address(LogIn logIn) {
        return WITHOUT_PASSWORD.matcher(logIn.url()).replaceAll("password=…");
    }

    /** The log-in as which the application works. */
    public LogIn app() {
        return app;
    }
}
