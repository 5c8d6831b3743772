package org.hoshimori.core.auditors;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hoshimori.ApplicationTest;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.factors.TestLogIns;
import org.hoshimori.core.grants.Permission;
import org.hoshimori.core.identity.Accounts;
import org.hoshimori.core.identity.Visitor;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.Person;
import org.hoshimori.core.organization.PersonId;
import org.hoshimori.core.organization.TestPeople;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ApplicationTest
class AuditorTests {

    private static final Pattern KEY = Pattern.compile("/invitation\\?key=([0-9a-f]{40})");
    private static final Actor TEST = Actor.system("test");

    private final MockMvcTester pages;

    @Autowired
    private PeopleRegister register;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Auditors auditors;

    @Autowired
    private JdbcClient sql;

    private final String mail = UUID.randomUUID() + "@example.org";
    private final Visitor admin;
    private final LocalDate today;

    AuditorTests(@Autowired MockMvcTester pages, @Autowired Clock clock) {
        this.pages = pages;
        this.admin = new Visitor(pages);
        this.today = LocalDate.now(clock);
    }

    @BeforeEach
    void anAdministrator() {
        Person person = TestPeople.entered(register, "Yamada", "花子");
        accounts.open(person, Visitor.PASSWORD, EnumSet.of(Permission.ACCOUNTS), TEST);
        TestLogIns.enrolled(admin, person.mail());
    }

    @Test
    void lookAtEverythingAndAreOnRecordForIt() {
        Visitor auditor = auditor();
        assertThat(auditor.get("/people")).hasStatusOk();
        assertThat(auditor.get("/regulation")).hasStatusOk();
        assertThat(auditor.get("/record?about=person:x&key=hidden&token=hidden"))
                .hasStatusOk();
        assertThat(looks()).contains("{\"path\":\"/people\"}", "{\"path\":\"/regulation\"}");
        assertThat(looks()).contains("{\"path\":\"/record?about=person:x\"}").noneMatch(d -> d.contains("hidden"));
        assertThat(auditor.get("/record?act=account.looked&about=person:" + id()))
                .hasStatusOk()
                .bodyText()
                .contains("監査人の閲覧", "監査 太郎 (監査法人)", "/regulation");
        int before = looks().size();
        assertThat(auditor.get("/frame/frame.css")).hasStatusOk();
        assertThat(looks()).as("what belongs to every page").hasSize(before);
    }

    @Test
    void verifyTheRecord() {
        assertThat(auditor().post("/record/verify")).hasStatusOk().bodyText().contains("異常はありません");
        assertThat(looks()).contains("{\"path\":\"/record/verify\"}");
    }

    @Test
    void changeNothing() {
        Visitor auditor = auditor();
        Person person = TestPeople.entered(register, "不変", "花子");
        for (String uri :
                List.of("/people", "/people/" + person.id(), "/regulation", "/record/package", "/departments")) {
            MvcTestResult answer = auditor.post(uri, "family", "変更");
            assertThat(answer).as(uri).hasStatus(HttpStatus.FORBIDDEN).hasForwardedUrl("/account/read-only");
        }
        assertThat(auditor.get("/account/read-only"))
                .hasStatus(HttpStatus.FORBIDDEN)
                .bodyText()
                .contains("見ることだけができます");
        assertThat(auditor.get("/people/new")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(auditor.get("/accounts")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(register.find(person.id()).orElseThrow().name().family()).isEqualTo("不変");
        assertThat(Visitor.to(auditor.post(
                        "/account/password", "current", Visitor.PASSWORD, "password", "Kitsune9-odori+Kaze")))
                .as("one's own password")
                .isEqualTo("/account?changed");
    }

    @Test
    void mustGiveASecondFactorAndAStrongPassword() {
        String key = key(issue("until", today.plusDays(9).toString()));
        Visitor auditor = new Visitor(pages);
        assertThat(auditor.post("/invitation", "key", key, "password", "Short7-odor"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("12文字以上");
        auditor.post("/invitation", "key", key, "password", Visitor.PASSWORD);
        auditor.logIn(mail, Visitor.PASSWORD);
        assertThat(Visitor.to(auditor.get("/record"))).isEqualTo("/second-factor/enrol");
    }

    @Test
    void areShownOutWhenTheirTimeIsOver() {
        Visitor auditor = auditor();
        assertThat(auditor.get("/people")).hasStatusOk();
        sql.sql("UPDATE auditors.auditor SET starts_on = starts_on - 9, ends_on = :yesterday WHERE mail = :mail")
                .param("yesterday", today.minusDays(1))
                .param("mail", mail)
                .update();
        assertThat(Visitor.to(auditor.get("/people"))).isEqualTo("/log-in?ended");
        assertThat(new Visitor(pages).logIn(mail, Visitor.PASSWORD)).isEqualTo("/log-in?wrong");
        assertThat(Visitor.to(admin.post(
                        "/auditors/" + id() + "/extend",
                        "until",
                        today.plusDays(3).toString())))
                .isEqualTo("/auditors");
        assertThat(new Visitor(pages).logIn(mail, Visitor.PASSWORD)).isEqualTo("/");
    }

    @Test
    void areEndedAtOnce() {
        Visitor auditor = auditor();
        assertThat(Visitor.to(admin.post("/auditors/" + id() + "/end"))).isEqualTo("/auditors");
        assertThat(Visitor.to(auditor.get("/people"))).isEqualTo("/log-in");
        assertThat(new Visitor(pages).logIn(mail, Visitor.PASSWORD)).isEqualTo("/log-in?wrong");
        assertThat(admin.post(
                        "/auditors/" + id() + "/extend",
                        "until",
                        today.plusDays(3).toString()))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("このアカウントは終わっています");
        assertThat(admin.get("/auditors")).bodyText().contains("終了済み");
    }

    @Test
    void lastAYearAtMost() {
        assertThat(issue("until", today.plusYears(1).plusDays(1).toString()))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("1年以内");
        assertThat(issue("until", today.minusDays(1).toString()))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("最終日は、最初の日と今日以降");
        assertThat(issue("until", today.plusDays(1).toString(), "agreed", "false"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("承認と秘密保持契約を確かめて");
        assertThat(issue("until", today.plusYears(1).toString())).hasStatusOk();
        assertThat(issue("until", today.plusDays(1).toString()))
                .as("the same address again")
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("このメールアドレスは、ほかの人が使っています");
        assertThat(auditors.extend(id(), today.plusYears(1).plusDays(1), TEST))
                .isEqualTo(new Auditors.Outcome.Refused(Auditors.Refusal.TOO_LONG));
    }

    private Visitor auditor() {
        String key = key(issue("until", today.plusDays(9).toString()));
        Visitor auditor = new Visitor(pages);
        auditor.post("/invitation", "key", key, "password", Visitor.PASSWORD);
        TestLogIns.enrolled(auditor, mail);
        return auditor;
    }

    private MvcTestResult issue(String... more) {
        java.util.Map<String, String> fields = new java.util.LinkedHashMap<>(java.util.Map.of(
                "auditorName", "監査 太郎",
                "organization", "監査法人",
                "mail", mail,
                "language", "ja",
                "from", today.toString(),
                "reason", "年次の監査",
                "agreed", "true"));
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        return admin.post(
                "/auditors",
                fields.entrySet().stream()
                        .flatMap(e -> java.util.stream.Stream.of(e.getKey(), e.getValue()))
                        .toArray(String[]::new));
    }

    private static String key(MvcTestResult issued) {
        Matcher key = KEY.matcher(Visitor.text(issued));
        assertThat(key.find()).isTrue();
        return key.group(1);
    }

    private PersonId id() {
        return new PersonId(sql.sql("SELECT id FROM auditors.auditor WHERE mail = :mail")
                .param("mail", mail)
                .query(UUID.class)
                .single());
    }

    private List<String> looks() {
        return sql.sql("""
                SELECT convert_from(d.detail, 'UTF8') FROM evidence.entry e JOIN evidence.detail d USING (sequence)
                 WHERE e.act = 'account.looked/1' AND e.actor = :actor""")
                .param("actor", "person:" + id())
                .query((row, n) -> row.getString(1))
                .list();
    }
}
