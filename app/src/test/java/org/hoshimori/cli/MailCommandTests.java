package org.hoshimori.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hoshimori.cli.Formats.documented;
import static org.hoshimori.cli.Formats.fields;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hoshimori.catalog.Lang;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code mail inspect} and {@code mail show} as a user calls them. */
class MailCommandTests {

    @TempDir
    Path folder;

    private Path dangerous;
    private Path harmless;

    @BeforeEach
    void write() throws IOException {
        dangerous = folder.resolve("不審.eml");
        Files.writeString(dangerous, """
                From: 三井住友銀行 <info@smbc-direct.cyou>
                Subject: 口座の利用を停止しました
                Message-ID: <1@smbc-direct.cyou>

                24時間以内に https://smbc-direct.cyou/ で口座情報とパスワードをご入力ください。
                """);
        harmless = folder.resolve("普通.eml");
        Files.writeString(harmless, """
                From: 山田 <yamada@example1.co.jp>
                Subject: 打合せ

                明日の打合せは14時からです。よろしくお願いいたします。
                """);
    }

    @Test
    void tellsDangerousFromHarmless() {
        Ran bad = Ran.hoshimori("mail", "inspect", dangerous);
        assertThat(bad.code()).isEqualTo(Exit.FINDINGS);
        assertThat(bad.out()).contains("危険").contains("theme.6").contains("システム管理者に報告");
        Ran good = Ran.hoshimori("mail", "inspect", harmless);
        assertThat(good.code()).isEqualTo(Exit.FINE);
        assertThat(good.out()).contains("該当なし");
        assertThat(Ran.hoshimoriIn(Lang.EN, "mail", "inspect", dangerous).out())
                .contains("dangerous")
                .contains("report it to the system administrator");
    }

    @Test
    void givesAnObjectALineAsDocumented() {
        Ran ran = Ran.hoshimori("mail", "inspect", folder, "--format", "json");
        assertThat(ran.code()).isEqualTo(Exit.FINDINGS);
        List<String> lines = ran.out().lines().toList();
        assertThat(lines).hasSize(2);
        for (String line : lines) {
            JsonNode mail = JsonMapper.shared().readTree(line);
            assertThat(documented("mail inspect")).containsAll(fields(mail));
            assertThat(mail.get("verdict").asString()).isIn("dangerous", "caution", "clear", "unreadable");
            assertThat(mail.get("regulationVerdict").asString()).isIn("suspect", "not");
            assertThat(mail.get("millis").isIntegralNumber()).isTrue();
            List<String> ids = new ArrayList<>();
            int holding = 0;
            for (JsonNode each : mail.get("indicators")) {
                assertThat(fields(each)).containsExactlyInAnyOrder("id", "state", "where", "reason");
                assertThat(each.get("state").asString()).isIn("holds", "not", "unknown");
                ids.add(each.get("id").asString());
                holding += each.get("state").asString().equals("holds") ? 1 : 0;
            }
            assertThat(ids)
                    .hasSize(18)
                    .doesNotHaveDuplicates()
                    .startsWith("theme.1")
                    .endsWith("attachment.5");
            assertThat(mail.get("regulationCount").asInt()).isEqualTo(holding);
            mail.get("facts")
                    .forEach(f -> assertThat(fields(f)).containsExactlyInAnyOrder("name", "weight", "where", "reason"));
        }
    }

    @Test
    void countsWithoutWordsWhenQuiet() {
        Ran ran = Ran.hoshimori("mail", "inspect", "-q", dangerous);
        assertThat(ran.code()).isEqualTo(Exit.FINDINGS);
        assertThat(ran.out()).isEmpty();
    }

    @Test
    void refusesWhatIsNotThere() {
        assertThat(Ran.hoshimori("mail", "inspect", folder.resolve("none.eml")).code())
                .isEqualTo(Exit.WRONG);
        assertThat(Ran.hoshimori("mail", "inspect", harmless, "--context", folder.resolve("none"))
                        .code())
                .isEqualTo(Exit.WRONG);
    }

    @Test
    void refusesListsThatItCannotUse() throws IOException {
        Path lists = Files.createDirectory(folder.resolve("lists"));
        Files.writeString(lists.resolve("brands.tsv"), "no tab\n");
        Ran ran = Ran.hoshimori("mail", "inspect", harmless, "--context", lists);
        assertThat(ran.code()).isEqualTo(Exit.WRONG);
        assertThat(ran.err()).contains("no tab").contains("docs/mail.md");
    }

    @Test
    void showsAMailThatCannotBeClicked() {
        Ran ran = Ran.hoshimori("mail", "show", dangerous);
        assertThat(ran.code()).isEqualTo(Exit.FINE);
        assertThat(ran.out()).contains("hxxps://smbc-direct[.]cyou").doesNotContain("https://");
    }
}
