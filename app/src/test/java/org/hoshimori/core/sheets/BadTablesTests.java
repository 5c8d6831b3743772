package org.hoshimori.core.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are no tables, or worse: each is refused for what it is, or read as far as it is harmless. */
class BadTablesTests {

    private static final String STYLES = "<cellXfs count=\"1\"><xf numFmtId=\"0\"/></cellXfs>";
    private static final int ALL_ROWS_OF_EXCEL = 1_048_576;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><table><tr><td>名称</td></tr></table></html>",
                "<!DOCTYPE html>\n<table>",
                "\n  <table border=1><tr><td>資産名称</td></tr></table>",
                "<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook/>",
                "MIME-Version: 1.0\nContent-Type: multipart/related"
            })
    void tellsThatAWebPageIsNoTable(String text) throws IOException {
        assertThat(read(text.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new SheetFile.Outcome.Unreadable(SheetFile.Problem.WEB_PAGE, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"xl/workbook.bin", "content.xml", "Index/Document.iwa"})
    void tellsThatItIsAnotherKindOfTable(String part) throws IOException {
        assertThat(read(TestSheets.zip(Map.of(part, ""))))
                .isEqualTo(new SheetFile.Outcome.Unreadable(SheetFile.Problem.OTHER_TABLE, ""));
    }

    @Test
    void readsATableWithMacrosAndLeavesThemAlone() throws IOException {
        Map<String, String> parts = parts(TestSheets.raw("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>", "", STYLES));
        parts.put("xl/vbaProject.bin", "macros");
        assertThat(rows(TestSheets.zip(parts))).containsExactly(new Sheet.Row(1, List.of("1")));
    }

    @Test
    void tellsFormulasThatWereNeverComputedFromEmptyCells() throws IOException {
        assertThat(rows(TestSheets.raw(
                        "<row r=\"1\"><c r=\"A1\"><f>B1+1</f></c><c r=\"B1\" t=\"str\"><f>\"\"</f><v></v></c>"
                                + "<c r=\"C1\" t=\"e\"><f>X!A1</f><v>#REF!</v></c></row>",
                        "",
                        STYLES)))
                .containsExactly(new Sheet.Row(1, List.of(Broken.NOT_COMPUTED, "", "#REF!")));
    }

    @Test
    void expandsNoEntities() throws IOException {
        Map<String, String> parts = parts(TestSheets.raw("", "", STYLES));
        Path secret = Files.writeString(folder.resolve("secret"), "秘密");
        parts.computeIfPresent(
                "xl/worksheets/sheet1.xml",
                (_, xml) -> "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY f SYSTEM \""
                        + secret.toUri() + "\">]>"
                        + xml.replace(
                                "<sheetData>",
                                "<sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>x&b;&f;</t></is></c></row>"));
        SheetFile.Outcome outcome = read(TestSheets.zip(parts));
        assertThat(outcome.toString()).doesNotContain("秘密", "aaaa");
    }

    @Test
    void refusesTextsThatSwell() throws IOException {
        Path file = folder.resolve("texts.xlsx");
        byte[] letters = "あ".repeat(1 << 18).getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String part : List.of("[Content_Types].xml", "xl/workbook.xml", "xl/sharedStrings.xml")) {
                zip.putNextEntry(new ZipEntry(part));
                for (int i = 0; i < (part.contains("Strings") ? 200 : 0); i++) {
                    zip.write(letters);
                }
                zip.closeEntry();
            }
        }
        assertThat(SheetFile.read(file))
                .isEqualTo(new SheetFile.Outcome.Unreadable(SheetFile.Problem.SWELLS, "xl/sharedStrings.xml"));
    }

    @Test
    void namesTheCellAtWhichASheetIsTooLong() throws IOException {
        assertThat(SheetFile.read(sheetOfAllRows("<v>1</v>")))
                .isEqualTo(new SheetFile.Outcome.Unreadable(SheetFile.Problem.TOO_MANY_ROWS, "表!A101001"));
    }

    @Test
    void readsASheetOfWhichOnlyTheFormatsGoOnForever() throws IOException {
        assertThat(SheetFile.read(sheetOfAllRows("")))
                .isEqualTo(new SheetFile.Outcome.Unreadable(SheetFile.Problem.EMPTY, ""));
    }

    private Path sheetOfAllRows(String value) throws IOException {
        Path file = folder.resolve("rows.xlsx");
        Map<String, String> parts = parts(TestSheets.raw("<!--rows-->", "", STYLES));
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                String[] around = part.getValue().split("<!--rows-->", -1);
                zip.write(around[0].getBytes(StandardCharsets.UTF_8));
                for (int r = 1; around.length == 2 && r <= ALL_ROWS_OF_EXCEL; r++) {
                    zip.write(("<row r=\"" + r + "\"><c r=\"A" + r + "\" s=\"0\">" + value + "</c></row>")
                            .getBytes(StandardCharsets.UTF_8));
                }
                zip.write((around.length == 2 ? around[1] : "").getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return file;
    }

    @Test
    void namesTheCellWhoseQuotationMarkIsNeverClosed() throws IOException {
        assertThat(read("名称,備考\n甲,\"乙\n丙,丁\n".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new SheetFile.Outcome.Unreadable(SheetFile.Problem.OPEN_QUOTE, "B2"));
    }

    @Test
    void readsTheTablesOfAMarkdownTextAsSheets() throws IOException {
        SheetFile.Outcome outcome = read("""
                # Register
                ## Systems
                | ID | Name |
                |----|:----:|
                | 1 | a \\| b |

                ## Flows
                | From | To |
                | --- | --- |
                | x | y |
                """.getBytes(StandardCharsets.UTF_8));
        assertThat(((SheetFile.Outcome.Read) outcome).sheets())
                .containsExactly(
                        new Sheet(
                                "Systems",
                                List.of(
                                        new Sheet.Row(3, List.of("ID", "Name")),
                                        new Sheet.Row(5, List.of("1", "a | b"))),
                                List.of()),
                        new Sheet(
                                "Flows",
                                List.of(new Sheet.Row(8, List.of("From", "To")), new Sheet.Row(10, List.of("x", "y"))),
                                List.of()));
    }

    private Map<String, String> parts(byte[] archive) throws IOException {
        Path file = Files.write(folder.resolve("parts.zip"), archive);
        Map<String, String> parts = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (var entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                parts.put(
                        entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }

    private List<Sheet.Row> rows(byte[] bytes) throws IOException {
        return ((SheetFile.Outcome.Read) read(bytes)).sheets().getFirst().rows();
    }

    private SheetFile.Outcome read(byte[] bytes) throws IOException {
        return SheetFile.read(Files.write(folder.resolve("file"), bytes));
    }
}
