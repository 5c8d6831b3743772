package org.hoshimori.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import org.hoshimori.postgres.PostgresRefused.Reason;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One server, asked about itself. */
final class RunningServerTests {

    private static Path folder;
    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void start() throws IOException {
        folder = Server18.newFolder();
        postgres = EmbeddedPostgres.start(folder, Server18.OPTIONS);
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.stop();
        Server18.remove(folder);
    }

    @Test
    void answersWhoHasThePassword() throws SQLException {
        assertThat(Server18.ask(postgres, "SELECT current_user || ' ' || version()"))
                .startsWith("hoshimori PostgreSQL 18.6");
    }

    @Test
    void refusesAnotherPassword() {
        assertThatThrownBy(() -> DriverManager.getConnection(
                        postgres.jdbcUrl(), postgres.owner().user(), "wrong"))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("28P01"));
    }

    @Test
    void trustsNobody() throws SQLException {
        assertThat(Server18.ask(
                        postgres, "SELECT string_agg(DISTINCT type || ' ' || auth_method, ',') FROM pg_hba_file_rules"))
                .isEqualTo("host scram-sha-256");
    }

    @Test
    void keepsThePasswordApartAndPrivate() throws IOException {
        Path secret = folder.resolve("secrets/postgres-owner");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(secret))
                .isEqualTo(postgres.owner().password())
                .hasSize(43);
        assertThat(postgres.owner()).hasToString("hoshimori");
    }

    @ParameterizedTest
    @CsvSource({
        "fsync,on",
        "synchronous_commit,on",
        "full_page_writes,on",
        "data_checksums,on",
        "listen_addresses,127.0.0.1",
        "password_encryption,scram-sha-256",
        "unix_socket_directories,''",
        "jit,off",
        "server_encoding,UTF8",
        "logging_collector,on",
        "log_min_messages,warning",
        "shared_buffers,256MB"
    })
    void isSet(String setting, String value) throws SQLException {
        assertThat(Server18.ask(postgres, "SHOW " + setting)).isEqualTo(value);
    }

    @Test
    void comparesByCodePointAndKnowsJapaneseLetters() throws SQLException {
        assertThat(Server18.ask(
                        postgres,
                        "SELECT datlocprovider::text || ' ' || datlocale || ' ' || datctype || ' ' || datcollate"
                                + " FROM pg_database WHERE datname = current_database()"))
                .isEqualTo("b C.UTF-8 C.UTF-8 C");
    }

    @Test
    void livesInUniversalTime() throws SQLException {
        // The driver sets the zone of its own session, so SHOW would tell of that.
        assertThat(Server18.ask(
                        postgres, "SELECT setting FROM pg_file_settings WHERE lower(name) = 'timezone' AND applied"))
                .isEqualTo("UTC");
    }

    @Test
    void keepsPromisesWhateverAnOperatorSets() throws SQLException {
        Server18.run(postgres, "ALTER SYSTEM SET fsync = off", "SELECT pg_reload_conf()", "SELECT pg_sleep(0.2)");
        assertThat(Server18.ask(postgres, "SHOW fsync")).isEqualTo("on");
        Server18.run(postgres, "ALTER SYSTEM RESET fsync");
    }

    @Test
    void letsNoSecondStartInFromThisProcess() throws Exception {
        assertThatThrownBy(() -> EmbeddedPostgres.start(folder, Server18.OPTIONS))
                .isInstanceOfSatisfying(
                        PostgresRefused.class, e -> assertThat(e.reason()).isEqualTo(Reason.FOLDER_IN_USE));
        URL[] classes = Arrays.stream(System.getProperty("java.class.path").split(":"))
                .map(RunningServerTests::url)
                .toArray(URL[]::new);
        try (URLClassLoader other = new URLClassLoader(classes, ClassLoader.getPlatformClassLoader())) {
            Class<?> type = other.loadClass(EmbeddedPostgres.class.getName());
            Class<?> options = other.loadClass(EmbeddedPostgres.Options.class.getName());
            Object standard = options.getMethod("standard").invoke(null);
            assertThatThrownBy(
                            () -> type.getMethod("start", Path.class, options).invoke(null, folder, standard))
                    .rootCause()
                    .hasMessageContaining(
                            "is used by process " + ProcessHandle.current().pid());
        }
        letsNoOtherProcessIn();
    }

    private static void letsNoOtherProcessIn() throws IOException {
        try (Child child = Server18.child(folder)) {
            assertThat(child.line())
                    .isEqualTo("postgres.folder-in-use The data folder %s is used by process %d."
                                    .formatted(folder, ProcessHandle.current().pid())
                            + " Stop that process, or name another folder.");
        }
    }

    private static URL url(String path) {
        try {
            return Path.of(path).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
