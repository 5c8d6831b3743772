package org.hoshimori.core.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.hoshimori.ApplicationTest;
import org.hoshimori.SignedInAs;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.identity.Accounts;
import org.hoshimori.core.identity.Visitor;
import org.hoshimori.core.organization.Department;
import org.hoshimori.core.organization.DepartmentId;
import org.hoshimori.core.organization.DepartmentRegister;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.Person;
import org.hoshimori.core.organization.PersonName;
import org.hoshimori.core.organization.TestPeople;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ApplicationTest
class AccountListTests {

    private static final Pattern LINK = Pattern.compile("/invitation\\?key=([0-9a-f]{40})");

    @Autowired
    private MockMvcTester pages;

    @Autowired
    private PeopleRegister register;

    @Autowired
    private DepartmentRegister departments;

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcClient sql;

    @Test
    void listsPeopleByStateAndDepartment() {
        Department one = department();
        Department other = department();
        Person without = person(one, "招待");
        Person with = person(one, "持参");
        Person elsewhere = person(other, "別室");
        accounts.open(with, Visitor.PASSWORD, Set.of(), Actor.system("test"));
        assertThat(list("without", one)).contains(without.mail()).doesNotContain(with.mail(), elsewhere.mail());
        assertThat(list("with", one)).contains(with.mail()).doesNotContain(without.mail());
        assertThat(list("all", one)).contains(with.mail(), without.mail()).doesNotContain(elsewhere.mail());
        assertThat(list("locked", one)).doesNotContain(with.mail());
        for (int i = 0; i < 5; i++) {
            new Visitor(pages).logIn(with.mail(), "wrong");
        }
        assertThat(list("locked", one)).contains(with.mail(), "ロック中（");
    }

    @Test
    void invitesManyAtOnceAndShowsTheirLinksOnce() {
        Department one = department();
        Person first = person(one, "一番");
        Person second = person(one, "二番");
        Person third = person(one, "三番");
        MvcTestResult answer = invite("person", first.id() + "," + third.id());
        assertThat(answer).hasStatusOk().bodyText().contains("2人を招待しました", first.mail(), third.mail());
        assertThat(Visitor.text(answer)).doesNotContain(second.mail());
        List<String> keys = LINK.matcher(Visitor.text(answer))
                .results()
                .map(m -> m.group(1))
                .toList();
        assertThat(keys).hasSize(2).doesNotHaveDuplicates();
        assertThat(pages.get().uri("/invitation?key=" + keys.getFirst())).hasStatusOk();
        assertThat(list("without", one)).contains("招待中（").doesNotContain(keys.getFirst());
        assertThat(invite("all", "true", "department", one.id().toString()))
                .hasStatusOk()
                .bodyText()
                .contains("3人を招待しました", second.mail());
    }

    @Test
    void handsOutAFileThatASpreadsheetOpensAndDoesNotRun() {
        Department one = department();
        Person nasty = TestPeople.entered(register, "=HYPERLINK(\"http://x\")", "花子");
        MvcTestResult answer = invite("person", nasty.id().toString(), "as", "csv");
        assertThat(answer).hasStatusOk().hasHeader("Content-Type", "text/csv;charset=UTF-8");
        String file = Visitor.text(answer);
        assertThat(file).startsWith("\uFEFF社員番号,");
        assertThat(file)
                .contains("\"'=HYPERLINK(\"\"http://x\"\") 花子\"," + nasty.mail() + ",http://localhost/invitation?key=");
        assertThat(one.name()).isNotBlank();
    }

    @Test
    void saysWhyNobodyIsInvited() {
        assertThat(invite("as", "page"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("招待する人が選ばれていません");
        String many = String.join(
                ",",
                java.util.stream.Stream.generate(() -> UUID.randomUUID().toString())
                        .limit(AccountListPages.MOST + 1)
                        .toList());
        assertThat(invite("person", many))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("一度に招待できるのは500人までです");
        Person with = person(department(), "既存");
        accounts.open(with, Visitor.PASSWORD, Set.of(), Actor.system("test"));
        assertThat(invite("person", with.id() + "," + UUID.randomUUID()))
                .hasStatusOk()
                .bodyText()
                .contains("0人を招待しました", "2人は、すでにアカウントがあるか");
    }

    @Test
    void letsOnlyAdministratorsSeeTheList() {
        assertThat(pages.get().uri("/accounts").with(authentication(SignedInAs.may("people"))))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(pages.post().uri("/accounts/invite").with(csrf()).with(authentication(SignedInAs.anybody())))
                .hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void notesForgottenPasswordsWithoutTellingStrangers() throws Exception {
        Person person = person(department(), "失念");
        accounts.open(person, Visitor.PASSWORD, Set.of(), Actor.system("test"));
        Visitor stranger = new Visitor(pages);
        assertThat(stranger.get("/forgotten")).hasStatusOk().bodyText().contains("システム管理者に知らせます");
        assertThat(Visitor.to(stranger.post("/forgotten", "mail", "nobody@example.jp")))
                .isEqualTo(Visitor.to(stranger.post("/forgotten", "mail", person.mail())))
                .isEqualTo("/forgotten?sent");
        await(() -> list("with", null).contains("/accounts/" + person.id() + "/reset-request/dismiss"));
        stranger.post("/forgotten", "mail", person.mail());
        Thread.sleep(Duration.ofMillis(300));
        assertThat(acts(person)).filteredOn("account.reset-asked/1"::equals).hasSize(1);
        post("/accounts/" + person.id() + "/reset-request/dismiss");
        assertThat(list("with", null)).doesNotContain("/accounts/" + person.id() + "/reset-request/dismiss");
        stranger.post("/forgotten", "mail", person.mail());
        await(() -> list("with", null).contains("/accounts/" + person.id() + "/reset-request/dismiss"));
        assertThat(Visitor.text(post("/accounts/" + person.id() + "/invite"))).containsPattern(LINK);
        assertThat(list("with", null)).doesNotContain("/accounts/" + person.id() + "/reset-request/dismiss");
    }

    private static void await(java.util.function.BooleanSupplier holds) throws InterruptedException {
        for (int i = 0; i < 100 && !holds.getAsBoolean(); i++) {
            Thread.sleep(50);
        }
        assertThat(holds.getAsBoolean()).isTrue();
    }

    private String list(String state, @org.jspecify.annotations.Nullable Department department) {
        return Visitor.text(pages.get()
                .uri("/accounts")
                .param("state", state)
                .param("department", department == null ? "" : department.id().toString())
                .with(authentication(SignedInAs.may("accounts")))
                .exchange());
    }

    private MvcTestResult invite(String... fields) {
        return post("/accounts/invite", fields);
    }

    private MvcTestResult post(String uri, String... fields) {
        var request = pages.post().uri(uri).with(csrf()).with(authentication(SignedInAs.may("accounts")));
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private List<String> acts(Person person) {
        return sql.sql("SELECT act FROM evidence.entry WHERE subject = :subject ORDER BY sequence")
                .param("subject", "person:" + person.id())
                .query(String.class)
                .list();
    }

    private Department department() {
        Department called =
                new Department(new DepartmentId(UUID.randomUUID()), "部署" + UUID.randomUUID(), "", 1, null, null, 0);
        return ((DepartmentRegister.Outcome.Done) departments.open(called, Actor.system("test"))).department();
    }

    private Person person(Department department, String family) {
        String unique = UUID.randomUUID().toString();
        Person person = Person.newcomer(
                unique,
                new PersonName(family, "花子", "", ""),
                unique + "@example.jp",
                Person.Employment.EMPLOYEE,
                department.id(),
                "ja",
                LocalDate.of(2026, 4, 1));
        return ((PeopleRegister.Outcome.Done) register.enter(person, Actor.system("test"))).person();
    }
}
