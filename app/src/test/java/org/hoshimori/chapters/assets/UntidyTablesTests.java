package org.hoshimori.chapters.assets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Registers as companies keep them: whatever they look like, each row is read or refused by its cell, and no row is made up. */
class UntidyTablesTests {

    @ParameterizedTest
    @ValueSource(strings = {"register-a.xlsx", "register-a.csv"})
    void readsARealRegister(String file) throws IOException {
        ReadAlone read = ReadAlone.file(Path.of("src/test/resources/sheets", file));
        assertThat(read.review().counts().rows()).isEqualTo(71);
        assertThat(read.entered()).hasSize(70);
        assertThat(read.faults()).containsExactly("C92 needed", "I92 no-choice", "N92 no-day");
        Asset payroll = read.entered().get(1);
        assertThat(payroll.name()).isEqualTo("給与台帳データ");
        assertThat(payroll.personal()).isEqualTo(PersonalInformation.SPECIFIC);
        assertThat(payroll.rating().values()).isEqualTo(new Values(3, 2, 2));
        assertThat(payroll.keeping().term()).isEqualTo("5年");
        assertThat(payroll.scope().departments()).hasSize(1);
        assertThat(read.entered().getFirst().note()).isEqualTo("改行あり\n2行目");
        assertThat(read.entered().getFirst().keeping().medium()).isEqualTo(Keeping.Medium.PAPER);
    }

    @ParameterizedTest
    @CsvSource({
        "資産名称, 管理部門, 重要性, 更新日",
        "名称, 所管部署, 重要度, 登録日",
        "情報資産名, 部署名, 重要度ランク, 作成日",
        "情報の名称, 主管課, 総合評価, 登録年月日",
        "Name, Owner, Importance, Date registered"
    })
    void recognisesTheHeadingsThatOccur(String name, String department, String importance, String day)
            throws IOException {
        ReadAlone read = ReadAlone.text("社内用,,,,\n" + name + "," + department + "," + importance + ",機密性(C)," + day
                + "\n顧客名簿,営業部,3,3,2024/4/1\n");
        Map<String, String> fields = read.fields();
        assertThat(fields)
                .containsEntry("A2", "assetName")
                .containsEntry("B2", "managingDepartment")
                .containsEntry("C2", "importance")
                .containsEntry("D2", "confidentiality");
        assertThat(fields.containsKey("E2")).isEqualTo(!day.equals("更新日"));
        assertThat(read.only().name()).isEqualTo("顧客名簿");
    }

    @ParameterizedTest
    @CsvSource({
        "3, 3",
        "３, 3",
        "③, 3",
        "極秘, 3",
        "3（極秘）, 3",
        "極秘[3], 3",
        "３：極秘情報, 3",
        "レベル3, 3",
        "高, 3",
        "High, 3",
        "2.社外秘, 2",
        "社外秘, 2",
        "中, 2",
        "M, 2",
        "公開, 1",
        "1, 1",
        "低, 1",
        "Public, 1",
        "Lv.2, 2"
    })
    void readsAValueHoweverItIsWritten(String said, int value) throws IOException {
        assertThat(rated(said).only().rating().values().confidentiality()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4", "0", "○", "2～3", "3か2", "未定", "要確認", "-1", "1.5"})
    void refusesAValueThatThereIsNot(String said) throws IOException {
        assertThat(rated(said).faults()).containsExactly("C2 no-choice");
    }

    @Test
    void needsTheConfidentiality() throws IOException {
        assertThat(rated("").faults()).containsExactly("C2 needed");
    }

    private static ReadAlone rated(String said) throws IOException {
        return ReadAlone.text("名称\t管理部署\t機密性\n顧客名簿\t営業部\t" + said + "\n");
    }

    @ParameterizedTest
    @CsvSource({
        "なし, NONE",
        "無, NONE",
        "－, NONE",
        "×, NONE",
        "該当なし, NONE",
        "'', NONE",
        "有, ORDINARY",
        "○, ORDINARY",
        "◯, ORDINARY",
        "個人情報, ORDINARY",
        "個人・マイナンバー, SPECIFIC",
        "特定個人情報, SPECIFIC",
        "要配慮, SENSITIVE",
        "個人、要配慮, SENSITIVE",
        "Yes, ORDINARY"
    })
    void readsTheKindOfPersonalInformation(String said, PersonalInformation kind) throws IOException {
        assertThat(ReadAlone.text("名称,管理部署,機密性,個人情報の有無\n顧客名簿,営業部,3," + said + "\n")
                        .only()
                        .personal())
                .isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "令和6年4月1日",
                "Ｒ６．４．１",
                "R6.4.1",
                "2024.4.1",
                "２０２４／４／１",
                "45383",
                "2024年4月1日(月)",
                "Apr 1, 2024",
                "1-Apr-2024",
                "2024−04−01",
                "㋿6年4月1日"
            })
    void readsDaysOfAllKinds(String said) throws IOException {
        assertThat(ReadAlone.text("名称\t管理部署\t機密性\t登録日\n顧客名簿\t営業部\t3\t" + said + "\n")
                        .only()
                        .registeredOn())
                .isEqualTo("2024-04-01");
    }

    @Test
    void keepsHowLongInTheWordsOfTheTableUnlessItIsADay() throws IOException {
        ReadAlone read = ReadAlone.text("名称,管理部署,機密性,保存期間\n甲,営業部,2,退職後3年\n乙,営業部,2,令和13年3月31日\n丙,営業部,2,\n");
        assertThat(read.entered())
                .extracting(Asset::keeping)
                .extracting(Keeping::term, Keeping::until)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("退職後3年", null),
                        org.assertj.core.groups.Tuple.tuple("", LocalDate.of(2031, 3, 31)),
                        org.assertj.core.groups.Tuple.tuple("", null));
    }

    /** Titles, notes, units, examples, groups, sums and what is numbered in advance; headings that are printed on each page. */
    @Test
    void takesOnlyAssetsForAssets() throws IOException {
        ReadAlone read = ReadAlone.text("""
                情報資産管理台帳,,,,
                ※機密性は3:極秘 2:社外秘 1:公開,,,,
                ,,,,
                No.,情報資産名称,管理部署,機密性,備考
                例,顧客名簿（例）,営業部,3,このように記入
                1,顧客名簿,営業部,3,
                ■人事課,,,,
                2,社員名簿,人事課,3,一行目
                ,,,,二行目
                ,,,,
                No.,情報資産名称,管理部署,機密性,備考
                3,製品カタログ,営業部,1,
                4,,,,
                5,,,0,
                小計,,,7,
                合計,3件,,7,
                ※備考は任意です,,,,
                ,,,,以上
                作成日：2026年4月1日,,,,
                """);
        assertThat(read.faults()).isEmpty();
        assertThat(read.entered()).extracting(Asset::name).containsExactly("顧客名簿", "社員名簿", "製品カタログ");
        assertThat(read.entered().get(1).note()).isEqualTo("一行目\n二行目");
        assertThat(read.review().counts().rows()).isEqualTo(3);
    }

    @Test
    void leavesWhatStandsBelowTheHeadingsAsideAndReadsWhatIsTheSameAsAbove() throws IOException {
        ReadAlone read = ReadAlone.text("""
                業務分類,情報資産名称,管理部署,機密性,保管場所
                (1),(2),(3),(4),(5)
                任意,必須,必須,必須,任意
                営業,顧客名簿,営業部,3.0,金庫
                〃,見積書,〃,2,同上
                """);
        assertThat(read.faults()).isEmpty();
        assertThat(read.entered())
                .extracting(a -> a.area() + " " + a.name() + " " + a.keeping().place())
                .containsExactly("営業 顧客名簿 金庫", "営業 見積書 金庫");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3・2・1", "３／２／１", "C3 I2 A1", "3-2-1"})
    void readsAllThreeValuesFromOneCell(String said) throws IOException {
        assertThat(ReadAlone.text("名称\t管理部署\t評価値（機密性・完全性・可用性）\n名簿\t営業部\t" + said + "\n")
                        .only()
                        .rating()
                        .values())
                .isEqualTo(new Values(3, 2, 1));
    }

    @Test
    void readsHeadingsOfTwoRowsTogether() throws IOException {
        ReadAlone read = ReadAlone.text("""
                情報資産,,保存,,評価値,,,登録
                名称,管理部署,場所,期限,機密性,完全性,可用性,年月日
                顧客名簿,営業部,金庫,5年,3,2,1,R6.4.1
                """);
        assertThat(read.fields().values())
                .containsExactlyInAnyOrder(
                        "assetName",
                        "managingDepartment",
                        "place",
                        "retention",
                        "confidentiality",
                        "integrity",
                        "availability",
                        "registeredOn");
        assertThat(read.only().keeping().place()).isEqualTo("金庫");
    }

    @Test
    void readsSingleLettersOnlyWhereTheyBelongTogether() throws IOException {
        assertThat(ReadAlone.text("資産名,部署,C,I,A\n顧客名簿,営業部,3,2,1\n")
                        .only()
                        .rating()
                        .values())
                .isEqualTo(new Values(3, 2, 1));
        assertThat(ReadAlone.text("資産名,部署,機密性,A\n顧客名簿,営業部,3,x\n").fields()).doesNotContainValue("availability");
    }

    @Test
    void takesWhatAMergedCellSaysForEachOfItsRows() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Test", "1.0")) {
            workbook.newWorksheet("表紙").value(0, 0, "情報資産管理台帳");
            Worksheet sheet = workbook.newWorksheet("2026年度");
            String[][] rows = {
                {"情報資産名称", "管理部署", "媒体・保存先", "機密性", "備考"},
                {"顧客名簿", "営業部", "書類", "3", "原本"},
                {null, null, "クラウド", null, "写し"},
                {"社員名簿", "人事課", "書類", "3", "一行目"},
                {null, null, null, null, "二行目"}
            };
            for (int r = 0; r < rows.length; r++) {
                for (int c = 0; c < 5; c++) {
                    if (rows[r][c] != null) {
                        sheet.value(r, c, rows[r][c]);
                    }
                }
            }
            for (int[] merged : new int[][] {{1, 0}, {1, 1}, {1, 3}, {3, 0}, {3, 1}, {3, 2}, {3, 3}}) {
                sheet.range(merged[0], merged[1], merged[0] + 1, merged[1]).merge();
            }
        }
        ReadAlone read = ReadAlone.bytes(out.toByteArray());
        assertThat(read.faults()).isEmpty();
        assertThat(read.entered())
                .extracting(a -> a.name() + " " + a.keeping().place() + " " + a.note())
                .containsExactly("顧客名簿 書類 原本", "顧客名簿 クラウド 写し", "社員名簿 書類 一行目\n二行目");
        assertThat(read.fields()).as("of several sheets the sheet is named").containsKey("'2026年度'!A1");
    }

    @Test
    void readsTheOlderFormatWithMergedHeadingsAndFormulasThatFailed() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            Sheet sheet = workbook.createSheet("台帳");
            put(sheet, 2, "No", "情報資産名称", "管理部署", "評価値", null, null, "重要度");
            put(sheet, 3, null, null, null, "機密性", "完全性", "可用性", null);
            sheet.addMergedRegion(new CellRangeAddress(2, 2, 3, 5));
            put(sheet, 4, "1", "顧客名簿", "営業部", "3", "2", "1", null);
            sheet.getRow(4).createCell(6).setCellFormula("MAX(3,2)");
            put(sheet, 5, "2", "社員名簿", "人事課", "3", "2", "1", null);
            sheet.getRow(5).createCell(6).setCellErrorValue(org.apache.poi.ss.usermodel.FormulaError.REF.getCode());
            workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
            workbook.setSheetHidden(workbook.getSheetIndex(workbook.createSheet("名称,管理部署,機密性")), true);
            workbook.write(out);
        }
        ReadAlone read = ReadAlone.bytes(out.toByteArray());
        assertThat(read.fields()).containsEntry("D4", "confidentiality").containsEntry("G3", "importance");
        assertThat(read.faults()).containsExactly("G6 formula-error");
        assertThat(read.entered()).extracting(Asset::name).containsExactly("顧客名簿");
    }

    private static void put(Sheet sheet, int number, String... cells) {
        Row row = sheet.createRow(number);
        for (int c = 0; c < cells.length; c++) {
            if (cells[c] != null) {
                row.createCell(c).setCellValue(cells[c]);
            }
        }
    }

    @Test
    void prefersTheRegisterToItsExample() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Test", "1.0")) {
            for (String name : new String[] {"記入例", "台帳"}) {
                Worksheet sheet = workbook.newWorksheet(name);
                sheet.value(0, 0, "資産名称");
                sheet.value(0, 1, "管理部門");
                sheet.value(0, 2, "機密性");
                sheet.value(1, 0, name + "の名簿");
                sheet.value(1, 1, "営業部");
                sheet.value(1, 2, 3);
            }
        }
        assertThat(ReadAlone.bytes(out.toByteArray()).only().name()).isEqualTo("台帳の名簿");
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-31j", "UTF-8", "UTF-16", "UTF-16LE", "EUC-JP"})
    void readsTextInWhateverEncoding(String charset) throws IOException {
        byte[] table = "資産名称\t所管部署\t機密性\t保管場所\r\n顧客名簿（髙﨑支店）\t営業部\t３\tファイルサーバー\r\n"
                .replace("髙﨑", charset.equals("EUC-JP") ? "高崎" : "髙﨑")
                .getBytes(Charset.forName(charset));
        Asset asset = ReadAlone.bytes(table).only();
        assertThat(asset.name()).startsWith("顧客名簿");
        assertThat(asset.keeping().medium()).isEqualTo(Keeping.Medium.SERVER);
    }

    @Test
    void tellsRowsApartByNameDepartmentAndPlace() throws IOException {
        ReadAlone read = ReadAlone.text("""
                名称,管理部署,機密性,保管場所
                契約書,営業部,3,書庫
                契約書,営業部,3,クラウド
                契約書,購買課,3,書庫
                契約書,営業部,2,書庫
                """);
        assertThat(read.entered()).hasSize(3);
        assertThat(read.faults()).containsExactly("A5 twice");
    }

    @Test
    void readsAnEnglishRegister() throws IOException {
        Asset asset = ReadAlone.text("""
                        Asset ID,Asset name,Business area,Managing department,Users,Location,Contains personal data,Confidentiality,Integrity,Availability,Retention until,Registered on,Remarks
                        A-7,Customer list,Sales,Sales,All employees,Cloud storage,Yes,Top secret,High,Low,31 March 2031,2024-04-01,shared with partners
                        """).only();
        assertThat(asset.code()).isEqualTo("A-7");
        assertThat(asset.scope()).isEqualTo(UserScope.ALL);
        assertThat(asset.personal()).isEqualTo(PersonalInformation.ORDINARY);
        assertThat(asset.keeping().medium()).isEqualTo(Keeping.Medium.CLOUD);
        assertThat(asset.keeping().until()).isEqualTo("2031-03-31");
        assertThat(asset.rating().values()).isEqualTo(new Values(3, 2, 1));
    }

    @Test
    void readsWhoMayUseIt() throws IOException {
        UserScope scope = ReadAlone.text("名称,管理部署,機密性,利用者範囲\n名簿,営業部,3,営業部、技術部・委託先（○○社）\n")
                .only()
                .scope();
        assertThat(scope.departments()).hasSize(1);
        assertThat(scope.outsiders()).isEqualTo("委託先(○○社)");
        assertThat(ReadAlone.text("名称,管理部署,機密性,利用者範囲\n名簿,営業部,3,全社\n").only().scope())
                .isEqualTo(UserScope.ALL);
    }

    @Test
    void keepsAMediumInTheWordsOfTheTable() throws IOException {
        Keeping keeping = ReadAlone.text("名称,管理部署,機密性,媒体,保管場所\n鍵,運用部,3,HSM装置,管制室\n")
                .only()
                .keeping();
        assertThat(keeping.place()).isEqualTo("HSM装置 管制室");
    }

    @Test
    void statesTheImportanceOnlyWhereTheRegulationWouldNotSay() throws IOException {
        ReadAlone read = ReadAlone.text("名称,管理部署,機密性,重要度\n甲,営業部,3,3\n乙,営業部,2,3\n");
        assertThat(read.entered())
                .extracting(a -> a.rating().statedImportance())
                .containsExactly(0, 3);
    }
}
