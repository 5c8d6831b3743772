package org.hoshimori.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** {@code mail watch} as a user calls it, on real files and a server that speaks IMAP. */
class MailWatchCommandTests {

    private static final String DANGEROUS = """
            From: Bank <info@smbc-direct.cyou>
            Subject: Your account has been locked
            Message-ID: <%s@smbc-direct.cyou>

            Verify your password within 24 hours: http://203.0.113.9/login
            """;

    @RegisterExtension
    private final GreenMailExtension server = new GreenMailExtension(ServerSetup.IMAP.dynamicPort())
            .withConfiguration(GreenMailConfiguration.aConfig().withUser("ask@example.com", "ask", "p4ss-word"));

    @TempDir
    Path folder;

    private Path state() {
        return folder.resolve("seen.txt");
    }

    private Path drop() throws IOException {
        return Files.createDirectories(folder.resolve("drop"));
    }

    private Path dropped(String name, String id) throws IOException {
        Path file = Files.createDirectories(drop().resolve(name).getParent())
                .resolve(Path.of(name).getFileName());
        Files.writeString(file, DANGEROUS.formatted(id));
        return Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(60)));
    }

    private Ran watchFolder() throws IOException {
        return Ran.hoshimori("mail", "watch", "--once", "--format", "json", "--folder", drop(), "--state", state());
    }

    private Ran watchInbox(String... more) throws IOException {
        Path password = folder.resolve("password.txt");
        Files.writeString(password, "p4ss-word\n");
        List<Object> words = new java.util.ArrayList<>(List.of(
                "mail",
                "watch",
                "--once",
                "--format",
                "json",
                "--imap",
                "imap://ask@127.0.0.1:" + server.getImap().getPort() + "/INBOX",
                "--password-file",
                password,
                "--state",
                state()));
        words.addAll(List.of(more));
        return Ran.hoshimori(words.toArray());
    }

    private void delivered(String id) throws Exception {
        GreenMailUser user = server.getUserManager().getUser("ask");
        user.deliver(new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(DANGEROUS.formatted(id).getBytes(StandardCharsets.UTF_8))));
    }

    private MailFolder inbox() throws Exception {
        return server.getManagers()
                .getImapHostManager()
                .getInbox(server.getUserManager().getUser("ask"));
    }

    @Test
    void inspectsWhatArrivesInAFolderOnce() throws IOException {
        dropped("a.eml", "1");
        Ran first = watchFolder();
        assertThat(first.code()).isEqualTo(Exit.FINDINGS);
        assertThat(first.out().lines()).singleElement().asString().contains("\"verdict\":\"dangerous\"", "a.eml");
        assertThat(watchFolder().out()).isEmpty();
        dropped("b.eml", "2");
        assertThat(watchFolder().out()).contains("b.eml").doesNotContain("a.eml");
    }

    @Test
    void leavesAFileAloneThatIsStillBeingWritten() throws IOException {
        Files.writeString(drop().resolve("c.eml"), "From: half");
        assertThat(watchFolder().out()).isEmpty();
        dropped("c.eml", "3");
        assertThat(watchFolder().out()).contains("c.eml");
    }

    @Test
    void knowsAMessageOfAMaildirAgainWhenItIsRead() throws IOException {
        Path arrived = dropped("new/1700000000.M1P2.host", "4");
        assertThat(watchFolder().out()).contains("M1P2");
        Path read = Files.createDirectories(drop().resolve("cur")).resolve("1700000000.M1P2.host:2,S");
        Files.move(arrived, read);
        assertThat(watchFolder().out()).isEmpty();
        Files.delete(read);
        watchFolder();
        assertThat(Files.readString(state())).doesNotContain("M1P2");
    }

    @Test
    void inspectsAMailboxWithoutMarkingAnythingAndGoesOnWhereItStopped() throws Exception {
        delivered("5");
        delivered("6");
        Ran first = watchInbox();
        assertThat(first.out().lines()).hasSize(2).allMatch(l -> l.contains("\"verdict\":\"dangerous\""));
        assertThat(inbox().getMessages()).noneMatch(m -> m.getFlags().contains(Flags.Flag.SEEN));
        assertThat(watchInbox().out()).isEmpty();
        delivered("7");
        assertThat(watchInbox().out().lines()).singleElement().asString().contains("<7@smbc-direct.cyou>");
    }

    @Test
    void beginsAnewWhereTheServerNumbersAnew() throws Exception {
        delivered("8");
        watchInbox();
        String seen = Files.readString(state());
        Files.writeString(state(), seen.replaceFirst("\t\\d+:", "\t1:"));
        assertThat(watchInbox().out().lines()).hasSize(1);
    }

    @Test
    void refusesWhatItCantUseAndNeverShowsThePassword() throws Exception {
        Ran wrong = Ran.hoshimori(
                "mail",
                "watch",
                "--once",
                "--imap",
                "imap://ask@127.0.0.1:" + server.getImap().getPort(),
                "--password-file",
                Files.writeString(folder.resolve("wrong.txt"), "wrong-secret"),
                "--state",
                state());
        assertThat(wrong.code()).isEqualTo(Exit.WRONG);
        assertThat(wrong.err()).contains("ログインを断りました").doesNotContain("wrong-secret");
        assertThat(Ran.hoshimori("mail", "watch", "--once", "--imap", "http://x", "--state", state())
                        .code())
                .isEqualTo(Exit.WRONG);
        Files.writeString(folder.resolve("other.txt"), "something else");
        assertThat(Ran.hoshimori("mail", "watch", "--once", "--folder", drop(), "--state", folder.resolve("other.txt"))
                        .err())
                .contains("続きを覚えるファイルではありません");
        assertThat(Ran.hoshimori("mail", "watch", "--once", "--folder", drop(), "--state", state(), "--every", "PT0S")
                        .code())
                .isEqualTo(Exit.WRONG);
    }

    @Test
    void takesALineThatWasNotFinishedForNothing() throws IOException {
        dropped("d.eml", "9");
        watchFolder();
        String seen = Files.readString(state());
        Files.writeString(state(), seen.substring(0, seen.length() - 3));
        assertThat(watchFolder().out()).contains("d.eml");
        assertThat(watchFolder().out()).isEmpty();
    }
}
