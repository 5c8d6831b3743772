package org.hoshimori.core.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.hoshimori.Installation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StorageTests {

    @TempDir
    private Path temp;

    @Test
    void opensAnEmptyFolderAndItsOwnOnly() throws IOException {
        Path folder = temp.resolve("data");
        DataFolder.open(folder);
        Files.writeString(folder.resolve("more"), "");
        assertThat(DataFolder.open(folder).root()).isEqualTo(folder);
        Path foreign = Files.createDirectory(temp.resolve("foreign"));
        Files.writeString(foreign.resolve("letter.docx"), "");
        assertRefused("storage-foreign-folder", () -> DataFolder.open(foreign));
        assertRefused("storage-no-folder", () -> DataFolder.open(foreign.resolve("letter.docx")));
        Files.writeString(folder.resolve("hoshimori.data"), "2\n");
        assertRefused("storage-newer-folder", () -> DataFolder.open(folder));
    }

    @Test
    void keepsSecretsFromOthers() throws IOException {
        DataFolder folder = DataFolder.open(temp.resolve("data"));
        String secret = new Secrets(folder).text("database-app");
        assertThat(secret).matches("[0-9a-f]{64}");
        assertThat(new Secrets(folder).text("database-app")).isEqualTo(secret);
        assertThat(new Secrets(folder).text("other")).isNotEqualTo(secret);
        Path file = folder.root().resolve("secrets/database-app");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void tellsWhyADatabaseDoesNotOpen() {
        LogIn owner = Installation.owner();
        Secrets secrets = new Secrets(DataFolder.open(temp.resolve("data")));
        assertRefused(
                "storage-wrong-password", () -> Database.open(new LogIn(owner.url(), owner.user(), "wrong"), secrets));
        assertRefused(
                "storage-no-database",
                () -> Database.open(
                        new LogIn(owner.url().replaceFirst("/[a-z]+$", "/nowhere"), owner.user(), owner.password()),
                        secrets));
        assertRefused(
                "storage-unreachable",
                () -> Database.open(new LogIn("jdbc:postgresql://127.0.0.1:1/x", "a", "b"), secrets));
    }

    @Test
    void refusesWhatANewerVersionHasMigrated() throws SQLException {
        LogIn owner = Installation.owner();
        run(owner, """
                INSERT INTO organization.flyway_schema_history
                  (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
                VALUES (99, '99', 'newer', 'SQL', 'V99__newer.sql', 1, 'x', 1, true)""");
        run(owner, "UPDATE facts.installed_migrations SET digest = 'of the newer version'");
        try {
            assertThatThrownBy(() -> Migrations.run(owner))
                    .isInstanceOf(StorageRefused.class)
                    .extracting(e -> ((StorageRefused) e).code())
                    .isEqualTo("storage-other-version");
        } finally {
            run(owner, "DELETE FROM organization.flyway_schema_history WHERE version = '99'");
        }
        Migrations.run(owner);
    }

    private static void assertRefused(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOf(StorageRefused.class)
                .extracting(e -> ((StorageRefused) e).code())
                .isEqualTo(code);
    }

    private static void run(LogIn logIn, String act) throws SQLException {
        try (Connection connection = DriverManager.getConnection(logIn.url(), logIn.user(), logIn.password());
                Statement statement = connection.createStatement()) {
            statement.execute(act);
        }
    }
}
