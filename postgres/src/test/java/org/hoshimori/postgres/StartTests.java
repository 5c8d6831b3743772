package org.hoshimori.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.hoshimori.postgres.PostgresRefused.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** First starts, whole and cut off, and later ones. */
final class StartTests {

    private Path folder;

    @BeforeEach
    void make() throws IOException {
        folder = Server18.newFolder();
    }

    @AfterEach
    void remove() throws IOException {
        Server18.remove(folder);
    }

    @Test
    void beginsAnewAfterFirstStartsThatWereKilled() throws Exception {
        killDuring("bin-");
        assertThat(names()).noneMatch(name -> name.equals("bin-18.6.0-" + Server18.platform()));
        killDuring("cluster.new-");
        assertThat(names()).noneMatch(name -> name.equals("cluster"));
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, Server18.OPTIONS)) {
            assertThat(Server18.ask(postgres, "SELECT 1")).isEqualTo("1");
        }
        EmbeddedPostgres.start(folder, Server18.OPTIONS).stop();
        assertThat(names())
                .containsExactlyInAnyOrder(
                        "bin-18.6.0-" + Server18.platform(), "cluster", "log", "pg_hba.conf", "port");
    }

    @Test
    void startsAgainQuicklyOnTheSamePort() throws Exception {
        Server18.remove(folder);
        folder = Server18.madeFolder();
        Files.createDirectory(folder.resolve("postgres/bin-18.5.0-linux-amd64"));
        EmbeddedPostgres first = EmbeddedPostgres.start(folder, Server18.OPTIONS);
        first.stop();
        first.stop();
        assertThat(Running.alive(first.pid())).isFalse();
        assertThat(names()).doesNotContain("bin-18.5.0-linux-amd64");
        long before = System.nanoTime();
        try (EmbeddedPostgres next = EmbeddedPostgres.start(folder, Server18.OPTIONS)) {
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
            assertThat(next.port()).isEqualTo(first.port()).isBetween(20_000, 29_999);
            assertThat(next.adopted()).isFalse();
        }
    }

    @Test
    void runsForAnOrdinaryUserInAFolderWithAnAwkwardName() throws Exception {
        folder = folder.resolveSibling("O'Brien の data; %s&*");
        Files.createDirectory(folder);
        Server18.account().give(folder);
        try (Child child = OrdinaryUser.child(folder)) {
            String line = child.line();
            assertThat(line).startsWith("pid ");
            long pid = Long.parseLong(line.split(" ")[1]);
            assertThat(Files.getAttribute(Path.of("/proc", Long.toString(pid)), "unix:uid"))
                    .isEqualTo(Server18.account().uid());
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("postgres"))))
                    .isEqualTo("rwx------");
            child.process().getOutputStream().close();
            assertThat(child.line()).isEqualTo("(ended)");
            assertThat(Running.alive(pid)).isFalse();
        }
    }

    @Test
    void outlivesTheTerminal() throws Exception {
        Server18.remove(folder);
        folder = Server18.madeFolder();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, Server18.OPTIONS)) {
            // Field 6 of /proc/…/stat: the session.
            assertThat(session(postgres.pid()))
                    .isNotEqualTo(session(ProcessHandle.current().pid()));
        }
    }

    @Test
    void needsSetprivOnlyAsRoot() {
        assertThat(Account.unprivileged(1, 1, List.of("/usr/bin", "/bin"))
                        .prefix()
                        .getFirst())
                .endsWith("/setpriv");
        assertThatThrownBy(() -> Account.unprivileged(1, 1, List.of("/nowhere")))
                .isInstanceOfSatisfying(
                        PostgresRefused.class, e -> assertThat(e.reason()).isEqualTo(Reason.NO_SETPRIV));
    }

    private static String session(long pid) throws IOException {
        String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
        return stat.substring(stat.lastIndexOf(')') + 2).split(" ")[3];
    }

    private void killDuring(String half) throws IOException {
        try (Child child = Server18.child(folder)) {
            assertThat(Waiting.until(
                            Duration.ofSeconds(20),
                            () -> names().stream().anyMatch(name -> name.startsWith(half) && name.contains(".new-"))))
                    .isTrue();
            child.kill();
        }
    }

    private List<String> names() {
        try (Stream<Path> entries = Files.list(folder.resolve("postgres"))) {
            return entries.map(entry -> entry.getFileName().toString()).toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
