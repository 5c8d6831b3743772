package org.hoshimori.chapters.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.hoshimori.catalog.Lang;
import org.hoshimori.documents.Documents;
import org.hoshimori.documents.Format;
import org.hoshimori.documents.Report;
import org.hoshimori.logarchive.Archive;
import org.hoshimori.logarchive.Marks;
import org.hoshimori.logarchive.Reviewing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.support.ResourceBundleMessageSource;

/** A month's report, as the command line makes it. */
class LogReportTests {

    @TempDir
    Path folder;

    private Archive archive;

    @BeforeEach
    void month() throws IOException {
        TestLogs.imported(folder.resolve("logs"));
        archive = Archive.open(folder.resolve("logs"));
    }

    private Report report(Lang lang) throws IOException {
        ResourceBundleMessageSource words = new ResourceBundleMessageSource();
        words.setBasenames("messages/log-report", "messages/logs");
        words.setDefaultEncoding("UTF-8");
        words.setFallbackToSystemLocale(false);
        words.setAlwaysUseMessageFormat(true);
        return LogReport.of(
                archive,
                new LogReport.Wish(
                        YearMonth.of(2026, 3),
                        "株式会社サンプル衛星",
                        Period.ofYears(3),
                        folder.resolve("logs/registers"),
                        null,
                        ZoneId.of("Asia/Tokyo"),
                        Instant.parse("2026-04-01T00:30:00Z")),
                words,
                lang);
    }

    private static Map<String, byte[]> parts(byte[] file) throws IOException {
        Map<String, byte[]> parts = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new java.io.ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        return parts;
    }

    private byte[] written(Lang lang, Format format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Documents.write(report(lang), format, out);
        Path target = Files.createDirectories(Path.of("target/log-report"));
        Files.write(target.resolve("report-" + lang.tag() + "." + format.extension()), out.toByteArray());
        return out.toByteArray();
    }

    @Test
    void tellsWhatWasFoundAndHowTheArchiveStands() throws IOException {
        Map<String, byte[]> parts = parts(written(Lang.JA, Format.DOCX));
        String body = new String(parts.get("word/document.xml"), StandardCharsets.UTF_8);
        assertThat(body)
                .contains(
                        "通信ログ 月次レビュー報告書",
                        "株式会社サンプル衛星",
                        "調べました。まだ確認していないものが3件あります",
                        "10.1.0.3 が 198.51.100.9",
                        "記録のとおりでした",
                        "31日のうち3日",
                        "形式が崩れている",
                        "3年")
                .doesNotContain("log-report.", "log-mark.", "log-question.");
        assertThat(parts).containsKeys("word/media/picture1.png", "word/media/picture3.png");
        assertThat(new String(written(Lang.JA, Format.PDF), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF-1.");
    }

    @Test
    void speaksEnglishToo() throws IOException {
        String body = new String(parts(written(Lang.EN, Format.DOCX)).get("word/document.xml"), StandardCharsets.UTF_8);
        assertThat(body)
                .contains("Gateway logs: monthly review", "3 of 31", "malformed", "3 years (regulations 7.3)")
                .doesNotContainPattern("[\\p{IsHiragana}]");
        written(Lang.EN, Format.PDF);
    }

    @Test
    void remembersMarks() throws IOException {
        Reviewing.Result review = Reviewing.of(
                archive,
                new Reviewing.Options(
                        null,
                        folder.resolve("logs/registers"),
                        TestLogs.FIRST,
                        TestLogs.LAST,
                        ZoneId.of("Asia/Tokyo"),
                        Map.of(),
                        0));
        for (var answer : review.rules()) {
            for (var found : answer.hits()) {
                Marks.say(
                        archive,
                        new Marks.Mark(
                                found.id(),
                                answer.rule().equals("unknown-device") ? Marks.State.incident : Marks.State.explained,
                                "更新の確認",
                                "監査 花子",
                                Instant.parse("2026-04-01T00:00:00Z")));
            }
        }
        String body = new String(parts(written(Lang.JA, Format.DOCX)).get("word/document.xml"), StandardCharsets.UTF_8);
        assertThat(body).contains("うち1件をインシデントとして扱っています", "更新の確認", "監査 花子、2026年4月1日 09:00");
    }

    @Test
    void writesTheSameBytesAgain() throws IOException {
        assertThat(List.of(Format.DOCX, Format.PDF)).allSatisfy(format -> {
            Report report = report(Lang.JA);
            ByteArrayOutputStream one = new ByteArrayOutputStream();
            ByteArrayOutputStream two = new ByteArrayOutputStream();
            Documents.write(report, format, one);
            Documents.write(report, format, two);
            assertThat(two.toByteArray()).isEqualTo(one.toByteArray());
        });
    }
}
