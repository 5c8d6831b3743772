package org.hoshimori.cli;

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
import java.util.List;
import java.util.stream.Stream;
import org.hoshimori.ApplicationTest;
import org.hoshimori.Installation;
import org.hoshimori.catalog.Lang;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.Person;
import org.hoshimori.core.organization.TestPeople;
import org.hoshimori.core.storage.DataFolder;
import org.hoshimori.core.storage.Database;
import org.hoshimori.core.storage.LogIn;
import org.hoshimori.core.storage.Secrets;
import org.hoshimori.postgres.EmbeddedPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@ApplicationTest
class BackupTests {

    @Autowired
    private PeopleRegister register;

    @TempDir
    private Path temp;

    private Path keys = Path.of("");
    private Path backup = Path.of("");

    @BeforeEach
    void place() throws IOException {
        Files.setPosixFilePermissions(temp, PosixFilePermissions.fromString("rwx--x--x"));
        keys = temp.resolve("keys.json");
        backup = temp.resolve("all.backup");
    }

    @Test
    void restoresWhatWasBackedUpWhilePeopleWorked() throws Exception {
        Person person = TestPeople.entered(register, "保存", "花子");
        assertFine(backUp());
        Person later = TestPeople.entered(register, "後日", "太郎");
        waitForSeal();
        Path target = temp.resolve("restored");
        Ran restored =
                assertFine(restore(target, "--heads", Installation.folder().resolve("evidence/heads.jsonl")));
        assertThat(restored.out()).contains("世代2", "失われ");
        Ran verified = Ran.hoshimoriIn(Lang.EN, "evidence", "verify", "--data", target);
        assertThat(verified.code()).as(verified.out() + verified.err()).isEqualTo(Exit.FINE);
        assertThat(verified.out())
                .containsPattern("Epoch 2 began with the restore of backup .*; entries \\d+ to \\d+ were lost");
        List<String> names = read(target, "SELECT family_name || given_name FROM organization.person");
        assertThat(names).contains("保存花子").doesNotContain("後日太郎");
        assertThat(read(target, "SELECT subject FROM evidence.entry"))
                .contains("person:" + person.id())
                .doesNotContain("person:" + later.id());
    }

    @Test
    void keepsKeysApart() throws IOException {
        assertFine(backUp());
        String secret = Files.readString(Installation.folder().resolve("secrets/evidence-mac"))
                .strip();
        try (java.util.zip.ZipFile zip = new java.util.zip.ZipFile(backup.toFile())) {
            for (var entry : java.util.Collections.list(zip.entries())) {
                assertThat(new String(
                                zip.getInputStream(entry).readAllBytes(), java.nio.charset.StandardCharsets.ISO_8859_1))
                        .as(entry.getName())
                        .doesNotContain(secret, "PRIVATE KEY");
            }
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys)))
                .isEqualTo("rw-------");
        Ran without = Ran.hoshimori("restore", backup, "--data", temp.resolve("x"));
        assertThat(without.code()).isEqualTo(Exit.WRONG);
        assertThat(without.err()).contains("鍵のファイルが必要");
        assertThat(temp.resolve("x")).doesNotExist();
    }

    @Test
    void refusesWhatIsDamagedCutOffForeignOrOccupied() throws IOException {
        assertFine(backUp());
        byte[] whole = Files.readAllBytes(backup);
        byte[] damaged = whole.clone();
        damaged[contentOfLargestPart(whole) + 5] ^= 1;
        refuses(damaged, "壊れているか、書き換えられています");
        refuses(java.util.Arrays.copyOf(whole, whole.length * 2 / 3), "途中で切れています");
        refuses("これはバックアップではありません".getBytes(java.nio.charset.StandardCharsets.UTF_8), "星守のバックアップではありません");
        Path occupied = Files.createDirectory(temp.resolve("occupied"));
        Files.writeString(occupied.resolve("letter.txt"), "x");
        Ran ran = restore(occupied);
        assertThat(ran.code()).isEqualTo(Exit.WRONG);
        assertThat(ran.err()).contains("空ではありません");
        assertThat(occupied).isDirectoryContaining("glob:**letter.txt");
        Ran again = backUp();
        assertThat(again.code()).as("over an existing file").isEqualTo(Exit.WRONG);
        assertThat(Files.readAllBytes(backup)).isEqualTo(whole);
    }

    @Test
    void refusesTheKeysOfAnotherInstallation() throws IOException {
        assertFine(backUp());
        Path other = Files.createDirectory(temp.resolve("other"));
        DataFolder.open(other);
        Path otherKeys = temp.resolve("other.json");
        assertFine(Ran.hoshimori("backup", "--data", other, "--keys-to", otherKeys));
        Ran ran = Ran.hoshimori("restore", backup, "--keys", otherKeys, "--data", temp.resolve("x"));
        assertThat(ran.code()).isEqualTo(Exit.WRONG);
        assertThat(ran.err()).contains("別の鍵で作られた");
        Ran none = Ran.hoshimori("restore", backup, "--keys", backup, "--data", temp.resolve("x"));
        assertThat(none.err()).contains("鍵のファイルではありません");
        assertThat(Files.list(temp).map(p -> p.getFileName().toString())).noneMatch(n -> n.startsWith("x"));
    }

    /** Where the content begins, after its header and name: some parts are empty. */
    private int contentOfLargestPart(byte[] whole) throws IOException {
        String name;
        try (java.util.zip.ZipFile zip = new java.util.zip.ZipFile(backup.toFile())) {
            name = java.util.Collections.list(zip.entries()).stream()
                    .max(java.util.Comparator.comparingLong(java.util.zip.ZipEntry::getCompressedSize))
                    .orElseThrow()
                    .getName();
        }
        int at = new String(whole, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf(name);
        return at + name.length() + (whole[at - 2] & 0xff) + ((whole[at - 1] & 0xff) << 8);
    }

    private void refuses(byte[] content, String why) throws IOException {
        Path file = Files.write(temp.resolve("spoilt"), content);
        Path target = temp.resolve("target");
        Ran ran = Ran.hoshimori("restore", file, "--keys", keys, "--data", target);
        assertThat(ran.code()).as(ran.err()).isEqualTo(Exit.WRONG);
        assertThat(ran.err()).contains(why);
        assertThat(target).doesNotExist();
        assertThat(temp.resolve("target.restoring")).doesNotExist();
    }

    private Ran backUp() {
        Ran.hoshimori("backup", "--data", Installation.folder(), "--keys-to", keys);
        return Ran.hoshimori("backup", "--data", Installation.folder(), "--to", backup);
    }

    private Ran restore(Path target, Object... more) {
        return Ran.hoshimori(
                Stream.concat(Stream.of("restore", backup, "--keys", keys, "--data", target), Stream.of(more))
                        .toArray());
    }

    private static Ran assertFine(Ran ran) {
        assertThat(ran.code()).as(ran.out() + ran.err()).isEqualTo(Exit.FINE);
        return ran;
    }

    private static void waitForSeal() throws InterruptedException {
        Thread.sleep(4_000);
    }

    /** The first column, out of an installation that does not run. */
    private static List<String> read(Path folder, String question) throws SQLException {
        DataFolder data = DataFolder.existing(folder);
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data.postgres(), EmbeddedPostgres.Options.standard())) {
            EmbeddedPostgres.Login login = postgres.owner();
            Database.open(new LogIn(postgres.jdbcUrl(), login.user(), login.password()), new Secrets(data));
            List<String> found = new java.util.ArrayList<>();
            try (Connection connection =
                            DriverManager.getConnection(postgres.jdbcUrl(), login.user(), login.password());
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(question)) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        }
    }
}
