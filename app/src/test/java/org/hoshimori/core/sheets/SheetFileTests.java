package org.hoshimori.core.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SheetFileTests {

    private static final Charset SHIFT_JIS = Charset.forName("windows-31j");

    @TempDir
    Path folder;

    @Test
    void readsTextInTheEncodingsAndWithTheSeparatorsThatOccur() throws IOException {
        String text = "番号,名称\r\n1,\"高橋, ①髙橋\"\r\n\r\n2,\"二行\n目\"\r\n";
        for (byte[] bytes : List.of(
                text.getBytes(StandardCharsets.UTF_8),
                ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8),
                text.getBytes(SHIFT_JIS),
                ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE))) {
            assertThat(rows(bytes))
                    .containsExactly(
                            new Sheet.Row(1, List.of("番号", "名称")),
                            new Sheet.Row(2, List.of("1", "高橋, ①髙橋")),
                            new Sheet.Row(4, List.of("2", "二行\n目")));
        }
        assertThat(rows("a\tb,c\n1\t2".getBytes(StandardCharsets.UTF_8))
                        .getFirst()
                        .cells())
                .containsExactly("a", "b,c");
    }

    @Test
    void saysWhichTextItCannotRead() throws IOException {
        assertThat(read(new byte[] {(byte) 0x81, (byte) 0xFF, (byte) 0xFE, 0x41}))
                .isEqualTo(new SheetFile.Outcome.Unreadable(SheetFile.Problem.ENCODING, "A1"));
        assertThat(read(new byte[] {'G', 'I', 'F', 0, 1, 2}))
                .isEqualTo(new SheetFile.Outcome.Unreadable(SheetFile.Problem.NO_TABLE, ""));
        assertThat(read("%PDF-1.7".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(new SheetFile.Outcome.Unreadable(SheetFile.Problem.NO_TABLE, ""));
        assertThat(read(new byte[0])).isEqualTo(new SheetFile.Outcome.Unreadable(SheetFile.Problem.EMPTY, ""));
        assertThat(read(" ,,\n".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new SheetFile.Outcome.Unreadable(SheetFile.Problem.EMPTY, ""));
    }

    /** Phonetic readings, which Japanese Excel keeps beside each text; days by built-in, Japanese and own formats; a formula's last value. */
    @Test
    void readsWhatExcelShows() throws IOException {
        byte[] file = TestSheets.raw("""
                <row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" s="1"><v>45383</v></c><c r="D2" s="2"><v>45383</v></c></row>
                <row r="5"><c r="A5"><v>0.30000000000000004</v></c><c r="B5"><f>1+1</f><v>2</v></c>
                  <c r="C5" t="str"><f>"x"</f><v>式の値</v></c><c r="D5" t="b"><v>1</v></c><c r="E5" t="e"><v>#N/A</v></c>
                  <c r="F5"><v>1234567</v></c><c r="G5" s="3"><v>45383.5</v></c><c r="H5" t="inlineStr"><is><t>直接</t></is></c></row>""", """
                <si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/></si>""", """
                <numFmts count="2"><numFmt numFmtId="176" formatCode="[$-411]ggge&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/>
                <numFmt numFmtId="177" formatCode="yyyy/mm/dd hh:mm"/></numFmts>
                <cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/><xf numFmtId="177"/></cellXfs>""");
        assertThat(rows(file))
                .containsExactly(
                        new Sheet.Row(2, List.of("東京", "", "2024-04-01", "2024-04-01")),
                        new Sheet.Row(5, List.of("0.3", "2", "式の値", "TRUE", "#N/A", "1234567", "2024-04-01", "直接")));
    }

    @Test
    void readsTheOlderFormat() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            Row row = workbook.createSheet("台帳").createRow(3);
            row.createCell(0).setCellValue("機器");
            row.createCell(1).setCellValue(45383);
            var day = workbook.createCellStyle();
            day.setDataFormat(workbook.createDataFormat().getFormat("yyyy\"年\"m\"月\"d\"日\""));
            row.getCell(1).setCellStyle(day);
            row.createCell(2).setCellFormula("1+2");
            workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
            workbook.write(out);
        }
        assertThat(rows(out.toByteArray())).containsExactly(new Sheet.Row(4, List.of("機器", "2024-04-01", "3")));
    }

    @Test
    void refusesWhatIsLockedBrokenOrNoTable() throws IOException {
        ByteArrayOutputStream locked = new ByteArrayOutputStream();
        try (POIFSFileSystem files = new POIFSFileSystem()) {
            files.getRoot().createDocument("EncryptedPackage", new java.io.ByteArrayInputStream(new byte[64]));
            files.writeFilesystem(locked);
        }
        assertThat(read(locked.toByteArray()))
                .isEqualTo(new SheetFile.Outcome.Unreadable(SheetFile.Problem.LOCKED, ""));
        byte[] whole = TestSheets.xlsx(List.of(List.of("a", "b"), List.of("1", "2")));
        assertThat(read(Arrays.copyOf(whole, whole.length / 2)))
                .isEqualTo(new SheetFile.Outcome.Unreadable(SheetFile.Problem.DAMAGED, ""));
        assertThat(read(TestSheets.zip(Map.of("word/document.xml", "<x/>"))))
                .isEqualTo(new SheetFile.Outcome.Unreadable(SheetFile.Problem.NO_TABLE, ""));
    }

    @Test
    void refusesAnArchiveThatSwells() throws IOException {
        Path file = folder.resolve("bomb.xlsx");
        TestSheets.bomb(file);
        assertThat(Files.size(file)).isLessThan(1 << 20);
        assertThat(SheetFile.read(file))
                .isEqualTo(new SheetFile.Outcome.Unreadable(SheetFile.Problem.SWELLS, "xl/worksheets/sheet1.xml"));
    }

    @Test
    void refusesMoreRowsThanARegisterHas() throws IOException {
        byte[] rows = "x\n".repeat(SheetFile.MOST_ROWS + 1).getBytes(StandardCharsets.UTF_8);
        assertThat(read(rows))
                .isEqualTo(new SheetFile.Outcome.Unreadable(SheetFile.Problem.TOO_MANY_ROWS, "CSV!A101001"));
        assertThat(read(Arrays.copyOf(rows, rows.length - 2))).isInstanceOf(SheetFile.Outcome.Read.class);
    }

    /** Whatever a byte is changed to, the answer is an outcome and never an exception. */
    @Test
    void survivesSpoiledFiles() throws IOException {
        byte[] xlsx = Files.readAllBytes(Path.of("src/test/resources/sheets/register-a.xlsx"));
        ByteArrayOutputStream xls = new ByteArrayOutputStream();
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            for (int r = 0; r < 20; r++) {
                workbook.getNumberOfSheets();
                (r == 0 ? workbook.createSheet("台帳") : workbook.getSheetAt(0))
                        .createRow(r)
                        .createCell(0)
                        .setCellValue("行" + r);
            }
            workbook.write(xls);
        }
        Random random = new Random(20261128);
        for (byte[] whole : List.of(xlsx, xls.toByteArray())) {
            for (int i = 0; i < 300; i++) {
                byte[] spoiled = whole.clone();
                for (int n = 0; n <= i % 4; n++) {
                    spoiled[random.nextInt(spoiled.length)] = (byte) random.nextInt();
                }
                read(i % 5 == 0 ? Arrays.copyOf(spoiled, random.nextInt(spoiled.length)) : spoiled);
            }
        }
    }

    @Test
    void namesCellsAsSpreadsheetsDo() {
        assertThat(List.of(
                        Sheet.at(0, 1),
                        Sheet.at(1, 12),
                        Sheet.at(25, 3),
                        Sheet.at(26, 3),
                        Sheet.at(701, 9),
                        Sheet.at(702, 9)))
                .containsExactly("A1", "B12", "Z3", "AA3", "ZZ9", "AAA9");
    }

    private List<Sheet.Row> rows(byte[] bytes) throws IOException {
        assertThat(read(bytes)).isInstanceOf(SheetFile.Outcome.Read.class);
        List<Sheet.Row> rows = new ArrayList<>();
        ((SheetFile.Outcome.Read) read(bytes)).sheets().forEach(s -> rows.addAll(s.rows()));
        return rows;
    }

    private SheetFile.Outcome read(byte[] bytes) throws IOException {
        Path file = folder.resolve("file");
        Files.write(file, bytes);
        return SheetFile.read(file);
    }
}
