package org.hoshimori.core.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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
    void restoresMigratesAndVerifies(Path backup) throws IOException {
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
        }
    }
}
