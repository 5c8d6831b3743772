package org.hoshimori.chapters.assets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hoshimori.chapters.assets.TestAssets.TEST;
import static org.hoshimori.chapters.assets.TestAssets.done;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.hoshimori.ApplicationTest;
import org.hoshimori.SignedInAs;
import org.hoshimori.core.estate.AssetRegister;
import org.hoshimori.core.evidence.SubjectNames;
import org.hoshimori.core.organization.Department;
import org.hoshimori.core.organization.DepartmentId;
import org.hoshimori.core.organization.DepartmentRegister;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Ways on which the name of a top-secret asset could leave the circle of those who may use it; none of them does. */
@ApplicationTest
@ExtendWith(OutputCaptureExtension.class)
class ConfidentialNamesTests {

    private static final String NAME = "天狼星計画";

    private final MockMvcTester pages;
    private final Assets assets;
    private final AssetRegister register;
    private final List<SubjectNames> names;
    private final LoweringMatter lowerings;
    private final PeopleRegister people;
    private final DepartmentRegister departments;
    private final Ratings ratings;
    private final JdbcClient sql;

    private Asset secret = TestAssets.described("", DepartmentId.of("00000000-0000-0000-0000-000000000000"), 1);
    private Asset plain = secret;
    private Authentication outsider = SignedInAs.anybody();
    private Authentication insider = SignedInAs.anybody();
    private @org.jspecify.annotations.Nullable Person stranger;

    ConfidentialNamesTests(
            @Autowired MockMvcTester pages,
            @Autowired Assets assets,
            @Autowired AssetRegister register,
            @Autowired List<SubjectNames> names,
            @Autowired LoweringMatter lowerings,
            @Autowired PeopleRegister people,
            @Autowired DepartmentRegister departments,
            @Autowired Ratings ratings,
            @Autowired JdbcClient sql) {
        this.pages = pages;
        this.assets = assets;
        this.register = register;
        this.names = names;
        this.lowerings = lowerings;
        this.people = people;
        this.departments = departments;
        this.ratings = ratings;
        this.sql = sql;
    }

    @BeforeEach
    void enter() {
        Department owner = TestAssets.department(departments, "特命部");
        Department user = TestAssets.department(departments, "協力部");
        Department other = TestAssets.department(departments, "無縁部");
        secret = done(assets.register(
                TestAssets.usedBy(TestAssets.described(NAME, owner.id(), 3), UserScope.of(List.of(user.id()))), TEST));
        plain = done(assets.register(
                TestAssets.usedBy(TestAssets.described(NAME + "の広報", owner.id(), 1), UserScope.ALL), TEST));
        stranger = TestAssets.memberOf(other, people);
        outsider = as(stranger());
        insider = as(TestAssets.memberOf(user, people));
    }

    @Test
    void listShowsAndCountsNothingOfIt() {
        String department = "&department=" + secret.department();
        assertThat(text(outsider, "/assets?q=" + NAME + department))
                .contains(plain.id().toString(), "1件")
                .doesNotContain(secret.id().toString(), secret.code(), "極秘 1件");
        assertThat(text(insider, "/assets?q=" + NAME + department))
                .contains(secret.id().toString(), "2件", "極秘 1件");
        assertThat(text(outsider, "/assets?confidentiality=3" + department)).contains("0件");
        for (AssetList.Order order : AssetList.Order.values()) {
            assertThat(text(outsider, "/assets?order=" + order.code() + department))
                    .as(order.code())
                    .contains("1件")
                    .doesNotContain(secret.id().toString(), secret.code());
        }
    }

    @Test
    void orderTellsNothingOfIt() {
        done(assets.register(
                TestAssets.usedBy(TestAssets.described("中", secret.department(), 1), UserScope.ALL), TEST));
        List<List<String>> outside = new ArrayList<>();
        List<List<String>> inside = new ArrayList<>();
        for (String name : List.of("!", "中", "龠")) {
            sql.sql("UPDATE assets.asset SET name = :name WHERE id = :id")
                    .param("name", name)
                    .param("id", secret.id().value())
                    .update();
            outside.add(orders(outsider));
            inside.add(orders(insider));
        }
        assertThat(outside.getFirst()).hasSizeGreaterThan(AssetList.Order.values().length);
        assertThat(outside.stream().distinct()).as("whatever it is called").hasSize(1);
        assertThat(inside.stream().distinct()).as("those who may see it").hasSizeGreaterThan(1);
    }

    /** What the list shows in each order, one after another, page by page. */
    private List<String> orders(Authentication who) {
        List<String> seen = new ArrayList<>();
        for (AssetList.Order order : AssetList.Order.values()) {
            for (int page = 1; page <= 2; page++) {
                String list = text(
                        who, "/assets?order=" + order.code() + "&page=" + page + "&department=" + secret.department());
                seen.add(order.code() + page);
                Pattern.compile("/assets/([0-9a-f-]{36})\"|\\d+件")
                        .matcher(list)
                        .results()
                        .forEach(m -> seen.add(m.group()));
            }
        }
        return seen;
    }

    @Test
    void showsAllToTheKeeperAndToTheAuditor() {
        String address = "/assets?q=" + NAME + "&department=" + secret.department();
        assertThat(text(SignedInAs.person(stranger().id().value(), "assets"), address))
                .contains(secret.id().toString());
        assertThat(text(SignedInAs.person(stranger().id().value(), "record"), address))
                .contains(secret.id().toString());
        assertThat(text(SignedInAs.person(stranger().id().value(), "people", "findings"), address))
                .doesNotContain(secret.id().toString());
    }

    @Test
    void searchFindsNothingOfIt() {
        assertThat(text(outsider, "/search?q=" + NAME)).doesNotContain("/assets/" + secret.id(), secret.code());
        assertThat(text(insider, "/search?q=" + NAME)).contains("/assets/" + secret.id());
    }

    @Test
    void pagesSayNoMoreThanThatThereIsNone() {
        for (String page : List.of("", "?tab=history", "/edit", "/rating")) {
            MvcTestResult answer = get(outsider, "/assets/" + secret.id() + page);
            assertThat(answer).as(page).hasStatus(HttpStatus.NOT_FOUND);
            assertThat(answer).bodyText().doesNotContain(NAME);
        }
        MvcTestResult gone = pages.post()
                .uri("/assets/" + secret.id() + "/gone")
                .param("reason", "なし")
                .with(authentication(outsider))
                .with(csrf())
                .exchange();
        assertThat(gone).hasStatus(HttpStatus.NOT_FOUND);
        MvcTestResult change = pages.post()
                .uri("/assets/" + secret.id())
                .param("assetName", "なし")
                .param("version", "0")
                .with(authentication(insider))
                .with(csrf())
                .exchange();
        assertThat(change).as("who may use it may not change it").hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void bulkChangeLeavesItOut() {
        assertThat(text(outsider, "/assets/bulk?ids=" + secret.id())).doesNotContain(NAME, secret.code());
        assertThat(text(outsider, "/assets/bulk?q=" + NAME)).doesNotContain(secret.code());
    }

    @Test
    void codeTakenTellsNothingOfWhoBearsIt() {
        MvcTestResult answer = pages.post()
                .uri("/assets")
                .param("assetName", "別物")
                .param("assetCode", secret.code())
                .param(
                        "managingDepartment",
                        people.find(stranger().id()).orElseThrow().department().toString())
                .param("medium", "server")
                .param("personal", "none")
                .param("marking", "folder")
                .param("version", "0")
                .with(authentication(outsider))
                .with(csrf())
                .exchange();
        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(answer).bodyText().contains("id=\"assetCode-error\"").doesNotContain(NAME);
    }

    @Test
    void pickerOffersItToItsUsersOnly() {
        assertThat(register.find(NAME, stranger().id(), 100))
                .extracting(AssetRegister.Line::id)
                .contains(plain.id().value())
                .doesNotContain(secret.id().value());
        assertThat(register.lines(List.of(secret.id().value()), stranger().id()).values())
                .allSatisfy(line -> assertThat(line.name() + line.medium()).isEmpty());
    }

    @Test
    void recordAndOtherRoomsNameItByItsCode() {
        assertThat(called(outsider)).isEqualTo(secret.code());
        assertThat(called(insider)).isEqualTo(secret.code() + " " + NAME);
        assertThat(called(null)).as("in mails and jobs").isEqualTo(secret.code());
    }

    @Test
    void approvalIsCalledByItsCode() {
        Lowering lowering = new Lowering(
                java.util.UUID.randomUUID(), secret.id(), Rating.of(2, 1, 1, "終わった"), java.util.Optional.empty());
        assertThat(lowerings.title(lowering.record(secret), Locale.JAPANESE))
                .contains(secret.code())
                .doesNotContain(NAME);
        assertThat(lowering.record(secret).toString()).doesNotContain(NAME);
    }

    @Test
    void labelsBearItNeither() throws IOException {
        assertThat(printed(insider)).contains(secret.code(), "極秘", plain.code()).containsOnlyOnce(NAME);
        assertThat(printed(outsider)).contains(plain.code()).doesNotContain(secret.code());
    }

    private String printed(Authentication who) throws IOException {
        byte[] pdf = get(who, "/assets/labels.pdf?ids=" + secret.id() + "&ids=" + plain.id())
                .getResponse()
                .getContentAsByteArray();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s", "");
        }
    }

    @Test
    void logsKeepItToThemselves(CapturedOutput output) {
        text(insider, "/assets?q=" + NAME);
        text(insider, "/assets/" + secret.id());
        get(outsider, "/assets/" + secret.id());
        assets.change(secret.rated(Rating.of(1, 1, 1, "")), TEST);
        done(assets.change(secret.rated(Rating.of(3, 2, 2, "重い")), TEST));
        assets.dispose(secret.id(), "終わった", TEST);
        assertThat(output.getAll()).doesNotContain(NAME);
    }

    @Test
    void sheetsHoldWhatTheListShows() {
        for (String format : List.of("csv", "xlsx")) {
            String address = "/exchange/assets/table." + format + "?q=" + NAME + "&department=" + secret.department();
            assertThat(exported(insider, address)).as(format).contains(secret.code(), NAME);
            assertThat(exported(outsider, address))
                    .as(format)
                    .contains(plain.code())
                    .doesNotContain(secret.code() + ",", secret.code() + "<");
        }
    }

    private String exported(Authentication who, String address) {
        MvcTestResult answer = get(who, address);
        assertThat(answer).hasStatusOk();
        byte[] bytes = answer.getResponse().getContentAsByteArray();
        return address.contains(".csv") ? new String(bytes, StandardCharsets.UTF_8) : unpacked(bytes);
    }

    private static String unpacked(byte[] workbook) {
        StringBuilder text = new StringBuilder();
        try {
            Path file = Files.write(Files.createTempFile("sheet", ".xlsx"), workbook);
            try (ZipFile zip = new ZipFile(file.toFile())) {
                for (ZipEntry entry : java.util.Collections.list(zip.entries())) {
                    text.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
                }
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return Pattern.compile("&#(x?)([0-9a-fA-F]+);")
                .matcher(text)
                .replaceAll(c -> Character.toString(
                        Integer.parseInt(c.group(2), c.group(1).isEmpty() ? 10 : 16)));
    }

    @Test
    void calendarAndNoticesNameItByItsCode() {
        sql.sql("""
                INSERT INTO duties.duty (id, kind, subject, period, starts_on, due_on, assignee, clause, revision, changed_at)
                VALUES (gen_random_uuid(), 'asset-round', :subject, current_date, current_date, current_date, :assignee,
                        'ast-1.1.a', 0, now())""")
                .param("subject", secret.subject())
                .param("assignee", "person:" + stranger().id())
                .update();
        String feed = String.valueOf(pages.post()
                .uri("/duties/calendar")
                .with(authentication(outsider))
                .with(csrf())
                .exchange()
                .getMvcResult()
                .getFlashMap()
                .get("secret"));
        String calendar = text(outsider, feed.substring(feed.indexOf("/duties/feed/")));
        assertThat(calendar).contains("BEGIN:VEVENT").doesNotContain(NAME);
        assertThat(text(outsider, "/duties")).doesNotContain(NAME);
        ratings.rate(secret, Rating.of(2, 1, 1, "公開した"), TEST);
        assertThat(sql.sql("SELECT count(*) FROM notices.notice n WHERE n::text LIKE '%' || :name || '%'")
                        .param("name", NAME)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private String called(@org.jspecify.annotations.Nullable Authentication who) {
        SecurityContextHolder.getContext().setAuthentication(who);
        try {
            return names.stream()
                    .flatMap(room -> java.util.stream.Stream.ofNullable(
                            room.namesOf(Set.of(secret.subject())).get(secret.subject())))
                    .findFirst()
                    .orElseThrow();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private Person stranger() {
        return Objects.requireNonNull(stranger);
    }

    private static Authentication as(Person person) {
        return SignedInAs.person(person.id().value());
    }

    private String text(Authentication who, String address) {
        MvcTestResult answer = get(who, address);
        assertThat(answer).hasStatusOk();
        try {
            // What was asked for stands in the page, in the search and in links.
            return answer.getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private MvcTestResult get(Authentication who, String address) {
        return pages.get().uri(address).with(authentication(who)).exchange();
    }
}
