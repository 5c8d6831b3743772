package org.hoshimori.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.hoshimori.postgres.PostgresRefused.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not started, and that it is left as it was. */
final class RefusalTests {

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
    void refusesAFolderOfSomebodyElse() throws IOException {
        Files.createDirectory(folder);
        Files.writeString(folder.resolve("thesis.txt"), "x");
        refuses(Reason.FOLDER_NOT_OURS, "thesis.txt");
        assertThat(folder).isDirectoryContaining("glob:**thesis.txt");
        assertThat(folder.toFile().list()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"$HOME", "a`id`", "a\"b", "a\\b", "a\nb"})
    void refusesNamesThatPostgresCanNotTake(String name) {
        folder = folder.resolveSibling(name);
        refuses(Reason.FOLDER_NAME, name);
        assertThat(folder).doesNotExist();
    }

    @Test
    void refusesAFile() throws IOException {
        Files.writeString(folder, "x");
        refuses(Reason.FOLDER_NOT_OURS, folder.toString());
    }

    @Test
    void refusesAClusterThatIsNone() throws IOException {
        Path cluster = handMade();
        Files.writeString(cluster.resolve("thesis.txt"), "x");
        refuses(Reason.FOLDER_NOT_OURS, "thesis.txt");
        assertThat(cluster.resolve("thesis.txt")).exists();
    }

    @Test
    void refusesAClusterOfAnotherMajorVersion() throws IOException {
        Path cluster = handMade();
        Files.writeString(cluster.resolve("PG_VERSION"), "17\n");
        refuses(Reason.OTHER_VERSION, "PostgreSQL 17; this program runs 18");
    }

    @Test
    void refusesAClusterOfAnotherAccount() throws IOException {
        assumeTrue(Server18.account().other(), "only root can hand folders over");
        Path cluster = handMade();
        Files.setAttribute(cluster, "unix:uid", 12_345);
        refuses(Reason.FOLDER_OWNER, "user 12345");
    }

    @Test
    void refusesAClusterWhosePasswordIsLost() throws IOException {
        Server18.remove(folder);
        folder = Server18.madeFolder();
        Files.delete(folder.resolve("secrets/postgres-owner"));
        refuses(Reason.SECRET_LOST, "secrets/postgres-owner");
    }

    @Test
    void refusesToStartWithAnotherPassword() throws IOException {
        Server18.remove(folder);
        folder = Server18.madeFolder();
        Files.writeString(folder.resolve("secrets/postgres-owner"), "of-another-cluster");
        refuses(Reason.PASSWORD_REFUSED, "secrets/postgres-owner");
        assertThat(folder.resolve("postgres/cluster/postmaster.pid")).doesNotExist();
    }

    @Test
    void saysWhatTheServerSaysWhenItDoesNotStart() throws IOException {
        Server18.remove(folder);
        folder = Server18.madeFolder();
        Files.writeString(folder.resolve("postgres/cluster/postgresql.conf"), "work_mem = 'much'\n");
        refuses(Reason.NOT_STARTED, "configuration file");
    }

    @Test
    void refusesAFolderThatTheServerCanNotReach() throws IOException {
        assumeTrue(Server18.account().other(), "only root has an account of its own for the server");
        Path above = folder.resolveSibling("closed");
        Files.createDirectory(
                above, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        assertThatThrownBy(() -> EmbeddedPostgres.start(above.resolve("data"), Server18.OPTIONS))
                .isInstanceOfSatisfying(PostgresRefused.class, e -> {
                    assertThat(e.reason()).isEqualTo(Reason.FOLDER_NOT_TRAVERSABLE);
                    assertThat(e.en()).contains("pass through " + above + ".");
                });
    }

    @Test
    void refusesAFolderThatCanNotBeWritten() throws IOException {
        Files.createDirectory(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
        try (Child child = OrdinaryUser.child(folder)) {
            assertThat(child.line()).startsWith("postgres.folder-not-writable " + folder);
        }
    }

    /** Room for less than the programs; for the programs but not the cluster. */
    @ParameterizedTest
    @ValueSource(ints = {30, 75})
    void leavesNothingHalfMadeWhenTheDiskIsFull(int megabytes) throws IOException {
        assumeTrue(mounts(), "no right to mount a small disk");
        Files.createDirectory(folder);
        try (Child child = Server18.child(
                folder,
                "unshare",
                "-m",
                "sh",
                "-c",
                "mount -t tmpfs -o mode=755,size=" + megabytes + "m tmpfs " + folder + " && exec \"$@\"",
                "sh")) {
            assertThat(child.line()).startsWith("postgres.disk-full ");
            assertThat(child.line())
                    .isEqualTo(megabytes == 30 ? "[log]" : "[bin-18.6.0-" + Server18.platform() + ", log]");
        }
    }

    @Test
    void knowsWhichMachinesItServes() {
        for (List<String> machine : List.of(List.of("Mac OS X", "aarch64"), List.of("Linux", "riscv64"))) {
            assertThatThrownBy(() -> Binaries.in(folder, machine.getFirst(), machine.getLast()))
                    .isInstanceOfSatisfying(PostgresRefused.class, e -> {
                        assertThat(e.reason()).isEqualTo(Reason.NO_BINARIES);
                        assertThat(e.en()).contains(String.join(" ", machine));
                    });
        }
    }

    @Test
    void unpacksForBothProcessors() throws IOException {
        Files.createDirectory(folder);
        Binaries arm = Binaries.in(folder, "Linux", "aarch64");
        assertThat(arm.home()).hasFileName("bin-18.6.0-linux-arm64v8");
        assertThat(arm.program("postgres")).isExecutable();
    }

    /** A data folder with an empty cluster folder of the server's account. */
    private Path handMade() throws IOException {
        Path cluster = Files.createDirectories(folder.resolve("postgres/cluster"));
        Files.createFile(folder.resolve(DataFolder.LOCK));
        Server18.account().give(cluster);
        return cluster;
    }

    private void refuses(Reason reason, String says) {
        assertThatThrownBy(() -> EmbeddedPostgres.start(folder, Server18.OPTIONS))
                .isInstanceOfSatisfying(PostgresRefused.class, e -> {
                    assertThat(e.reason()).as(e.en()).isEqualTo(reason);
                    assertThat(e.en()).contains(says);
                });
    }

    private static boolean mounts() throws IOException {
        return Command.run(
                        Account.SELF, Path.of("/"), List.of("unshare", "-m", "sh", "-c", "mount -t tmpfs tmpfs /mnt"))
                .fine();
    }
}
