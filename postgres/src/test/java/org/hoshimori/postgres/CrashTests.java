package org.hoshimori.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.hoshimori.postgres.PostgresRefused.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is left when something was killed, and what the next start makes of it. */
final class CrashTests {

    private Path folder;

    @BeforeEach
    void make() throws IOException {
        folder = Server18.madeFolder();
    }

    @AfterEach
    void remove() throws IOException {
        Server18.remove(folder);
    }

    @Test
    void recoversCommittedRowsAfterTheServerWasKilled() throws Exception {
        EmbeddedPostgres killed = EmbeddedPostgres.start(folder, Server18.OPTIONS);
        Server18.run(killed, "CREATE TABLE star (name text)", "INSERT INTO star VALUES ('Deneb')");
        ProcessHandle.of(killed.pid()).orElseThrow().destroyForcibly();
        killed.stop();
        try (EmbeddedPostgres next = EmbeddedPostgres.start(folder, Server18.OPTIONS)) {
            assertThat(next.pid()).isNotEqualTo(killed.pid());
            assertThat(Server18.ask(next, "SELECT name FROM star")).isEqualTo("Deneb");
        }
    }

    @Test
    void takesOverTheServerOfAKilledApplication() throws Exception {
        long pid = startAndKillApplication();
        try (EmbeddedPostgres next = EmbeddedPostgres.start(folder, Server18.OPTIONS)) {
            assertThat(next.pid()).isEqualTo(pid);
            assertThat(next.adopted()).isTrue();
            assertThat(Server18.ask(next, "SELECT name FROM star")).isEqualTo("Vega");
        }
        assertThat(Running.alive(pid)).isFalse();
    }

    @Test
    void replacesALeftServerThatDoesNotAnswer() throws Exception {
        long pid = startAndKillApplication();
        assertThat(new ProcessBuilder("kill", "-STOP", Long.toString(pid))
                        .start()
                        .waitFor())
                .isZero();
        try (EmbeddedPostgres next =
                EmbeddedPostgres.start(folder, Server18.OPTIONS.withPatience(Duration.ofMillis(500)))) {
            assertThat(next.pid()).isNotEqualTo(pid);
            assertThat(Running.alive(pid)).isFalse();
            assertThat(Server18.ask(next, "SELECT name FROM star")).isEqualTo("Vega");
        }
    }

    @Test
    void replacesALeftServerOnAnotherPort() throws Exception {
        long pid = startAndKillApplication();
        int other = freePort();
        try (EmbeddedPostgres next = EmbeddedPostgres.start(folder, Server18.OPTIONS.withPort(other))) {
            assertThat(next.pid()).isNotEqualTo(pid);
            assertThat(next.port()).isEqualTo(other);
            assertThat(Server18.ask(next, "SELECT name FROM star")).isEqualTo("Vega");
        }
    }

    @Test
    void refusesALeftServerThatDoesNotKnowThePassword() throws Exception {
        long pid = startAndKillApplication();
        Files.writeString(folder.resolve("secrets/postgres-owner"), "of-another-cluster");
        assertThatThrownBy(() -> EmbeddedPostgres.start(folder, Server18.OPTIONS))
                .isInstanceOfSatisfying(
                        PostgresRefused.class, e -> assertThat(e.reason()).isEqualTo(Reason.PASSWORD_REFUSED));
        assertThat(Running.alive(pid)).isTrue();
    }

    @Test
    void takesNoOtherProcessForItsServer() throws Exception {
        Process foreign = new ProcessBuilder(Server18.account().command(List.of("sleep", "60"))).start();
        try {
            Path note = note(foreign.pid(), folder.toRealPath().resolve("postgres/cluster"));
            try (EmbeddedPostgres next = EmbeddedPostgres.start(folder, Server18.OPTIONS)) {
                assertThat(next.adopted()).isFalse();
                assertThat(next.pid()).isNotEqualTo(foreign.pid());
                assertThat(note).content().startsWith(next.pid() + "\n");
            }
            assertThat(foreign.isAlive()).isTrue();
        } finally {
            foreign.destroyForcibly().waitFor();
        }
    }

    @Test
    void leavesAServerAloneThatMayWriteTheCluster() throws Exception {
        Path other = Server18.madeFolder();
        try (EmbeddedPostgres moved = EmbeddedPostgres.start(other, Server18.OPTIONS)) {
            Path note = note(moved.pid(), other.toRealPath().resolve("postgres/cluster"));
            assertThatThrownBy(() -> EmbeddedPostgres.start(folder, Server18.OPTIONS))
                    .isInstanceOfSatisfying(
                            PostgresRefused.class, e -> assertThat(e.reason()).isEqualTo(Reason.CLUSTER_IN_USE));
            assertThat(note).exists();
            assertThat(Server18.ask(moved, "SELECT 1")).isEqualTo("1");
        } finally {
            Server18.remove(other);
        }
    }

    @Test
    void stealsNoPort() throws Exception {
        try (ServerSocket foreign = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            Files.writeString(folder.resolve("postgres/port"), Integer.toString(foreign.getLocalPort()));
            assertThatThrownBy(() -> EmbeddedPostgres.start(folder, Server18.OPTIONS))
                    .isInstanceOfSatisfying(PostgresRefused.class, e -> {
                        assertThat(e.reason()).isEqualTo(Reason.PORT_TAKEN);
                        assertThat(e.ja())
                                .contains(":" + foreign.getLocalPort())
                                .contains("使用中");
                    });
        }
    }

    private long startAndKillApplication() throws IOException {
        try (Child child = Server18.child(folder)) {
            String line = child.line();
            assertThat(line).startsWith("pid ");
            child.kill();
            return Long.parseLong(line.split(" ")[1]);
        }
    }

    private Path note(long pid, Path cluster) throws IOException {
        Path note = folder.resolve("postgres/cluster/postmaster.pid");
        int port = freePort();
        Files.writeString(folder.resolve("postgres/port"), Integer.toString(port));
        Files.writeString(note, "%d\n%s\n1795609073\n%d\n\n127.0.0.1\n 1 1\nready   \n".formatted(pid, cluster, port));
        Server18.account().give(note);
        return note;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }
}
