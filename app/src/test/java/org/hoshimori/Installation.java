package org.hoshimori;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.hoshimori.core.storage.DataFolder;
import org.hoshimori.core.storage.Database;
import org.hoshimori.core.storage.LogIn;
import org.hoshimori.core.storage.Secrets;
import org.hoshimori.postgres.EmbeddedPostgres;

/** A real installation for tests: one PostgreSQL a test run, its data folder beside it, both gone at the end. */
public final class Installation {

    private static final String LOCALE = "hoshimori.test.locale";

    private static final Installation SHARED = new Installation();

    private final Path folder;
    private final LogIn owner;
    private final LogIn app;

    private Installation() {
        try {
            // Below a folder that the server's own account may enter.
            folder = Files.createTempDirectory("hoshimori-test");
            Files.setPosixFilePermissions(folder, java.nio.file.attribute.PosixFilePermissions.fromString("rwx--x--x"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        DataFolder data = DataFolder.open(folder);
        EmbeddedPostgres postgres = EmbeddedPostgres.start(data.postgres(), EmbeddedPostgres.Options.standard());
        Runtime.getRuntime().addShutdownHook(new Thread(postgres::stop));
        owner = sorted(new LogIn(
                postgres.jdbcUrl(), postgres.owner().user(), postgres.owner().password()));
        app = Database.open(owner, new Secrets(data)).app();
    }

    /** A database of this server that sorts and folds as the locale of {@value #LOCALE} does, where one is given. */
    private static LogIn sorted(LogIn superuser) {
        String locale = System.getProperty(LOCALE, "");
        if (locale.isEmpty()) {
            return superuser;
        }
        try (Connection connection =
                        DriverManager.getConnection(superuser.url(), superuser.user(), superuser.password());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE sorted TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER libc LOCALE '"
                    + locale.replace("'", "''") + "'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new LogIn(superuser.url().replaceFirst("/[^/]*$", "/sorted"), superuser.user(), superuser.password());
    }

    /** The settings that {@code serve} hands an application. */
    public static Map<String, String> settings() {
        return SHARED.own();
    }

    /** The settings for another installation with a server of its own, for tests that change what holds for everybody. */
    public static Map<String, String> another() {
        return new Installation().own();
    }

    private Map<String, String> own() {
        return Map.of(
                // Checks run when a test lets them.
                "hoshimori.checks.on",
                "false",
                "hoshimori.data",
                folder.toString(),
                "spring.datasource.url",
                app.url(),
                "spring.datasource.username",
                app.user(),
                "spring.datasource.password",
                app.password());
    }

    /** Its data folder. */
    public static Path folder() {
        return SHARED.folder;
    }

    /** The log-in that may do everything, also what a forger would. */
    public static LogIn owner() {
        return SHARED.owner;
    }

    /** The log-in as which the application works. */
    public static LogIn app() {
        return SHARED.app;
    }
}
