package org.hoshimori.core.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.evidence.OfflineRecord;
import org.hoshimori.core.evidence.RecordCheck;
import org.hoshimori.core.evidence.RestoredRecord;
import org.hoshimori.core.evidence.TestSeals;
import org.hoshimori.core.storage.DataFolder;
import org.hoshimori.core.storage.Database;
import org.hoshimori.core.storage.LogIn;
import org.hoshimori.core.storage.Secrets;
import org.hoshimori.core.storage.StorageRefused;
import org.hoshimori.postgres.EmbeddedPostgres;
import org.hoshimori.proof.Fault;
import org.hoshimori.proof.Notice;
import org.hoshimori.proof.Report;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A PostgreSQL of one's own: the log-in is no superuser, and text is sorted as the company's database does. */
class OwnDatabaseTests {

    private static final Path RELEASE = Path.of("src/test/resources/releases/0.1.0-2026-11-25.backup");
    private static final Path KEYS = Path.of("src/test/resources/releases/0.1.0-2026-11-25.keys.json");

    @TempDir
    private Path temp;

    private EmbeddedPostgres postgres;
    private LogIn superuser = new LogIn("", "", "");

    @BeforeEach
    void start() throws Exception {
        Files.setPosixFilePermissions(temp, PosixFilePermissions.fromString("rwx--x--x"));
        postgres = EmbeddedPostgres.start(temp.resolve("server"), EmbeddedPostgres.Options.standard());
        superuser = new LogIn(
                postgres.jdbcUrl(), postgres.owner().user(), postgres.owner().password());
        run("CREATE ROLE operator LOGIN NOSUPERUSER CREATEROLE PASSWORD 'ope-rator1'");
    }

    @AfterEach
    void stop() {
        postgres.stop();
    }

    private LogIn database(String name, String locale) throws SQLException {
        run("CREATE DATABASE " + name
                + " OWNER operator TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER libc LOCALE '" + locale + "'");
        return new LogIn(postgres.jdbcUrl().replaceFirst("/postgres$", "/" + name), "operator", "ope-rator1");
    }

    private boolean knows(String locale) {
        try {
            database("trial", locale);
            run("DROP DATABASE trial");
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    @Test
    void restoresMigratesRecordsAndBacksUp() throws Exception {
        // The second finds the log-ins there, with another folder's passwords.
        for (String locale : List.of("C", knows("ja_JP.UTF-8") ? "ja_JP.UTF-8" : "POSIX")) {
            LogIn own = database("own" + UUID.randomUUID().toString().substring(0, 8), locale);
            Path data = temp.resolve("data-" + locale);
            Restoring.Restored restored =
                    new Restoring(Clock.systemUTC()).restore(new Restoring.Wish(RELEASE, KEYS, null, data, own));
            assertThat(restored.lost().any()).isFalse();
            DataFolder folder = DataFolder.existing(data);
            LogIn app = Database.open(own, new Secrets(folder)).app();
            BackingUp.Made made = new BackingUp(app, folder, Clock.systemUTC())
                    .to(temp.resolve("again-" + locale), UUID.randomUUID(), new BackupProgress());
            OfflineRecord.append(app, folder, BackupEvent.made(Actor.system("test"), made));
            assertThat(RecordCheck.of(folder, app, List.of()).faults()).isEmpty();
            assertThatThrownBy(() -> new Restoring(Clock.systemUTC())
                            .restore(new Restoring.Wish(made.file(), null, null, data, own)))
                    .as("not empty any more")
                    .isInstanceOfSatisfying(
                            StorageRefused.class, e -> assertThat(e.code()).isEqualTo("storage-not-empty"));
            assertThat(RecordCheck.of(folder, app, List.of()).faults()).isEmpty();
        }
    }

    @Test
    void tellsARestoreFromARollback() throws Exception {
        LogIn first = database("one", "C");
        Path data = temp.resolve("data");
        new Restoring(Clock.systemUTC()).restore(new Restoring.Wish(RELEASE, KEYS, null, data, first));
        DataFolder folder = DataFolder.existing(data);
        LogIn app = Database.open(first, new Secrets(folder)).app();
        Path early = temp.resolve("early");
        BackingUp.Made made =
                new BackingUp(app, folder, Clock.systemUTC()).to(early, UUID.randomUUID(), new BackupProgress());
        run("CREATE DATABASE put_back TEMPLATE one OWNER operator");
        for (int i = 0; i < 5; i++) {
            OfflineRecord.append(app, folder, BackupEvent.made(Actor.system("test"), made));
        }
        TestSeals.seal(app, folder);
        LogIn rolledBack = new LogIn(first.url().replaceFirst("/one$", "/put_back"), first.user(), first.password());
        Report silent = RecordCheck.of(folder, rolledBack, List.of());
        assertThat(silent.faults()).anyMatch(Fault.RolledBack.class::isInstance);
        LogIn third = database("restored", "C");
        Restoring.Restored restored =
                new Restoring(Clock.systemUTC()).restore(new Restoring.Wish(early, null, null, data, third));
        assertThat(restored.lost().any()).isTrue();
        Report open = RecordCheck.of(folder, third, List.of());
        assertThat(open.faults()).isEmpty();
        assertThat(open.notices())
                .anyMatch(n -> n instanceof Notice.EpochLost lost
                        && lost.from() == restored.lost().first()
                        && lost.to() == restored.lost().last());
        LogIn appThere = Database.open(third, new Secrets(folder)).app();
        OfflineRecord.append(appThere, folder, BackupEvent.made(Actor.system("test"), made));
        TestSeals.seal(appThere, folder);
        assertThat(RecordCheck.of(folder, third, List.of()).faults())
                .as("life goes on")
                .isEmpty();

        LogIn fourth = database("restored_again", "C");
        RestoredRecord.Lost twice = new Restoring(Clock.systemUTC())
                .restore(new Restoring.Wish(early, null, null, data, fourth))
                .lost();
        assertThat(twice.epoch())
                .as("of a backup older than an earlier restore")
                .isEqualTo(restored.lost().epoch() + 1);
        assertThat(twice.last())
                .as("no number that the other restore used is used again")
                .isGreaterThan(restored.lost().last() + 1);
        LogIn appAgain = Database.open(fourth, new Secrets(folder)).app();
        OfflineRecord.append(appAgain, folder, BackupEvent.made(Actor.system("test"), made));
        TestSeals.seal(appAgain, folder);
        Report older = RecordCheck.of(folder, fourth, List.of());
        assertThat(older.faults()).isEmpty();
        assertThat(older.notices())
                .anyMatch(n -> n instanceof Notice.EpochLost lost
                        && lost.from() == twice.first()
                        && lost.to() == twice.last());
        assertThat(RecordCheck.of(folder, third, List.of()).faults())
                .as("who goes on with the other restore is found out")
                .anyMatch(Fault.RolledBack.class::isInstance);
    }

    @Test
    void leavesNothingOfARestoreThatFails() throws Exception {
        LogIn own = database("broken", "C");
        Path heads = Files.writeString(temp.resolve("heads.jsonl"), "{}\n");
        Path data = temp.resolve("data");
        assertThatThrownBy(() ->
                        new Restoring(Clock.systemUTC()).restore(new Restoring.Wish(RELEASE, KEYS, heads, data, own)))
                .isInstanceOfSatisfying(
                        StorageRefused.class, e -> assertThat(e.code()).isEqualTo("evidence-other-heads"));
        assertThat(data).doesNotExist();
        assertThat(temp.resolve("data.restoring")).doesNotExist();
        try (Connection connection = Database.connect(own);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT count(*) FROM pg_namespace WHERE nspname !~ '^(pg_|information_schema$|public$)'")) {
            row.next();
            assertThat(row.getInt(1)).isZero();
        }
    }

    private void run(String act) throws SQLException {
        try (Connection connection = Database.connect(superuser);
                Statement statement = connection.createStatement()) {
            statement.execute(act);
        }
    }
}
