package org.hoshimori.core.storage;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Brings every room's schema up to this version. One digest of all migrations is kept in the database: while it is the
 * same, nothing runs and nothing is compared. A database that a newer version has migrated is refused.
 */
final class Migrations {

    private static final Pattern PLACE = Pattern.compile("db/migration/((?:[a-z]+/)?([a-z_]+))/[VR][^/]*\\.sql$");
    private static final String ROOT = "__root";
    private static final String FACTS = "facts";
    /** The table of the one digest, in the schema {@code facts}. */
    static final String INSTALLED = "installed_migrations";
    /** A prefix that no file bears: repeatable migrations are left for later. */
    private static final String NONE = "LATER";

    private final LogIn owner;
    private final Map<String, Resource> files = new TreeMap<>();
    private final TreeSet<String> rooms =
            new TreeSet<>(Comparator.comparing((String place) -> place.equals(ROOT) ? "" : place));

    private Migrations(LogIn owner) throws IOException {
        this.owner = owner;
        Resource[] found = new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/**/*.sql");
        for (Resource resource : found) {
            Matcher place = PLACE.matcher(resource.getURL().toString());
            if (place.find()) {
                files.put(place.group(), resource);
                rooms.add(place.group(1));
            }
        }
    }

    static void run(LogIn owner) {
        try {
            Migrations migrations = new Migrations(owner);
            String digest = migrations.digest();
            if (!digest.equals(migrations.installed())) {
                for (String room : migrations.rooms) {
                    migrations.migrate(room, Flyway.configure());
                    migrations.letAppRead(schema(room));
                }
                migrations.remember(digest);
            }
        } catch (IOException | SQLException e) {
            throw new StorageRefused("storage-migration-failed", "storage", String.valueOf(e.getMessage()));
        }
    }

    /** Refuses a dump that has seen migrations which this version does not know. */
    static void refuseUnknown(DatabaseShape shape) {
        try {
            Migrations known = new Migrations(new LogIn("", "", ""));
            for (DatabaseShape.Migrated migrated : shape.migrations()) {
                boolean found = known.files.keySet().stream()
                        .anyMatch(file -> file.endsWith("/" + migrated.script())
                                && known.rooms.stream()
                                        .anyMatch(r -> schema(r).equals(migrated.schema())
                                                && file.equals("db/migration/" + r + "/" + migrated.script())));
                if (!found) {
                    throw new StorageRefused("storage-newer-dump", migrated.schema(), migrated.script());
                }
            }
        } catch (IOException e) {
            throw new StorageRefused("storage-migration-failed", "storage", String.valueOf(e.getMessage()));
        }
    }

    /**
     * Migrates an empty database to what the dump had seen, and no further; views and what else repeats come later.
     *
     * @throws StorageRefused if a migration of the same name was another then
     */
    static void runUpTo(LogIn owner, DatabaseShape shape) {
        try {
            Migrations migrations = new Migrations(owner);
            for (String room : migrations.rooms) {
                List<DatabaseShape.Migrated> seen = shape.migrations().stream()
                        .filter(m -> m.schema().equals(schema(room)))
                        .toList();
                if (!seen.isEmpty()) {
                    migrations.migrate(
                            room,
                            Flyway.configure().target(seen.getLast().version()).repeatableSqlMigrationPrefix(NONE));
                    migrations.refuseOther(seen);
                }
            }
        } catch (IOException | SQLException e) {
            throw new StorageRefused("storage-migration-failed", "storage", String.valueOf(e.getMessage()));
        }
    }

    private void refuseOther(List<DatabaseShape.Migrated> seen) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT 1 FROM " + DatabaseDump.quoted(seen.getFirst().schema()) + "." + DatabaseDump.HISTORY
                                + " WHERE version = ? AND checksum IS NOT DISTINCT FROM ?")) {
            for (DatabaseShape.Migrated migrated : seen) {
                statement.setString(1, migrated.version());
                statement.setObject(2, migrated.checksum(), java.sql.Types.INTEGER);
                try (ResultSet row = statement.executeQuery()) {
                    if (!row.next()) {
                        throw new StorageRefused("storage-other-dump", migrated.schema(), migrated.script());
                    }
                }
            }
        }
    }

    /** A backup is made under the application's log-in: it may read every table. */
    private void letAppRead(String schema) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("GRANT USAGE ON SCHEMA " + schema + " TO hoshimori_app");
            statement.execute("GRANT SELECT ON ALL TABLES IN SCHEMA " + schema + " TO hoshimori_app");
            statement.execute("GRANT SELECT ON ALL SEQUENCES IN SCHEMA " + schema + " TO hoshimori_app");
        }
    }

    private static String schema(String place) {
        return place.equals(ROOT) ? FACTS : place.substring(place.lastIndexOf('/') + 1);
    }

    private String digest() throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Map.Entry<String, Resource> file : files.entrySet()) {
                digest.update(file.getKey().getBytes(java.nio.charset.StandardCharsets.UTF_8));
                try (InputStream in = file.getValue().getInputStream()) {
                    digest.update(in.readAllBytes());
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void migrate(String place, FluentConfiguration flyway) {
        String room = place.substring(place.lastIndexOf('/') + 1);
        String schema = schema(place);
        try {
            flyway.dataSource(owner.url(), owner.user(), owner.password())
                    .locations("classpath:db/migration/" + place)
                    .schemas(schema)
                    .defaultSchema(schema)
                    // A migration that this version does not know was made by a newer one.
                    .ignoreMigrationPatterns(new String[0])
                    .placeholders(Map.of("app", "hoshimori_app", "checks", "hoshimori_checks"))
                    .load()
                    .migrate();
        } catch (FlywayValidateException e) {
            throw new StorageRefused("storage-other-version", room, firstLine(e));
        } catch (FlywayException e) {
            throw new StorageRefused("storage-migration-failed", room, firstLine(e));
        }
    }

    private static String firstLine(Exception e) {
        List<String> lines = Arrays.stream(String.valueOf(e.getMessage()).split("\n"))
                .map(String::strip)
                .filter(l -> !l.isEmpty() && !l.startsWith("---"))
                .toList();
        return lines.isEmpty()
                ? e.getClass().getSimpleName()
                : String.join(" ", lines.subList(0, Math.min(2, lines.size())));
    }

    private String installed() throws SQLException {
        try (Connection connection = connect()) {
            return installed(connection);
        }
    }

    /** The digest of the migrations that a database has seen; empty where there is none yet. */
    static String installed(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            try (ResultSet table = statement.executeQuery("SELECT to_regclass('facts." + INSTALLED + "')")) {
                table.next();
                if (table.getString(1) == null) {
                    return "";
                }
            }
            try (ResultSet row = statement.executeQuery("SELECT digest FROM facts." + INSTALLED)) {
                return row.next() ? row.getString(1) : "";
            }
        }
    }

    private void remember(String digest) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement("""
                        INSERT INTO facts.installed_migrations (one, digest) VALUES (true, ?)
                        ON CONFLICT (one) DO UPDATE SET digest = excluded.digest, at = now()""")) {
            statement.setString(1, digest);
            statement.executeUpdate();
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(owner.url(), owner.user(), owner.password());
    }
}
