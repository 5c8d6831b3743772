package org.hoshimori.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.hoshimori.catalog.Lang;
import org.junit.jupiter.api.Test;

class ApplicabilityWriterTests {

    @Test
    void listsEveryClauseWithWhetherWhyAndHow() throws IOException {
        try (XSSFWorkbook book = open(statement("親会社の規程による"))) {
            XSSFSheet sheet = book.getSheet("適用宣言");
            assertThat(words(sheet, 0)).containsExactly("適用宣言書");
            assertThat(words(sheet, 1)).containsExactly("星守　規程　第2版　施行日 2026年4月1日");
            assertThat(words(sheet, 2))
                    .containsExactly(
                            "条項ID",
                            "章",
                            "番号",
                            "条項",
                            "適用",
                            "除外の理由",
                            "実施の方法",
                            "NIST CSF 2.0",
                            "ISO/IEC 27001 附属書A",
                            "定めている値");
            assertThat(words(sheet, 3))
                    .containsExactly(
                            "acc-2.b",
                            "第4章　アクセス",
                            "2",
                            "試行回数の上限",
                            "適用",
                            "",
                            "システムが実施・点検 (2)\n周知のみ (1)",
                            "PR.AA-01 PR.AA-03",
                            "A.8.5",
                            "上限: 3\n期間: 6時間");
            assertThat(words(sheet, 4)).contains("適用除外", "親会社の規程による");
        }
    }

    @Test
    void listsEveryParameterWithWhoSetIt() throws IOException {
        try (XSSFWorkbook book = open(statement(""))) {
            XSSFSheet sheet = book.getSheet("パラメータ");
            assertThat(words(sheet, 3))
                    .containsExactly("acc-2.b_limit", "acc-2.b", "上限", "3", "5", "回", "自社で設定", "tailoring.yaml:12");
            assertThat(words(sheet, 4).get(6)).isEqualTo("要記入");
        }
    }

    @Test
    void keepsHeadInSightFiltersAndPrintsOnA4() throws IOException {
        try (XSSFWorkbook book = open(statement(""))) {
            XSSFSheet sheet = book.getSheetAt(0);
            assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
            assertThat(sheet.getPaneInformation().getHorizontalSplitTopRow()).isEqualTo((short) 3);
            assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A3:J5");
            assertThat(sheet.getPrintSetup().getPaperSize()).isEqualTo(PrintSetup.A4_PAPERSIZE);
            assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
            assertThat(sheet.getFitToPage()).isTrue();
            assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("3:3");
            assertThat(sheet.getFooter().getRight()).contains("&P / &N");
            assertThat(book.getFontAt(0).getFontName()).isEqualTo("BIZ UDPGothic");
        }
    }

    @Test
    void neverMakesAFormulaOfWords() throws IOException {
        for (String words :
                List.of("=1+1", "+1", "-1", "@SUM(A1)", "=HYPERLINK(\"http://example.jp\")", "\t=1", "1 & 2 <b>")) {
            try (XSSFWorkbook book = open(statement(words))) {
                Cell cell = book.getSheetAt(0).getRow(4).getCell(5);
                assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
                assertThat(cell.getStringCellValue())
                        .isEqualTo(CleanText.of(words).strip());
                assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
                assertThat(cell.getCellStyle().getDataFormatString()).isEqualTo("@");
            }
        }
    }

    @Test
    void cutsWordsThatNoCellCanHold() throws IOException {
        try (XSSFWorkbook book = open(statement("𠮷".repeat(20_000) + "\u0000"))) {
            assertThat(book.getSheetAt(0).getRow(4).getCell(5).getStringCellValue())
                    .hasSizeLessThan(32_767)
                    .endsWith("𠮷…");
        }
    }

    @Test
    void isValidAgainstTheStandardsSchemas() throws IOException {
        OfficeSchemas schemas = OfficeSchemas.sheet();
        var parts = Written.parts(write(statement("=x")));
        parts.keySet().removeIf(n -> n.contains("_rels") || n.equals("[Content_Types].xml") || n.endsWith("core.xml"));
        assertThat(parts).hasSize(5);
        parts.forEach((name, part) -> assertThat(schemas.faults(part)).as(name).isEmpty());
    }

    @Test
    void writesTheSameBytesAgain() throws IOException {
        assertThat(write(statement("x"))).isEqualTo(write(statement("x")));
    }

    private static ApplicabilityStatement statement(String reason) {
        return new ApplicabilityStatement(
                Lang.JA,
                "規程",
                "星守",
                "第2版",
                "2026年4月1日",
                LocalDate.of(2026, 4, 1),
                List.of(
                        new ApplicabilityStatement.Clause(
                                "acc-2.b",
                                "第4章　アクセス",
                                "2",
                                "試行回数の上限",
                                true,
                                "",
                                2,
                                0,
                                1,
                                List.of("PR.AA-01", "PR.AA-03"),
                                List.of("A.8.5"),
                                List.of("上限: 3", "期間: 6時間")),
                        new ApplicabilityStatement.Clause(
                                "acc-3",
                                "第4章　アクセス",
                                "3",
                                "登録",
                                false,
                                reason,
                                0,
                                0,
                                0,
                                List.of(),
                                List.of(),
                                List.of())),
                List.of(
                        new ApplicabilityStatement.Parameter(
                                "acc-2.b_limit", "acc-2.b", "上限", "3", "5", "回", Run.State.SET, "tailoring.yaml:12"),
                        new ApplicabilityStatement.Parameter(
                                "org_revised-on", "org", "改訂日", "○年○月○日", "", "", Run.State.FILL, "")));
    }

    private static byte[] write(ApplicabilityStatement statement) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Documents.write(statement, out);
        return out.toByteArray();
    }

    private static XSSFWorkbook open(ApplicabilityStatement statement) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(write(statement)));
    }

    private static List<String> words(XSSFSheet sheet, int row) {
        Row cells = sheet.getRow(row);
        return IntStream.range(0, cells.getLastCellNum())
                .mapToObj(c -> cells.getCell(c).getStringCellValue())
                .toList();
    }
}
