package org.hoshimori.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What attachments hold: archives by their names, documents by what they would do. */
class FilesTests {

    private static Inspection mailWith(String name, byte[] content) {
        return Letter.from("山田 <yamada@example1.co.jp>")
                .subject("資料")
                .text("資料です。")
                .attach(name, content)
                .inspect();
    }

    private static byte[] zip(String... entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < entries.length; i += 2) {
                zip.putNextEntry(new ZipEntry(entries[i]));
                zip.write(entries[i + 1].getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    /** The same archive with its entries marked as encrypted. */
    private static byte[] encrypted(byte[] zip) {
        byte[] marked = zip.clone();
        ByteBuffer in = ByteBuffer.wrap(marked).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i + 10 < marked.length; i++) {
            if (in.getInt(i) == 0x04034B50) {
                marked[i + 6] |= 1;
            } else if (in.getInt(i) == 0x02014B50) {
                marked[i + 8] |= 1;
            }
        }
        return marked;
    }

    private static boolean holds(Inspection inspection, Indicator indicator) {
        return inspection.on(indicator).holds();
    }

    @Test
    void findsAProgramWithinAnArchiveWithinAnArchive() throws IOException {
        byte[] inner = zip("見積書.pdf.exe", "MZ" + "x".repeat(200));
        ByteArrayOutputStream outer = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(outer)) {
            zip.putNextEntry(new ZipEntry("inner.zip"));
            zip.write(inner);
            zip.closeEntry();
        }
        Inspection inspection = mailWith("outer.zip", outer.toByteArray());
        assertThat(holds(inspection, Indicator.ATTACHMENT_2)).isTrue();
        assertThat(holds(inspection, Indicator.ATTACHMENT_5)).isTrue();
        assertThat(holds(mailWith("outer.zip", zip("見積書.pdf", "x")), Indicator.ATTACHMENT_2))
                .isFalse();
    }

    @Test
    void listsAnEncryptedArchiveByName() throws IOException {
        Inspection inspection = mailWith("a.zip", encrypted(zip("請求書.scr", "secret")));
        assertThat(inspection.fact(FactName.ENCRYPTED_ARCHIVE)).isPresent();
        assertThat(holds(inspection, Indicator.ATTACHMENT_2)).isTrue();
    }

    @Test
    void readsNamesWrittenInShiftJis() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, java.nio.charset.Charset.forName("windows-31j"))) {
            zip.putNextEntry(new ZipEntry("表能力一覧.lnk"));
            zip.closeEntry();
        }
        Inspection inspection = mailWith("a.zip", bytes.toByteArray());
        assertThat(inspection.on(Indicator.ATTACHMENT_3).reason().arguments()).contains("表能力一覧.lnk");
    }

    @Test
    void listsSevenZip() throws IOException {
        SeekableInMemoryByteChannel channel = new SeekableInMemoryByteChannel();
        try (SevenZOutputFile archive = new SevenZOutputFile(channel)) {
            SevenZArchiveEntry entry = new SevenZArchiveEntry();
            entry.setName("setup.exe");
            archive.putArchiveEntry(entry);
            archive.write("content".getBytes(StandardCharsets.UTF_8));
            archive.closeArchiveEntry();
        }
        byte[] bytes = java.util.Arrays.copyOf(channel.array(), (int) channel.size());
        assertThat(holds(mailWith("a.7z", bytes), Indicator.ATTACHMENT_2)).isTrue();
    }

    @Test
    void listsRar() {
        ByteBuffer rar = ByteBuffer.allocate(200).order(ByteOrder.LITTLE_ENDIAN);
        byte[] name = "invoice.js".getBytes(StandardCharsets.US_ASCII);
        rar.put("Rar!\u001a\u0007\0".getBytes(StandardCharsets.ISO_8859_1));
        rar.putShort((short) 0)
                .put((byte) 0x73)
                .putShort((short) 0)
                .putShort((short) 13)
                .put(new byte[6]);
        rar.putShort((short) 0).put((byte) 0x74).putShort((short) 4).putShort((short) (32 + name.length));
        rar.putInt(0).putInt(0).put((byte) 2).putInt(0).putInt(0).put((byte) 29).put((byte) 0x33);
        rar.putShort((short) name.length).putInt(0).put(name);
        Inspection inspection = mailWith("a.rar", rar.array());
        assertThat(holds(inspection, Indicator.ATTACHMENT_2)).isTrue();
        assertThat(inspection.fact(FactName.ENCRYPTED_ARCHIVE)).isPresent();
    }

    /** Written by the format's public note: signature, main header, a file (perhaps encrypted), end. */
    private static byte[] rar5(String name, boolean encrypted) {
        byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(new byte[] {2, (byte) (encrypted ? 3 : 2)}); // a file, with data behind it and perhaps a record
        if (encrypted) {
            file.write(4);
        }
        file.writeBytes(new byte[] {3, 4, 3, 0x20, 1, 2, 3, 4, 0, 1, (byte) utf8.length});
        file.writeBytes(utf8);
        if (encrypted) {
            file.writeBytes(new byte[] {3, 1, 0, 0}); // its size, and that it is about encryption
        }
        ByteArrayOutputStream rar = new ByteArrayOutputStream();
        rar.writeBytes("Rar!\u001a\u0007\u0001\0".getBytes(StandardCharsets.ISO_8859_1));
        for (byte[] header : List.of(new byte[] {1, 0, 0}, file.toByteArray(), new byte[] {5, 0, 0})) {
            rar.writeBytes(new byte[4]);
            rar.write(header.length);
            rar.writeBytes(header);
            if (header[0] == 2) {
                rar.writeBytes(new byte[] {'a', 'b', 'c'});
            }
        }
        return rar.toByteArray();
    }

    @Test
    void listsTheNewerRar() {
        assertThat(ArchiveNames.rar(rar5("請求書.pdf.js", false), 10))
                .isEqualTo(new ArchiveNames.Listing(List.of("請求書.pdf.js"), false));
        assertThat(ArchiveNames.rar(rar5("請求書.pdf.js", true), 10))
                .isEqualTo(new ArchiveNames.Listing(List.of("請求書.pdf.js"), true));
        Inspection inspection = mailWith("a.rar", rar5("請求書.pdf.js", true));
        assertThat(holds(inspection, Indicator.ATTACHMENT_2)).isTrue();
        assertThat(holds(inspection, Indicator.ATTACHMENT_5)).isTrue();
        assertThat(inspection.fact(FactName.ENCRYPTED_ARCHIVE)).isPresent();
    }

    @Test
    void listsADiskImage() {
        ByteBuffer iso = ByteBuffer.allocate(20 * 2048).order(ByteOrder.LITTLE_ENDIAN);
        iso.put(16 * 2048, (byte) 1).put(16 * 2048 + 1, "CD001".getBytes(StandardCharsets.US_ASCII));
        iso.putInt(16 * 2048 + 156 + 2, 18).putInt(16 * 2048 + 156 + 10, 2048);
        iso.put(17 * 2048, (byte) 255);
        byte[] name = "DOCUMENT.LNK;1".getBytes(StandardCharsets.US_ASCII);
        iso.put(18 * 2048, (byte) (34 + name.length))
                .put(18 * 2048 + 32, (byte) name.length)
                .put(18 * 2048 + 33, name);
        Inspection inspection = mailWith("disk.iso", iso.array());
        assertThat(inspection.on(Indicator.ATTACHMENT_3).reason().arguments()).contains("DOCUMENT.LNK");
        assertThat(inspection.fact(FactName.DISK_IMAGE_ATTACHED)).isPresent();
    }

    @Test
    void seesMacrosAndForeignTemplatesOfOfficeFiles() throws IOException {
        byte[] macro = zip("[Content_Types].xml", "<Types/>", "word/vbaProject.bin", "x");
        assertThat(mailWith("a.docx", macro).fact(FactName.MACRO)).isPresent();
        byte[] template = zip(
                "[Content_Types].xml",
                "<Types/>",
                "word/_rels/settings.xml.rels",
                "<Relationships><Relationship Id=\"r\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate\""
                        + " Target=\"http://203.0.113.9/t.dotm\" TargetMode=\"External\"/></Relationships>");
        assertThat(mailWith("b.docx", template).fact(FactName.EXTERNAL_TEMPLATE))
                .isPresent();
        byte[] plain = zip("[Content_Types].xml", "<Types/>", "word/document.xml", "<w/>");
        assertThat(mailWith("c.docx", plain).facts()).isEmpty();
    }

    @Test
    void seesMacrosOfOlderOfficeFiles() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (POIFSFileSystem files = new POIFSFileSystem()) {
            files.getRoot().createDirectory("Macros").createDirectory("VBA");
            files.writeFilesystem(bytes);
        }
        assertThat(mailWith("a.doc", bytes.toByteArray()).fact(FactName.MACRO)).isPresent();
    }

    @Test
    void seesScriptsOfAPdf() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)"));
            document.save(bytes);
        }
        assertThat(mailWith("a.pdf", bytes.toByteArray()).fact(FactName.ACTIVE_DOCUMENT))
                .isPresent();
        ByteArrayOutputStream harmless = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            PDAnnotationLink link = new PDAnnotationLink();
            PDActionURI action = new PDActionURI();
            action.setURI("https://www.example1.co.jp/");
            link.setAction(action);
            page.getAnnotations().add(link);
            document.addPage(page);
            document.save(harmless);
        }
        assertThat(mailWith("b.pdf", harmless.toByteArray()).facts()).isEmpty();
    }

    @Test
    void seesThePasswordFieldOfAnAttachedPage() {
        String page =
                "<html><body><form action='https://x.example.net/'><input type='password' name='p'></form></body></html>";
        assertThat(mailWith("login.html", page.getBytes(StandardCharsets.UTF_8)).fact(FactName.SECRET_PAGE_ATTACHED))
                .isPresent();
    }

    @Test
    void callsABombABomb() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("zeros.txt"));
            byte[] zeros = new byte[1_000_000];
            for (int i = 0; i < 120; i++) {
                zip.write(zeros);
            }
            zip.closeEntry();
        }
        assertThat(mailWith("bomb.zip", bytes.toByteArray()).fact(FactName.BOMB))
                .isPresent();
    }

    @Test
    void takesBrokenFilesAsTheyAre() {
        for (String start : new String[] {
            "PK\u0003\u0004",
            "7z\u00bc\u00af\u0027\u001c",
            "Rar!\u001a\u0007\0",
            "Rar!\u001a\u0007\u0001\0",
            "MSCF",
            "%PDF-1.7\n",
            "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1",
            "\u001f\u008b\u0008\0"
        }) {
            byte[] bytes = (start + "x".repeat(300)).getBytes(StandardCharsets.ISO_8859_1);
            assertThat(holds(mailWith("broken.bin", bytes), Indicator.ATTACHMENT_1))
                    .isTrue();
        }
    }

    private static Inspection pictureOf(String words, String subject) throws IOException {
        return Letter.from("山田 <yamada@example1.co.jp>")
                .subject(subject)
                .text("コードを読み取ってください。")
                .attach("code.png", Samples.picture(words))
                .inspect();
    }

    @Test
    void readsQrCodesInPictures() throws IOException {
        Inspection foreign = pictureOf("https://login-check.top/x", "確認のお願い");
        assertThat(foreign.fact(FactName.LINK_IN_QR_CODE)).isPresent();
        assertThat(foreign.fact(FactName.LINK_SUFFIX_CHEAP)).isPresent();
        assertThat(pictureOf("https://www.example1.co.jp/form", "確認のお願い").fact(FactName.LINK_IN_QR_CODE))
                .isEmpty();
        assertThat(pictureOf("席番号 12", "確認のお願い").fact(FactName.LINK_IN_QR_CODE)).isEmpty();
    }

    @Test
    void readsQrCodesInPdf() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawImage(
                        LosslessFactory.createFromImage(document, Samples.image("https://pay-now.top/")), 50, 50);
            }
            document.save(bytes);
        }
        Inspection inspection = mailWith("請求書.pdf", bytes.toByteArray());
        assertThat(inspection.fact(FactName.LINK_IN_QR_CODE)).isPresent();
    }

    @Test
    void findsLinksOfCalendarInvitations() {
        byte[] invitation =
                "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nLOCATION:https://bit.l\r\n y/3abc\r\nEND:VEVENT\r\nEND:VCALENDAR"
                        .getBytes(StandardCharsets.UTF_8);
        assertThat(mailWith("invite.ics", invitation).fact(FactName.LINK_SHORTENED))
                .hasValueSatisfying(f -> assertThat(f.where()).isEqualTo("attachment:invite.ics"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "files.cab",
                "files.lzh",
                "files.tar",
                "files.tgz",
                "files.tbz",
                "files.txz",
                "files.arj",
                "files.7z",
                "crypt-names.7z",
                "crypt.zip"
            })
    void listsArchivesThatRealToolsWrote(String name) throws IOException {
        assertThat(mailWith(name, archive(name))
                        .on(Indicator.ATTACHMENT_2)
                        .reason()
                        .arguments())
                .containsExactly("setup.exe");
    }

    @ParameterizedTest
    @ValueSource(strings = {"crypt.7z", "crypt-names.7z", "crypt.zip"})
    void tellsThatAnArchiveIsEncrypted(String name) throws IOException {
        assertThat(mailWith(name, archive(name)).fact(FactName.ENCRYPTED_ARCHIVE))
                .isPresent();
    }

    private static byte[] archive(String name) throws IOException {
        try (InputStream in = FilesTests.class.getResourceAsStream("archives/" + name)) {
            assertThat(in).isNotNull();
            return in.readAllBytes();
        }
    }
}
