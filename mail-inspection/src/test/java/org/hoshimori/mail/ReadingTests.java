package org.hoshimori.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages as they are found: charsets, broken headers, forwards, mbox, Maildir, Outlook. */
class ReadingTests {

    private static final String TEXT = "いつもお世話になっております。見積書をお送りします。";

    @TempDir
    Path folder;

    private static Mail read(byte[] message) throws IOException {
        return MailReader.read(new ByteArrayInputStream(message), Limits.standard());
    }

    private static Mail read(String message) throws IOException {
        return read(message.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({
        "ISO-2022-JP,x-windows-iso2022jp",
        "Shift_JIS,windows-31j",
        "windows-31j,windows-31j",
        "cp932,windows-31j",
        "EUC-JP,EUC-JP",
        "UTF-8,UTF-8",
        "utf8,UTF-8",
        "UTF-16,UTF-16",
        "x-unknown,UTF-8",
        "us-ascii,UTF-8",
        "us-ascii,windows-31j",
        "us-ascii,EUC-JP",
        "us-ascii,x-windows-iso2022jp"
    })
    void readsJapaneseInAnyCharset(String declared, String written) throws IOException {
        byte[] message =
                Letter.from("a@example1.co.jp").in(declared, written).text(TEXT).bytes();
        assertThat(read(message).text().strip()).isEqualTo(TEXT);
    }

    @Test
    void readsChineseAndUtf7() throws IOException {
        assertThat(read(Letter.from("a@example.com")
                                .in("GB2312", "GBK")
                                .text("你好世界")
                                .bytes())
                        .text())
                .contains("你好世界");
        assertThat(read(Letter.from("a@example.com")
                                .in("Big5", "Big5")
                                .text("您好世界")
                                .bytes())
                        .text())
                .contains("您好世界");
        assertThat(Charsets.decode("+MEIwRDBG- a+-b +".getBytes(StandardCharsets.US_ASCII), "utf-7"))
                .isEqualTo("あいう a+b +");
    }

    @Test
    void readsLinesThatEndInACarriageReturnOnly() throws IOException {
        assertThat(read("Subject: one\rFrom: a@example.com\r\rtext\r").subject())
                .isEqualTo("one");
        Files.writeString(folder.resolve("mac"), "From a@example.com Mon Jan  1 00:00:00 2026\rSubject: one\r\rtext\r");
        assertThat(names(folder.resolve("mac"))).containsExactly("mac one");
    }

    @Test
    void readsHeadersThatBreakTheRules() throws IOException {
        assertThat(read("Subject: =?ISO-2022-JP?B?GyRCOCs=?=\r\n =?ISO-2022-JP?B?QFEbKEI=?=\r\n\r\n")
                        .subject())
                .isEqualTo("見積");
        assertThat(read("Subject: =?UTF-8?Q?=E8=A6?= =?UTF-8?Q?=8B?=\r\n\r\n").subject())
                .isEqualTo("見");
        assertThat(read("Subject: 見積書\r\n\r\n").subject()).isEqualTo("見積書");
        byte[] shiftJis = "Subject: 見積書のご送付\r\n\r\n".getBytes(Charset.forName("windows-31j"));
        assertThat(read(shiftJis).subject()).isEqualTo("見積書のご送付");
        assertThat(read("From: Microsoft account team ,_<a@x.example.com>\r\n\r\n")
                        .from())
                .isEqualTo(new Mailbox("Microsoft account team", "a@x.example.com"));
        assertThat(read("From: \"Tanaka, Taro\" <t@example1.co.jp>\r\n\r\n").from())
                .isEqualTo(new Mailbox("Tanaka, Taro", "t@example1.co.jp"));
        assertThat(read("From: t@example1.co.jp (Taro)\r\n\r\n").from())
                .isEqualTo(new Mailbox("Taro", "t@example1.co.jp"));
    }

    @Test
    void readsNamesOfAttachmentsHoweverTheyAreWritten() throws IOException {
        List<String> dispositions = List.of(
                "filename=\"=?ISO-2022-JP?B?GyRCOCtAURsoQg==?=.pdf\"",
                "filename*=UTF-8''%E8%A6%8B%E7%A9%8D.pdf",
                "filename*0*=UTF-8''%E8%A6%8B;\r\n filename*1*=%E7%A9%8D.pdf",
                "filename=\"見積.pdf\"");
        for (String each : dispositions) {
            String message = "From: a@example.com\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; "
                    + each + "\r\n\r\nx";
            assertThat(read(message).attachments())
                    .as(each)
                    .extracting(Attachment::name)
                    .containsExactly("見積.pdf");
        }
    }

    @Test
    void judgesTheMessageWithinAForward() {
        byte[] dangerous = Letter.from("三井住友銀行 <info@smbc-direct.cyou>")
                .subject("口座の利用を停止しました")
                .text("24時間以内に https://smbc-direct.cyou/ で口座情報をご入力ください。")
                .bytes();
        Inspection forward = Letter.from("佐藤 <sato@example1.co.jp>")
                .subject("不審なメール")
                .text("届いたメールを添付します。")
                .attachMessage(dangerous)
                .inspect();
        assertThat(forward.nested()).hasSize(1);
        assertThat(forward.nested().getFirst().verdict()).isEqualTo(Verdict.DANGEROUS);
        assertThat(forward.verdict()).isEqualTo(Verdict.DANGEROUS);
        assertThat(forward.fact(FactName.NESTED_DANGEROUS)).isPresent();
    }

    @Test
    void judgesAMessageAttachedAsAFile() {
        byte[] dangerous = Letter.from("三井住友銀行 <info@smbc-direct.cyou>")
                .subject("口座の利用を停止しました")
                .text("24時間以内に https://smbc-direct.cyou/ で口座情報をご入力ください。")
                .bytes();
        Letter forward =
                Letter.from("佐藤 <sato@example1.co.jp>").subject("不審なメール").text("確認をお願いします。");
        assertThat(forward.attach("不審.eml", dangerous).inspect().nested())
                .extracting(Inspection::verdict)
                .containsExactly(Verdict.DANGEROUS);
    }

    @Test
    void attachedMessagesWithinEachOtherEnd() {
        byte[] message = Letter.from("a@example1.co.jp").subject("x").text("x").bytes();
        for (int i = 0; i < 15; i++) {
            message = Letter.from("a@example1.co.jp")
                    .subject("x")
                    .text("x")
                    .attach("a.eml", message)
                    .bytes();
        }
        int depth = 0;
        for (List<Inspection> inner =
                        Inspector.with(Context.standard()).inspect(message).nested();
                !inner.isEmpty();
                depth++) {
            inner = inner.getFirst().nested();
        }
        assertThat(depth).isLessThanOrEqualTo(5);
    }

    private List<String> names(Path path) throws IOException {
        List<String> names = new ArrayList<>();
        Inspections.run(
                Inspector.with(Context.standard()),
                List.of(path),
                (name, inspection) -> names.add(folder.relativize(Path.of(name)) + " " + inspection.subject()));
        return names;
    }

    @Test
    void readsMboxMaildirAndFoldersInOrder() throws IOException {
        Files.writeString(
                folder.resolve("box.mbox"),
                "From a@example.com Mon Jan  1 00:00:00 2026\nSubject: one\n\ntext\n>From here on\n\nFrom b@example.com Mon Jan  1 00:00:00 2026\nSubject: two\n\nFrom inside a paragraph: no\ntext From\n");
        assertThat(names(folder.resolve("box.mbox"))).containsExactly("box.mbox#1 one", "box.mbox#2 two");
        Path maildir = Files.createDirectories(folder.resolve("maildir"));
        for (String each : List.of("cur", "new", "tmp")) {
            Files.createDirectories(maildir.resolve(each));
            Files.writeString(maildir.resolve(each).resolve("1.host:2,S"), "Subject: " + each + "\n\nx");
        }
        Files.writeString(maildir.resolve("dovecot.index"), "index");
        assertThat(names(maildir)).containsExactly("maildir/cur/1.host:2,S cur", "maildir/new/1.host:2,S new");
    }

    @Test
    void readsWhatOutlookSaves() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (POIFSFileSystem files = new POIFSFileSystem()) {
            DirectoryEntry root = files.getRoot();
            property(root, "0037", "請求書");
            property(root, "1000", "添付をご確認ください。");
            property(root, "0C1A", "楽天カード");
            property(root, "0C1F", "info@account-update.example.net");
            DirectoryEntry attachment = root.createDirectory("__attach_version1.0_#00000000");
            property(attachment, "3707", "請求書.pdf.exe");
            attachment.createDocument(
                    "__substg1.0_37010102", new ByteArrayInputStream("MZ".getBytes(StandardCharsets.US_ASCII)));
            files.writeFilesystem(bytes);
        }
        Path file = folder.resolve("mail.msg");
        Files.write(file, bytes.toByteArray());
        List<Inspection> found = new ArrayList<>();
        Inspections.run(Inspector.with(Context.standard()), List.of(file), (name, inspection) -> found.add(inspection));
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().subject()).isEqualTo("請求書");
        assertThat(found.getFirst().from()).isEqualTo("info@account-update.example.net");
        assertThat(found.getFirst().on(Indicator.ATTACHMENT_5).holds()).isTrue();
    }

    private static void property(DirectoryEntry in, String id, String value) throws IOException {
        in.createDocument(
                "__substg1.0_" + id + "001F", new ByteArrayInputStream(value.getBytes(StandardCharsets.UTF_16LE)));
    }

    @Test
    void showsAMailWithoutAnythingToClick() {
        String preview = Preview.of(Letter.from("a <a@example.com>")
                .subject("x\u202Ey")
                .html(
                        "<p>See <a href='https://evil.example.net/x'>https://example.co.jp/</a><img src='https://track.example.net/1.gif'></p>")
                .bytes());
        assertThat(preview)
                .contains("hxxps://evil[.]example[.]net/x")
                .doesNotContain("https://")
                .doesNotContain("track.example.net")
                .doesNotContain("\u202E")
                .doesNotContain("a@example.com");
    }

    @Test
    void takesTheOperatorsLists() throws IOException {
        Files.writeString(folder.resolve("known-senders.txt"), "# ours\nyamada@example1.co.jp\n");
        Files.writeString(folder.resolve("own-domains.txt"), "example3.co.jp\n");
        Context context = Context.from(folder);
        Letter request = Letter.from("山田 <yamada@example1.co.jp>")
                .subject("取材のお願い")
                .text("企画書を添付します。")
                .attach("企画書.docx");
        assertThat(request.inspect().on(Indicator.THEME_1).holds()).isTrue();
        assertThat(request.inspect(context).on(Indicator.THEME_1).holds()).isFalse();
        assertThat(request.inspect(context).fact(FactName.KNOWN_SENDER)).isPresent();
        Files.writeString(folder.resolve("brands.tsv"), "no tab here\n");
        assertThat(org.assertj.core.api.Assertions.catchThrowableOfType(
                                ContextRefused.class, () -> Context.from(folder))
                        .text(java.util.Locale.ENGLISH))
                .contains("no tab here");
    }

    @Test
    void knowsWhomTheOperatorHasWrittenTo() throws IOException {
        Path past = Files.createDirectories(folder.resolve("past-mail"));
        Files.write(
                past.resolve("1.eml"),
                Letter.from("星野 <hoshino@example3.co.jp>")
                        .header("To", "yamada@example1.co.jp, b@example2.co.jp")
                        .subject("見積書")
                        .text("お送りします。")
                        .bytes());
        Files.write(
                past.resolve("2.eml"),
                Letter.from("stranger <stranger@example4.co.jp>")
                        .header("To", "hoshino@example3.co.jp")
                        .text("はじめまして。")
                        .bytes());
        assertThat(org.assertj.core.api.Assertions.catchThrowableOfType(
                                ContextRefused.class, () -> Context.from(folder))
                        .text(java.util.Locale.ENGLISH))
                .contains("own-domains.txt");
        Files.writeString(folder.resolve("own-domains.txt"), "example3.co.jp\n");
        Context context = Context.from(folder);
        assertThat(Letter.from("b <B@example2.co.jp>")
                        .subject("x")
                        .text("x")
                        .inspect(context)
                        .fact(FactName.KNOWN_SENDER))
                .isPresent();
        assertThat(Letter.from("stranger <stranger@example4.co.jp>")
                        .subject("x")
                        .text("x")
                        .inspect(context)
                        .fact(FactName.KNOWN_SENDER))
                .isEmpty();
    }
}
