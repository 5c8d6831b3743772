package org.hoshimori.chapters.assets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.hoshimori.ApplicationTest;
import org.hoshimori.SignedInAs;
import org.hoshimori.core.estate.Estate;
import org.hoshimori.core.estate.Item;
import org.hoshimori.core.estate.Noun;
import org.hoshimori.core.estate.TestEstate;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.organization.Department;
import org.hoshimori.core.organization.DepartmentRegister;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The register as a table: in, out, and in again. */
@ApplicationTest
class AssetSheetTests {

    private static final Actor TEST = Actor.system("test");

    private final MockMvcTester pages;
    private final Assets assets;
    private final AssetTable table;
    private final DepartmentRegister departments;
    private final JdbcClient sql;
    private final Estate estate;
    private String mark = "";
    private Department sales = Department.called("?", "", 1, null);

    AssetSheetTests(
            @Autowired MockMvcTester pages,
            @Autowired Assets assets,
            @Autowired AssetTable table,
            @Autowired DepartmentRegister departments,
            @Autowired JdbcClient sql,
            @Autowired Estate estate) {
        this.pages = pages;
        this.assets = assets;
        this.table = table;
        this.departments = departments;
        this.sql = sql;
        this.estate = estate;
    }

    @BeforeEach
    void departments() {
        mark = UUID.randomUUID().toString().substring(0, 8);
        sales = opened("営業" + mark + "部");
        opened("人事" + mark + "課");
    }

    private Department opened(String name) {
        return ((DepartmentRegister.Outcome.Done) departments.open(Department.called(name, "", 1, null), TEST))
                .department();
    }

    private byte[] register() {
        return ("""
                情報資産管理台帳（2026年度版）,,,,,,,,,,,,,
                No.,業務分類,情報資産名称,備考,利用者範囲,管理部署,媒体・保存先,個人情報の種類,評価値,,,重要度,保存期限,登録日
                ,,,,,,,,機密性,完全性,可用性,,,
                1,営業,顧客名簿M,=要確認,営業M部、人事M課,営業M部,ファイルサーバー,個人,３,2,2,3,退職後3年,令和6年4月1日
                2,営業,製品カタログM,,全社,営業M部,Webサーバー,なし,1,1,1,1,2031/3/31,R6.4.1
                3,人事,給与台帳M,@社外秘,人事M課,人事M課,書類（金庫）,個人・マイナンバー,極秘,2,1,3,永年,２０２４／４／１
                """).replace("M", mark).getBytes(Charset.forName("windows-31j"));
    }

    @Test
    void takesARegisterInAndTheSameRegisterChangesNothing() {
        String address = sent(register());
        assertThat(text(get(address))).contains("新しい行3件、変わる行0件、同じ行0件、誤りのある行0件");
        assertThat(post(address)).hasStatus3xxRedirection();
        Asset list = called("顧客名簿" + mark);
        assertThat(list.code()).startsWith("A-");
        assertThat(list.department()).isEqualTo(sales.id());
        assertThat(list.scope().departments()).hasSize(1);
        assertThat(list.note()).isEqualTo("=要確認");
        assertThat(list.keeping().term()).isEqualTo("退職後3年");
        assertThat(called("給与台帳" + mark).personal()).isEqualTo(PersonalInformation.SPECIFIC);

        long before = entries();
        String again = sent(register());
        assertThat(text(get(again))).contains("新しい行0件、変わる行0件、同じ行3件", "書き込むことはありません。");
        assertThat(post(again)).hasStatus3xxRedirection();
        assertThat(entries()).isEqualTo(before);
    }

    @Test
    void knowsSystemsByTheirNumbersAndNames() {
        Item server = TestEstate.entered(estate, Noun.SYSTEM, "業務サーバー" + mark, null);
        Item rack = TestEstate.entered(estate, Noun.SITE, "書庫" + mark, null);
        String head = "情報資産名称,管理部署,機密性,保有システム\n";
        String row = "見積書%s,営業%s部,2,%s、書庫%s\n".formatted(mark, mark, server.number(), mark);
        post(sent((head + row).getBytes(StandardCharsets.UTF_8)));
        assertThat(called("見積書" + mark).keeping().systems()).containsExactly(server.id(), rack.id());
        byte[] export = exported("table.csv?q=" + mark);
        assertThat(new String(export, StandardCharsets.UTF_8)).contains(server.number() + "、" + rack.number());
        assertThat(text(get(sent(export)))).contains("新しい行0件、変わる行0件、同じ行1件");

        assertThat(text(get(
                        sent((head + row.replace(server.number(), "無い機器" + mark)).getBytes(StandardCharsets.UTF_8)))))
                .contains("誤りのある行1件", "D2", "「無い機器" + mark + "」という番号又は名称の");
        assertThat(called("見積書" + mark).keeping().systems()).hasSize(2);
    }

    @Test
    void takesItsOwnExportsForTheSame() {
        post(sent(register()));
        for (String format : List.of("xlsx", "csv")) {
            byte[] export = exported("table." + format + "?q=" + mark);
            assertThat(text(get(sent(export)))).as(format).contains("新しい行0件、変わる行0件、同じ行3件、誤りのある行0件");
        }
        assertThat(new String(exported("table.csv?q=" + mark), StandardCharsets.UTF_8))
                .as("what looks like a formula is none")
                .contains(",'=要確認,", ",'@社外秘,");
    }

    @Test
    void exportsNumbersAsNumbersWithChoices() throws IOException {
        post(sent(register()));
        byte[] export = exported("table.xlsx?q=" + mark);
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(export))) {
            var rows = workbook.getFirstSheet().read();
            assertThat(rows).as("two rows of headings and three assets").hasSize(5);
            assertThat(rows.getFirst().stream()
                            .map(c -> c == null ? "" : c.getText())
                            .toList())
                    .as("in the order and with the headings of the table that was taken in")
                    .startsWith("No.", "業務分類", "情報資産名称", "備考", "利用者範囲", "管理部署", "媒体・保存先", "個人情報の種類", "評価値");
            assertThat(rows.get(1).getCellText(8)).isEqualTo("機密性");
            assertThat(rows.get(2).getCellText(0)).isEqualTo("1");
            assertThat(rows.get(2).getCellAsNumber(8)).isPresent();
        }
        assertThat(new String(unzipped(export, "xl/worksheets/sheet1.xml"), StandardCharsets.UTF_8))
                .contains("dataValidation ", "<cols>", "mergeCell ref=\"I1:K1\"");
    }

    private static byte[] unzipped(byte[] archive, String part) throws IOException {
        Path file = Files.createTempFile("hoshimori-test", ".xlsx");
        Files.write(file, archive);
        try (ZipFile zip = new ZipFile(file.toFile());
                InputStream in = zip.getInputStream(zip.getEntry(part))) {
            return in.readAllBytes();
        } finally {
            Files.delete(file);
        }
    }

    @Test
    void proposesTheDepartmentThatIsMeant() {
        String table = "情報資産名称,管理部署,機密性\n名簿" + mark + ",営業" + mark + "課,3\n帳簿" + mark + ",存在しない部,2\n";
        assertThat(text(get(sent(table.getBytes(StandardCharsets.UTF_8)))))
                .contains(
                        "B2",
                        "「営業" + mark + "課」は登録されていません。「営業" + mark + "部」の間違いではありませんか。",
                        "B3",
                        "「存在しない部」という部門は登録されていません。");
    }

    @Test
    void letsNoTableLowerAValue() {
        post(sent(register()));
        String lower = "情報資産名称,管理部署,媒体・保存先,機密性\n顧客名簿" + mark + ",営業" + mark + "部,ファイルサーバー,2\n";
        assertThat(text(get(sent(lower.getBytes(StandardCharsets.UTF_8))))).contains("D2", "承認が必要です");
    }

    @Test
    void leavesWhatTheTableDoesNotHaveAsItIs() {
        post(sent(register()));
        String table = "情報資産名称,管理部署,保管場所\n給与台帳" + mark + ",人事" + mark + "課,地下書庫\n";
        String address = sent(table.getBytes(StandardCharsets.UTF_8));
        assertThat(text(get(address))).contains("変わる行1件", "書類(金庫) → 地下書庫");
        post(address);
        Asset payroll = called("給与台帳" + mark);
        assertThat(payroll.personal()).isEqualTo(PersonalInformation.SPECIFIC);
        assertThat(payroll.keeping().term()).isEqualTo("永年");
    }

    @Test
    void exportsToADepartmentOnlyWhatItMaySee() {
        post(sent(register()));
        MvcTestResult stranger = pages.get()
                .uri("/exchange/assets/table.csv?q=" + mark)
                .with(authentication(SignedInAs.anybody()))
                .exchange();
        assertThat(text(stranger)).contains("製品カタログ").doesNotContain("給与台帳", "顧客名簿");
        assertThat(pages.get().uri("/exchange/assets").with(authentication(SignedInAs.anybody())))
                .hasStatus(HttpStatus.FORBIDDEN);
    }

    private Asset called(String name) {
        return table.called(List.of(name)).getFirst();
    }

    private long entries() {
        return sql.sql("SELECT count(*) FROM evidence.entry WHERE act LIKE 'asset.%' OR act LIKE 'sheet.imported%'")
                .query(Long.class)
                .single();
    }

    private byte[] exported(String path) {
        MvcTestResult answer = get("/exchange/assets/" + path);
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsByteArray();
    }

    private String sent(byte[] table) {
        MvcTestResult answer = pages.post()
                .uri("/exchange/assets")
                .multipart()
                .file(new MockMultipartFile("file", "台帳.xlsx", "application/octet-stream", table))
                .with(csrf())
                .with(authentication(SignedInAs.may("assets")))
                .exchange();
        assertThat(answer).hasStatus3xxRedirection();
        return String.valueOf(answer.getResponse().getRedirectedUrl());
    }

    private MvcTestResult get(String address) {
        return pages.get()
                .uri(address)
                .with(authentication(SignedInAs.may("assets")))
                .exchange();
    }

    private MvcTestResult post(String address) {
        return pages.post()
                .uri(address)
                .with(csrf())
                .with(authentication(SignedInAs.may("assets")))
                .exchange();
    }

    private static String text(MvcTestResult answer) {
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
