package org.hoshimori.core.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.hoshimori.core.evidence.RecordCheck;
import org.hoshimori.core.storage.DataFolder;
import org.hoshimori.core.storage.Database;
import org.hoshimori.core.storage.LogIn;
import org.hoshimori.core.storage.Secrets;
import org.hoshimori.postgres.EmbeddedPostgres;
import org.hoshimori.proof.Report;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A backup of every release is restored, migrated and verified by the newest code. */
class ReleasesTests {

    private static final Path RELEASES = Path.of("src/test/resources/releases");

    @TempDir
    private Path temp;

    static Stream<Path> releases() throws IOException {
        try (Stream<Path> files = Files.list(RELEASES)) {
            List<Path> found =
                    files.filter(f -> f.toString().endsWith(".backup")).sorted().toList();
            assertThat(found).isNotEmpty();
            return found.stream();
        }
    }

    @ParameterizedTest
    @MethodSource("releases")
    void restoresMigratesAndVerifies(Path backup) throws Exception {
        Files.setPosixFilePermissions(temp, PosixFilePermissions.fromString("rwx--x--x"));
        Path keys = Path.of(backup.toString().replace(".backup", ".keys.json"));
        Path data = temp.resolve("data");
        Restoring.Restored restored =
                new Restoring(Clock.systemUTC()).restore(new Restoring.Wish(backup, keys, null, data, null));
        assertThat(restored.lost().any()).isFalse();
        DataFolder folder = DataFolder.existing(data);
        try (EmbeddedPostgres postgres =
                EmbeddedPostgres.start(folder.postgres(), EmbeddedPostgres.Options.standard())) {
            EmbeddedPostgres.Login login = postgres.owner();
            LogIn owner = new LogIn(postgres.jdbcUrl(), login.user(), login.password());
            LogIn app = Database.open(owner, new Secrets(folder)).app();
            Report report = RecordCheck.of(folder, app, List.of());
            assertThat(report.faults()).isEmpty();
            assertThat(report.entries()).isGreaterThan(2);
            for (String line : rows(backup)) {
                String[] table = line.split(" ");
                assertThat(count(owner, table[0])).as(table[0]).isEqualTo(Long.parseLong(table[1]));
            }
        }
    }

    /** How many rows stand where, after all migrations; a room may have given its tables to another. */
    private static List<String> rows(Path backup) throws IOException {
        Path rows = Path.of(backup.toString().replace(".backup", ".rows"));
        return Files.readAllLines(rows);
    }

    private static long count(LogIn owner, String table) throws SQLException {
        try (Connection connection = DriverManager.getConnection(owner.url(), owner.user(), owner.password());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM " + table)) {
            row.next();
            return row.getLong(1);
        }
    }
}
