package org.hoshimori.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.hoshimori.ApplicationTest;
import org.hoshimori.Installation;
import org.hoshimori.catalog.Lang;
import org.hoshimori.core.storage.DataFolder;
import org.hoshimori.core.storage.Database;
import org.hoshimori.core.storage.LogIn;
import org.hoshimori.core.storage.Secrets;
import org.hoshimori.postgres.EmbeddedPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@ApplicationTest
class EvidenceVerifyTests {

    private static final String FORGED = """
            INSERT INTO evidence.entry (sequence, epoch, time, actor, act, subject, demo, commitment, leaf, mac)
            SELECT 900000000000, 1, now(), 'person:forger', 'test.forged/1', 'test:x', false, b, b, b
              FROM (SELECT decode(repeat('00', 32), 'hex') b) x""";

    @TempDir
    private Path temp;

    @Test
    void verifiesARunningInstallation() {
        Ran ran = verify(Lang.JA, Installation.folder());
        assertThat(ran.code()).as(ran.err()).isEqualTo(Exit.FINE);
        assertThat(ran.out()).contains("異常はありません。");
    }

    @Test
    void namesWhatIsWrongInWordsAndInJson() throws SQLException {
        run(FORGED);
        try {
            Ran english = verify(Lang.EN, Installation.folder());
            assertThat(english.code()).isEqualTo(Exit.FINDINGS);
            assertThat(english.out())
                    .containsPattern("FAULT Entry \\d+: the header was changed\\.")
                    .contains("faults were found");
            Ran json = verify(Lang.EN, Installation.folder(), "--format", "json");
            assertThat(json.json().get("clean").asBoolean()).isFalse();
            assertThat(json.json()
                            .get("faults")
                            .valueStream()
                            .map(f -> f.get("code").asString()))
                    .contains("fault.entry-changed");
        } finally {
            run("DELETE FROM evidence.entry WHERE sequence = 900000000000");
        }
    }

    @Test
    void verifiesAStoppedInstallationAndLeavesItStopped() throws IOException {
        Path folder = Files.createDirectory(temp.resolve("data"));
        Files.setPosixFilePermissions(temp, PosixFilePermissions.fromString("rwx--x--x"));
        DataFolder data = DataFolder.open(folder);
        Secrets secrets = new Secrets(data);
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data.postgres(), EmbeddedPostgres.Options.standard())) {
            EmbeddedPostgres.Login login = postgres.owner();
            Database.open(new LogIn(postgres.jdbcUrl(), login.user(), login.password()), secrets);
        }
        Ran without = verify(Lang.JA, folder);
        assertThat(without.code()).isEqualTo(Exit.WRONG);
        assertThat(without.err()).contains("証跡の鍵がない");
        assertThat(secrets.has("evidence-mac")).as("no key was made").isFalse();
        secrets.text("evidence-mac");
        secrets.keep(
                "evidence-seal.pem",
                () -> org.hoshimori.proof.SealKey.generate(false)
                        .pem()
                        .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        Ran ran = verify(Lang.JA, folder);
        assertThat(ran.code()).as(ran.err()).isEqualTo(Exit.FINE);
        assertThat(EmbeddedPostgres.running(data.postgres())).isEmpty();
    }

    @Test
    void makesNothingWhereThereIsNoInstallation() {
        Path nowhere = temp.resolve("nowhere");
        Ran ran = verify(Lang.EN, nowhere);
        assertThat(ran.code()).isEqualTo(Exit.WRONG);
        assertThat(ran.err()).contains("is not Hoshimori's");
        assertThat(nowhere).doesNotExist();
    }

    @Test
    void refusesAPackageThatIsNone() throws IOException {
        Path file = Files.writeString(temp.resolve("x.zip"), "x");
        Ran ran = Ran.hoshimoriIn(Lang.EN, "evidence", "verify", "--package", file);
        assertThat(ran.code()).isEqualTo(Exit.WRONG);
        assertThat(ran.err()).contains("not a readable zip archive");
    }

    private static Ran verify(Lang lang, Path folder, Object... more) {
        Object[] words = java.util.stream.Stream.concat(
                        java.util.stream.Stream.of("evidence", "verify", "--data", folder),
                        java.util.stream.Stream.of(more))
                .toArray();
        return Ran.hoshimoriIn(lang, words);
    }

    private static void run(String act) throws SQLException {
        LogIn owner = Installation.owner();
        try (Connection connection = DriverManager.getConnection(owner.url(), owner.user(), owner.password());
                Statement statement = connection.createStatement()) {
            statement.execute(act);
        }
    }
}
