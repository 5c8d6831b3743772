package org.hoshimori.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.hoshimori.Application;
import org.hoshimori.core.evidence.RecordCheck;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.PersonId;
import org.hoshimori.core.organization.TestPeople;
import org.hoshimori.core.storage.ContentFiles;
import org.hoshimori.core.storage.DataFolder;
import org.hoshimori.core.storage.Database;
import org.hoshimori.core.storage.LogIn;
import org.hoshimori.core.storage.Secrets;
import org.hoshimori.postgres.EmbeddedPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** What goes wrong outside of us. */
class FailuresTests {

    private static final int WRITERS = 8;
    private static final long PATIENCE_MILLIS = 60_000;

    @TempDir
    private Path temp;

    private DataFolder data = new DataFolder(Path.of("/"));

    @BeforeEach
    void open() throws Exception {
        Files.setPosixFilePermissions(temp, PosixFilePermissions.fromString("rwx--x--x"));
        data = DataFolder.open(temp.resolve("data"));
    }

    private EmbeddedPostgres start() {
        return EmbeddedPostgres.start(data.postgres(), EmbeddedPostgres.Options.standard());
    }

    private LogIn migrated(EmbeddedPostgres postgres) {
        EmbeddedPostgres.Login login = postgres.owner();
        return Database.open(new LogIn(postgres.jdbcUrl(), login.user(), login.password()), new Secrets(data))
                .app();
    }

    @Test
    void recoversByItselfWhenTheDatabaseIsRestartedUnderLoad() throws Exception {
        EmbeddedPostgres postgres = start();
        LogIn app = migrated(postgres);
        Map<String, Object> settings = new HashMap<>(Map.of(
                "hoshimori.data", data.root().toString(),
                "spring.datasource.url", app.url(),
                "spring.datasource.username", app.user(),
                "spring.datasource.password", app.password(),
                "spring.datasource.hikari.connection-timeout", "2000",
                "server.port", 0));
        try (ConfigurableApplicationContext context = Application.start(settings)) {
            PeopleRegister register = context.getBean(PeopleRegister.class);
            Queue<PersonId> acknowledged = new ConcurrentLinkedQueue<>();
            try (var writers = Executors.newFixedThreadPool(WRITERS)) {
                List<Future<?>> all = new ArrayList<>();
                for (int i = 0; i < WRITERS; i++) {
                    all.add(writers.submit(() -> write(register, acknowledged)));
                }
                waitFor(() -> acknowledged.size() >= 50);
                postgres.stop();
                postgres = start();
                int then = acknowledged.size();
                waitFor(() -> acknowledged.size() >= then + 50);
                all.forEach(f -> f.cancel(true));
            }
            assertThat(acknowledged)
                    .allSatisfy(id -> assertThat(register.find(id)).isPresent());
            assertThat(RecordCheck.of(data, app, List.of()).faults()).isEmpty();
        } finally {
            postgres.stop();
        }
    }

    private static void write(PeopleRegister register, Queue<PersonId> acknowledged) {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                acknowledged.add(TestPeople.entered(register, "書手", "花子").id());
            } catch (RuntimeException e) {
                // Not acknowledged: whoever wrote was told so.
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void waitFor(java.util.function.BooleanSupplier what) {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        while (!what.getAsBoolean()) {
            assertThat(System.nanoTime()).as("still waiting").isLessThan(until);
            pause();
        }
    }

    /** The system lets no file grow beyond a bound, which is how a full disk looks to a writer and needs no rights to arrange. */
    @Test
    void refusesABackupForWhichThereIsNoRoom() throws Exception {
        byte[] large = new byte[3_000_000];
        new Random(1).nextBytes(large);
        ContentFiles files = new ContentFiles(data);
        try (ContentFiles.Coming coming = files.receive(new ByteArrayInputStream(large), large.length)) {
            files.keep(coming);
        }
        try (EmbeddedPostgres postgres = start()) {
            migrated(postgres);
            Ran.hoshimori("backup", "--data", data.root(), "--keys-to", temp.resolve("keys.json"));
            Path to = Files.createDirectory(temp.resolve("full")).resolve("x.backup");
            Process process = new ProcessBuilder(
                            "bash",
                            "-c",
                            "ulimit -f 2000; exec \"$0\" -XX:-UsePerfData -cp \"$1\" org.hoshimori.cli.Hoshimori backup"
                                    + " --data \"$2\" --to \"$3\" --lang en",
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            System.getProperty("java.class.path"),
                            data.root().toString(),
                            to.toString())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(said).isEqualTo(Exit.WRONG);
            assertThat(said).contains("File too large").doesNotContain("\tat ");
            assertThat(to.getParent()).isEmptyDirectory();
        }
    }
}
