package org.hoshimori.core.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.hoshimori.ApplicationTest;
import org.hoshimori.SignedInAs;
import org.hoshimori.core.estate.Estate;
import org.hoshimori.core.estate.Item;
import org.hoshimori.core.estate.Noun;
import org.hoshimori.core.estate.TestEstate;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.handovers.HandingOver;
import org.hoshimori.core.organization.Department;
import org.hoshimori.core.organization.DepartmentRegister;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.Person;
import org.hoshimori.core.organization.TestPeople;
import org.hoshimori.core.sheets.TestSheets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ApplicationTest
class SheetPagesTests {

    private static final Charset SHIFT_JIS = Charset.forName("windows-31j");
    private static final Actor TEST = Actor.system("test");

    private final MockMvcTester pages;
    private final PeopleRegister people;
    private final DepartmentRegister departments;
    private final HandingOver handingOver;
    private final Estate estate;
    private final Uploads uploads;
    private final JdbcClient sql;
    private String mark = "";

    SheetPagesTests(
            @Autowired MockMvcTester pages,
            @Autowired PeopleRegister people,
            @Autowired DepartmentRegister departments,
            @Autowired HandingOver handingOver,
            @Autowired Estate estate,
            @Autowired Uploads uploads,
            @Autowired JdbcClient sql) {
        this.pages = pages;
        this.people = people;
        this.departments = departments;
        this.handingOver = handingOver;
        this.estate = estate;
        this.uploads = uploads;
        this.sql = sql;
    }

    @BeforeEach
    void mark() {
        mark = UUID.randomUUID().toString().substring(0, 8);
    }

    @Test
    void takesAListOfPeopleAsCompaniesKeepIt() {
        departments.open(Department.called("開発" + mark, "", 1, null), TEST);
        String table = "社員名簿（2026年度）,,,,,\r\n※転記しないこと,,,,,\r\n,,,,,\r\n"
                + "社員Ｎｏ．,氏名,ふりがな,Ｅメール,所属,入社年月日\r\n"
                + "A-" + mark + ",山田　太郎,やまだ　たろう,taro." + mark + "@example.jp,開発" + mark + ",令和6年4月1日\r\n"
                + ",,,,,\r\n"
                + "B-" + mark + ",鈴木花子,,hana." + mark + "@example.jp,,Ｒ５．１０．２\r\n";
        String address = sent("people", table.getBytes(SHIFT_JIS));
        assertThat(text(get(address)))
                .contains("新しい行2件、変わる行0件、同じ行0件、誤りのある行0件", "社員Ｎｏ．", "2024-04-01", "書き込む", "ヤマダ")
                .doesNotContain("誤り</h3>");
        assertThat(people.numbered(List.of("A-" + mark)))
                .as("nothing is written before")
                .isEmpty();

        MvcTestResult done = post(address);
        assertThat(text(get(String.valueOf(done.getResponse().getRedirectedUrl()))))
                .contains("新しい行2件、変わった行0件、同じだった行0件、除いた行0件");
        Person taro = people.numbered(List.of("A-" + mark)).get("A-" + mark);
        assertThat(taro.name().full()).isEqualTo("山田 太郎");
        assertThat(taro.name().familyKana()).isEqualTo("ヤマダ");
        assertThat(taro.joinedOn()).isEqualTo("2024-04-01");
        assertThat(taro.inDepartment()).isPresent();

        long before = entries();
        String again = sent("people", table.getBytes(SHIFT_JIS));
        assertThat(text(get(again))).contains("新しい行0件、変わる行0件、同じ行2件", "書き込むことはありません。");
        assertThat(post(again)).hasStatus3xxRedirection();
        assertThat(entries()).as("the same file changes nothing").isEqualTo(before);
    }

    @Test
    void namesTheCellOfWhatIsWrongAndWritesNothing() throws IOException {
        byte[] table = TestSheets.xlsx(List.of(
                List.of("社員番号", "姓", "メール", "雇用形態", "入社日", "部署"),
                List.of("A-" + mark, "山田", "a." + mark + "@example.jp", "正社員", "2026/04/01", ""),
                List.of("B-" + mark, "鈴木", "b." + mark, "王様", "令和99年13月40日", "ない部"),
                List.of("A-" + mark, "別人", "a." + mark + "@example.jp", "", "2026-04-01", "")));
        String address = sent("people", table);
        assertThat(text(get(address)))
                .contains(
                        "誤りのある行2件",
                        ">C3<",
                        "メールアドレスの形になっていません",
                        ">D3<",
                        "「王様」は選べません",
                        "役員 / 従業員",
                        ">E3<",
                        ">F3<",
                        "「ない部」は登録されていません",
                        ">A4<",
                        "A2にもあります",
                        "誤りのある2行を除いて書き込む");
        MvcTestResult refused = post(address);
        assertThat(refused).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(people.numbered(List.of("A-" + mark))).isEmpty();
        assertThat(post(address, "leaveOut", "true")).hasStatus3xxRedirection();
        assertThat(people.numbered(List.of("A-" + mark, "B-" + mark))).hasSize(1);
    }

    @Test
    void writesNothingWhenTheRegisterItselfRefusesARow() throws IOException {
        Person head = TestPeople.entered(people, "退去" + mark, "長");
        departments.open(Department.called("存続部" + mark, "", 3, head.id()), TEST);
        handingOver.putOff(head.id(), LocalDate.now(), TEST);
        people.change(head.leaving(LocalDate.of(2026, 4, 2)), TEST);
        byte[] table = TestSheets.xlsx(List.of(
                List.of("部門名", "英語名"), List.of("新設部" + mark, "New " + mark), List.of("存続部" + mark, "Kept " + mark)));
        String address = sent("departments", table);
        assertThat(text(get(address))).contains("新しい行1件、変わる行1件");
        assertThat(post(address))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("何も書き込みませんでした。", ">A3<", "この人は、いま在籍していません。");
        assertThat(departments.open()).extracting(Department::name).doesNotContain("新設部" + mark);
    }

    @Test
    void letsTheReadingOfColumnsBeCorrected() throws IOException {
        byte[] table = TestSheets.xlsx(
                List.of(List.of("管理番号", "よびな", "名称"), List.of("D-" + mark, "正しい名前" + mark, "別の名前" + mark)));
        String address = sent("devices", table);
        assertThat(text(get(address))).contains("別の名前" + mark);
        String corrected = address + "?sheet=0&heading=1&of=0.1&c0=itemNumber&c1=itemName&c2=-";
        assertThat(text(get(corrected))).contains("正しい名前" + mark).contains("value=\"-\"");
        post(address, "sheet", "0", "heading", "1", "of", "0.1", "c0", "itemNumber", "c1", "itemName", "c2", "-");
        assertThat(estate.numbered(Noun.DEVICE, List.of("D-" + mark))
                        .get("D-" + mark)
                        .name())
                .isEqualTo("正しい名前" + mark);
    }

    @Test
    void changesOnlyWhatAColumnIsThereFor() throws IOException {
        Person owner = TestPeople.entered(people, "所有" + mark, "者");
        Item kept = TestEstate.entered(estate, Noun.PARTY, "旧社名" + mark, owner.id());
        byte[] table =
                TestSheets.xlsx(List.of(List.of("取引先コード", "会社名", "機密性"), List.of(kept.number(), "新社名" + mark, "極秘")));
        String address = sent("parties", table);
        assertThat(text(get(address)))
                .contains("旧社名" + mark + " → 新社名" + mark, "未評価 → 3 極秘")
                .doesNotContain("所有" + mark);
        post(address);
        Item after = estate.find(kept.id()).orElseThrow();
        assertThat(after.name()).isEqualTo("新社名" + mark);
        assertThat(after.level()).isEqualTo(3);
        assertThat(after.owner()).isEqualTo(owner.id());
    }

    @Test
    void findsNothingChangedInWhatItHasWrittenItself() throws IOException {
        Person owner = TestPeople.entered(people, "往復" + mark, "者");
        departments.open(Department.called("往復部" + mark, "Round trip " + mark, 7, owner.id()), TEST);
        TestEstate.entered(estate, Noun.SYSTEM, "=1+1 往復" + mark, owner.id());
        TestEstate.entered(estate, Noun.DEVICE, "往復" + mark + "機", null);
        for (String register :
                List.of("people?q=往復" + mark, "departments", "systems?q=往復" + mark, "devices?q=往復" + mark)) {
            String code = register.replaceFirst("\\?.*", "");
            for (String format : List.of("xlsx", "csv")) {
                String query = register.substring(code.length());
                MvcTestResult table = get("/exchange/" + code + "/table." + format + query);
                assertThat(table).hasStatusOk();
                String address = sent(code, table.getResponse().getContentAsByteArray());
                assertThat(text(get(address)))
                        .as(register + " " + format)
                        .contains("新しい行0件、変わる行0件", "誤りのある行0件")
                        .as("choices stand on hidden sheets")
                        .doesNotContain("-level", ">sort<")
                        .doesNotContain("同じ行0件");
            }
        }
    }

    @Test
    void writesTablesThatDoNothingWhenTheyAreOpened() throws IOException {
        TestEstate.entered(estate, Noun.SITE, "=cmd|' /C calc'!A0" + mark, null);
        MvcTestResult csv = get("/exchange/sites/table.csv?q=calc'!A0" + mark);
        byte[] bytes = csv.getResponse().getContentAsByteArray();
        assertThat(new String(bytes, StandardCharsets.UTF_8))
                .startsWith("\uFEFF番号,名称,種類")
                .contains(",'=cmd|");
        MvcTestResult xlsx = get("/exchange/sites/table.xlsx?q=calc'!A0" + mark);
        try (ReadableWorkbook workbook =
                new ReadableWorkbook(new ByteArrayInputStream(xlsx.getResponse().getContentAsByteArray()))) {
            assertThat(workbook.getFirstSheet()
                            .read()
                            .get(1)
                            .getCell(1)
                            .getType()
                            .name())
                    .isEqualTo("STRING");
        }
    }

    @Test
    void exportsAListAsItIsShown() {
        Item shown = TestEstate.entered(estate, Noun.SITE, "見える" + mark, null);
        Item hidden = TestEstate.entered(estate, Noun.SITE, "隠れる" + mark, null);
        String list = text(get("/sites?q=見える" + mark + "&page=1"));
        java.util.regex.Matcher link = java.util.regex.Pattern.compile("href=\"(/exchange/sites/table\\.csv[^\"]*)\"")
                .matcher(list);
        assertThat(link.find()).isTrue();
        MvcTestResult table = pages.get()
                .uri(java.net.URI.create(link.group(1).replace("&amp;", "&")))
                .with(authentication(SignedInAs.may("estate")))
                .exchange();
        assertThat(text(table)).contains(shown.number()).doesNotContain(hidden.number());
        assertThat(sql.sql("""
                        SELECT convert_from(d.detail, 'UTF8') FROM evidence.entry e JOIN evidence.detail d USING (sequence)
                         WHERE e.act = 'sheet.exported/1' ORDER BY e.sequence DESC LIMIT 1""").query(String.class).single())
                .isEqualTo("{\"asked\":{\"q\":\"見える" + mark + "\"},\"format\":\"csv\"}");
    }

    @Test
    void saysWhyAFileCannotBeRead() {
        assertThat(send("people", "%PDF-1.7".getBytes(StandardCharsets.UTF_8)))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("表のファイルではありません。", "aria-describedby=\"file-error file-help\"");
        assertThat(send("people", new byte[0])).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @Test
    void keepsATableForWhoHasSentItAndMayImportIt() {
        assertThat(pages.get().uri("/exchange/people").with(authentication(SignedInAs.may("estate"))))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(pages.get().uri("/exchange/people/table.csv").with(authentication(SignedInAs.anybody())))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(get("/exchange/stars")).hasStatus(HttpStatus.NOT_FOUND);
        String address = sent("devices", "番号,名称\n1,a".getBytes(StandardCharsets.UTF_8));
        sql.sql("UPDATE exchange.upload SET sent_by = 'person:another' WHERE id::text = :id")
                .param("id", address.substring(address.lastIndexOf('/') + 1))
                .update();
        assertThat(get(address)).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void removesATableWhenADayHasPassed() {
        String address = sent("devices", "番号,名称\n1,a".getBytes(StandardCharsets.UTF_8));
        uploads.tidy();
        assertThat(get(address)).hasStatusOk();
        sql.sql("UPDATE exchange.upload SET sent_at = sent_at - interval '25 hours' WHERE id::text = :id")
                .param("id", address.substring(address.lastIndexOf('/') + 1))
                .update();
        uploads.tidy();
        assertThat(get(address)).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void speaksEnglishWhenAsked() {
        Item site = TestEstate.entered(estate, Noun.SITE, "Mirror " + mark, null);
        String address = sent(
                "sites",
                ("Number,Name,Kind,Confidentiality\nE" + mark + ",Dish,Ground station,3\n")
                        .getBytes(StandardCharsets.UTF_8));
        for (String page : List.of("/exchange", "/exchange/sites", address, "/sites/" + site.id())) {
            MvcTestResult answer = pages.get()
                    .uri(page + "?lang=en")
                    .with(authentication(SignedInAs.may("people", "estate")))
                    .exchange();
            assertThat(answer).hasStatusOk();
            assertThat(answer).bodyText().as(page).doesNotContainPattern("[\\p{IsHiragana}\\p{IsKatakana}]");
        }
    }

    @Test
    void takesTenThousandRowsInOneAct() throws IOException {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("管理番号", "機器名", "種別", "機密性"));
        for (int i = 0; i < 10_000; i++) {
            rows.add(List.of("L-" + mark + "-" + i, "端末" + i, "ノートPC", "2"));
        }
        String address = sent("devices", TestSheets.xlsx(rows));
        get(address);
        assertThat(post(address)).hasRedirectedUrl(address + "/progress");
        assertThat(post(address)).as("a second time nothing begins").hasRedirectedUrl(address + "/progress");
        assertThat(text(get(address + "/progress"))).contains("10,000行のうち", "書き込みをやめる");
        until(() -> get(address + "/progress").getResponse().getRedirectedUrl() != null);
        assertThat(text(get(address + "/result"))).contains("新しい行10,000件");
        assertThat(estate.numbered(Noun.DEVICE, List.of("L-" + mark + "-9999"))).hasSize(1);
        sql.sql("UPDATE estate.item SET state = 'retired' WHERE number LIKE :like")
                .param("like", "L-" + mark + "%")
                .update();
    }

    @Test
    void writesNothingOfALongTableThatIsCancelled() throws Exception {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("管理番号", "機器名"));
        for (int i = 0; i < 5_000; i++) {
            rows.add(List.of("C-" + mark + "-" + i, "端末" + i));
        }
        String address = sent("devices", TestSheets.xlsx(rows));
        assertThat(post(address)).hasRedirectedUrl(address + "/progress");
        assertThat(post(address + "/cancel")).hasRedirectedUrl(address + "/progress");
        until(() -> get(address + "/progress").getResponse().getRedirectedUrl() != null);
        assertThat(text(get(address))).contains("書き込みをやめました。何も書き込んでいません。", "新しい行5,000件");
        assertThat(estate.numbered(Noun.DEVICE, List.of("C-" + mark + "-0"))).isEmpty();
    }

    /** However long that takes on a busy machine; what never ends, whoever runs the tests ends. */
    private static void until(java.util.function.BooleanSupplier done) {
        while (!done.getAsBoolean()) {
            java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
        }
    }

    private long entries() {
        return sql.sql("SELECT count(*) FROM evidence.entry").query(Long.class).single();
    }

    private String sent(String register, byte[] table) {
        MvcTestResult answer = send(register, table);
        assertThat(answer).hasStatus3xxRedirection();
        return String.valueOf(answer.getResponse().getRedirectedUrl());
    }

    private MvcTestResult send(String register, byte[] table) {
        return pages.post()
                .uri("/exchange/" + register)
                .multipart()
                .file(new MockMultipartFile("file", "表.xlsx", "application/octet-stream", table))
                .with(csrf())
                .with(authentication(SignedInAs.may("people", "estate")))
                .exchange();
    }

    private MvcTestResult get(String address) {
        return pages.get()
                .uri(address)
                .with(authentication(SignedInAs.may("people", "estate")))
                .exchange();
    }

    private MvcTestResult post(String address, String... fields) {
        var request = pages.post().uri(address).with(csrf()).with(authentication(SignedInAs.may("people", "estate")));
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private static String text(MvcTestResult answer) {
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
