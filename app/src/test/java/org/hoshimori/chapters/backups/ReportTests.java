package org.hoshimori.chapters.backups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Random;
import org.hoshimori.chapters.backups.Report.Tool;
import org.junit.jupiter.api.Test;

/** Reports as restic 0.14, 0.17 and 0.18, borg 1.2, rsync 3.2 and 3.5 and Windows Server 2019 and 2022 write them. */
class ReportTests {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final Instant NOW = Instant.parse("2026-11-28T00:00:00Z");
    private static final List<String> FILES = List.of(
            "restic-second.jsonl",
            "restic-0.17-errors.jsonl",
            "borg-first.json",
            "borg-warning-log.json",
            "rsync-ok.txt",
            "windows-viewer-ja.csv",
            "windows-powershell.csv");

    @Test
    void readsWhatResticSaysInItsSummary() {
        Report.Outcome.Read read = read(Tool.RESTIC, "restic-second.jsonl", 0);
        assertThat(read.key()).isEqualTo("restic:e976f12c");
        assertThat(read.result().ok()).isTrue();
        assertThat(read.result().bytes()).isEqualTo(1_050_006);
        assertThat(read.result().ended()).isEqualTo(NOW);
        assertThat(Duration.between(read.result().begun(), read.result().ended()))
                .isEqualTo(Duration.ofMillis(280));
    }

    @Test
    void takesAResticSnapshotThatIsNotWholeForAFailure() throws IOException {
        Result result = read(Tool.RESTIC, "restic-0.17-errors.jsonl", 3).result();
        assertThat(result.ok()).isFalse();
        assertThat(result.begun()).isEqualTo(Instant.parse("2026-11-26T17:00:01.123456789Z"));
        assertThat(result.ended()).isEqualTo(Instant.parse("2026-11-26T17:04:31.5Z"));
        assertThat(result.note()).contains("locked.xlsx", "permission denied");
        assertThat(read(Tool.RESTIC, "restic-first.jsonl", 3).result().ok()).isFalse();
        String old = text("restic-0.17-errors.jsonl").replaceFirst("\\{\"message_type\":\"exit_error\".*\\n?", "");
        assertThat(old).doesNotContain("exit_error");
        assertThat(((Report.Outcome.Read) Report.read(Tool.RESTIC, old, OptionalInt.empty(), TOKYO, NOW))
                        .result()
                        .ok())
                .as("as versions before 0.17 end, and nobody says with which code")
                .isFalse();
    }

    @Test
    void readsWhyResticDidNotBegin() {
        Result result = read(Tool.RESTIC, "restic-0.18-fatal.jsonl", 10).result();
        assertThat(result.ok()).isFalse();
        assertThat(result.note()).contains("repository does not exist");
        assertThat(Report.read(Tool.RESTIC, "Fatal: wrong password", OptionalInt.of(1), TOKYO, NOW))
                .isInstanceOfSatisfying(
                        Report.Outcome.Read.class,
                        r -> assertThat(r.result().ok()).isFalse());
    }

    @Test
    void readsWhatBorgSaysOfItsArchive() {
        Report.Outcome.Read read = read(Tool.BORG, "borg-first.json", 0);
        assertThat(read.key()).startsWith("borg:6594eaa0");
        assertThat(read.result().ok()).isTrue();
        assertThat(read.result().bytes()).isEqualTo(1_050_494);
        assertThat(read.result().ended())
                .as("in the zone of the server")
                .isEqualTo(Instant.parse("2026-11-28T10:30:58Z"));
    }

    @Test
    void takesABorgWarningForAFailureAndSaysWhich() {
        Result result = read(Tool.BORG, "borg-warning-log.json", 1).result();
        assertThat(result.ok()).isFalse();
        assertThat(result.bytes()).isEqualTo(459);
        assertThat(result.note()).contains("nosuch", "No such file");
        assertThat(read(Tool.BORG, "borg-first.json", 107).result().ok())
                .as("a code of 1.4")
                .isFalse();
        assertThat(read(Tool.BORG, "borg-fatal.json", 2).result().note()).contains("does not exist");
    }

    @Test
    void readsRsyncByItsExitCodeAndItsStatistics() {
        assertThat(read(Tool.RSYNC, "rsync-ok.txt", 0).result().bytes()).isEqualTo(1_050_006);
        assertThat(read(Tool.RSYNC, "rsync-human.txt", 0).result().bytes()).isEqualTo(1_050_000);
        assertThat(unknownCode(Tool.RSYNC, "rsync-ok.txt").ok()).isTrue();
        assertThat(unknownCode(Tool.RSYNC, "rsync-partial.txt").ok()).isFalse();
        assertThat(unknownCode(Tool.RSYNC, "rsync-partial.txt").note()).contains("code 23");
        Result vanished = read(Tool.RSYNC, "rsync-3.1-vanished.txt", 24).result();
        assertThat(vanished.ok()).isTrue();
        assertThat(vanished.bytes()).isEqualTo(12_884_901_888L);
        assertThat(vanished.note()).contains("vanished");
    }

    @Test
    void readsTheLastEventByWhichAWindowsBackupEnds() {
        for (String file : List.of("windows-viewer-ja.csv", "windows-powershell.csv")) {
            Result result = unknownCode(Tool.WINDOWS_SERVER_BACKUP, file);
            assertThat(result.ok()).as(file).isTrue();
            assertThat(result.begun()).as(file).isEqualTo(Instant.parse("2026-11-27T12:00:03Z"));
            assertThat(result.ended()).as(file).isEqualTo(Instant.parse("2026-11-27T12:09:13Z"));
        }
        Result failed = unknownCode(Tool.WINDOWS_SERVER_BACKUP, "windows-viewer-en.csv");
        assertThat(failed.ok()).isFalse();
        assertThat(failed.ended()).isEqualTo(Instant.parse("2026-11-27T12:14:02Z"));
        assertThat(failed.note()).startsWith("517").contains("0x807800C5");
    }

    @Test
    void readsWindowsEventsWithLineEndsAndTabsOfWindows() throws IOException {
        String text = text("windows-viewer-ja.csv").replace("\n", "\r\n");
        for (String other : List.of("\uFEFF" + text, text.replace(',', '\t'))) {
            assertThat(Report.read(Tool.WINDOWS_SERVER_BACKUP, other, OptionalInt.empty(), TOKYO, NOW))
                    .isInstanceOfSatisfying(
                            Report.Outcome.Read.class,
                            r -> assertThat(r.result().ok()).isTrue());
        }
    }

    @Test
    void readsNothingWhereNothingHasEnded() {
        for (Tool tool : Tool.values()) {
            for (String text :
                    List.of("", "{}", "{\"message_type\":\"status\"}", "nothing here\n", "Level,Event ID\n1,2\n")) {
                assertThat(Report.read(tool, text, OptionalInt.empty(), TOKYO, NOW))
                        .as(tool + text)
                        .isInstanceOf(Report.Outcome.Unreadable.class);
            }
        }
    }

    /** Spoilt reports are refused or read, and never worse. */
    @Test
    void survivesSpoiltReports() throws IOException {
        Random random = new Random(5);
        for (int round = 0; round < 3_000; round++) {
            String file = FILES.get(random.nextInt(FILES.size()));
            StringBuilder text = new StringBuilder(text(file));
            for (int i = 0; i < 1 + random.nextInt(5); i++) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(3)) {
                    case 0 -> text.deleteCharAt(at);
                    case 1 -> text.setCharAt(at, (char) (random.nextInt(300) + 1));
                    default -> text.setLength(Math.max(2, at));
                }
            }
            Tool tool = Tool.values()[random.nextInt(Tool.values().length)];
            assertThatCode(() -> Report.read(tool, text.toString(), OptionalInt.empty(), TOKYO, NOW))
                    .as("%s as %s: %s", file, tool, text)
                    .doesNotThrowAnyException();
        }
    }

    private static Report.Outcome.Read read(Tool tool, String file, int exit) {
        return (Report.Outcome.Read) outcome(tool, file, OptionalInt.of(exit));
    }

    private static Result unknownCode(Tool tool, String file) {
        return ((Report.Outcome.Read) outcome(tool, file, OptionalInt.empty())).result();
    }

    private static Report.Outcome outcome(Tool tool, String file, OptionalInt exit) {
        try {
            return Report.read(tool, text(file), exit, TOKYO, NOW);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String text(String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(ReportTests.class.getResourceAsStream("/backups/" + file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
