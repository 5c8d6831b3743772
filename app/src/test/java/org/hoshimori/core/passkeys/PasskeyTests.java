package org.hoshimori.core.passkeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.hoshimori.ApplicationTest;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.factors.TestLogIns;
import org.hoshimori.core.grants.Permission;
import org.hoshimori.core.identity.Accounts;
import org.hoshimori.core.identity.Visitor;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.Person;
import org.hoshimori.core.organization.TestPeople;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ApplicationTest
class PasskeyTests {

    private static final String REFUSED = "/log-in?passkey";
    private static final int BOTH = SoftKey.PRESENT | SoftKey.VERIFIED;

    private final MockMvcTester pages;
    private final PeopleRegister register;
    private final Accounts accounts;
    private final JdbcClient sql;

    PasskeyTests(
            @Autowired MockMvcTester pages,
            @Autowired PeopleRegister register,
            @Autowired Accounts accounts,
            @Autowired JdbcClient sql) {
        this.pages = pages;
        this.register = register;
        this.accounts = accounts;
        this.sql = sql;
    }

    @Test
    void letsInWhoeverHoldsTheKeyWithoutPasswordAndCode() throws Exception {
        Person person = withAccount(EnumSet.of(Permission.PEOPLE));
        SoftKey key = registered(person);
        Visitor visitor = new Visitor(pages);
        visitor.get("/people/new");
        assertThat(by(visitor, key)).contains("/people/new");
        assertThat(visitor.get("/people/new")).hasStatusOk();
        assertThat(visitor.get("/account")).bodyText().contains("パスキー：成功");
        assertThat(visitor.get("/account/passkeys")).bodyText().contains("試験の鍵").doesNotContain("まだ使っていません");
        assertThat(acts(person)).contains("passkey.registered/1", "account.logged-in/1");
    }

    @Test
    void takesNoAnswerTwiceNorOneFromElsewhereNorWithoutAFinger() throws Exception {
        Person person = withAccount(Set.of());
        SoftKey key = registered(person);
        Visitor visitor = new Visitor(pages);
        String options = options(visitor);
        String answer = key.signed(options, SoftKey.ORIGIN, BOTH);
        assertThat(hand(visitor, answer)).isEqualTo("/");
        assertThat(hand(new Visitor(pages), answer)).as("in another session").isEqualTo(REFUSED);
        Visitor again = new Visitor(pages);
        options(again);
        assertThat(hand(again, answer)).as("another challenge").isEqualTo(REFUSED);
        assertThat(hand(again, key.signed(options(again), "https://evil.example", BOTH)))
                .as("another site")
                .isEqualTo(REFUSED);
        assertThat(hand(again, key.signed(options(again), SoftKey.ORIGIN, SoftKey.PRESENT)))
                .as("nobody verified")
                .isEqualTo(REFUSED);
        assertThat(hand(again, new SoftKey().signed(options(again), SoftKey.ORIGIN, BOTH)))
                .as("unknown key")
                .isEqualTo(REFUSED);
        options(again);
        assertThat(hand(again, "{\"id\":\"nonsense\"}")).isEqualTo(REFUSED);
        options(again);
        assertThat(hand(again, "")).isEqualTo(REFUSED);
        assertThat(acts(person)).contains("account.log-in-failed/1");
    }

    @Test
    void takesNoCopyOfAKey() throws Exception {
        Person person = withAccount(Set.of());
        SoftKey key = registered(person);
        assertThat(by(new Visitor(pages), key.counting(10))).isEqualTo("/");
        assertThat(by(new Visitor(pages), key.counting(5))).isEqualTo(REFUSED);
        assertThat(by(new Visitor(pages), key.counting(11))).isEqualTo("/");
    }

    @Test
    void keepsOutWhoIsLockedOrGone() throws Exception {
        Person person = withAccount(Set.of());
        SoftKey key = registered(person);
        for (int i = 0; i < 5; i++) {
            new Visitor(pages).logIn(person.mail(), "wrong-" + i);
        }
        assertThat(by(new Visitor(pages), key)).as("locked").isEqualTo(REFUSED);
        accounts.unlock(person.id(), Actor.system("test"));
        assertThat(by(new Visitor(pages), key)).isEqualTo("/");
        sql.sql("UPDATE organization.person SET leaves_on = DATE '2026-04-30' WHERE id = :id")
                .param("id", person.id().value())
                .update();
        assertThat(by(new Visitor(pages), key)).as("gone").isEqualTo(REFUSED);
    }

    @Test
    void asksWhoHasAPasskeyForItBesideThePasswordWhereASecondFactorIsDemanded() throws Exception {
        Person person = withAccount(EnumSet.of(Permission.PEOPLE));
        SoftKey key = registered(person);
        sql.sql("DELETE FROM factors.second_factor WHERE person = :person")
                .param("person", person.id().value())
                .update();
        Visitor visitor = Visitor.loggedIn(pages, person.mail());
        assertThat(Visitor.to(visitor.get("/people"))).isEqualTo("/second-factor");
        assertThat(Visitor.to(visitor.get("/second-factor/enrol")))
                .as("the password alone enrols no other factor")
                .isEqualTo("/second-factor");
        assertThat(visitor.get("/second-factor")).bodyText().contains("パスキーで確認する");
        assertThat(by(visitor, key)).contains("/people");
        assertThat(visitor.get("/people/new")).hasStatusOk();
    }

    @Test
    void removesOnesOwnOnlyAndLetsAnAdministratorTakeAllAway() throws Exception {
        Person owner = withAccount(Set.of());
        SoftKey key = registered(owner);
        String id = sql.sql("SELECT id::text FROM passkeys.passkey WHERE person = :person")
                .param("person", owner.id().value())
                .query(String.class)
                .single();
        Visitor other = Visitor.loggedIn(pages, withAccount(Set.of()).mail());
        other.post("/account/passkeys/" + id + "/remove");
        assertThat(by(new Visitor(pages), key)).isEqualTo("/");
        Visitor administrator = new Visitor(pages);
        TestLogIns.enrolled(
                administrator, withAccount(EnumSet.of(Permission.ACCOUNTS)).mail());
        assertThat(Visitor.to(administrator.post("/accounts/" + owner.id() + "/second-factor/reset")))
                .isEqualTo("/accounts/" + owner.id());
        assertThat(by(new Visitor(pages), key)).isEqualTo(REFUSED);
        assertThat(acts(owner)).contains("passkey.taken-away/1", "account.second-factor-reset/1");
    }

    @Test
    void registersNothingWithoutANameOrForSomebodyElse() throws Exception {
        Person person = withAccount(Set.of());
        Visitor visitor = Visitor.loggedIn(pages, person.mail());
        String options = Visitor.text(visitor.post("/account/passkeys/options"));
        SoftKey key = new SoftKey();
        assertThat(visitor.post("/account/passkeys", "name", " ", "credential", key.made(options, SoftKey.ORIGIN)))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("id=\"name-error\"");
        Visitor another = Visitor.loggedIn(pages, withAccount(Set.of()).mail());
        assertThat(another.post("/account/passkeys", "name", "鍵", "credential", key.made(options, SoftKey.ORIGIN)))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        String again = Visitor.text(visitor.post("/account/passkeys/options"));
        assertThat(visitor.post(
                        "/account/passkeys", "name", "鍵", "credential", key.made(again, "https://evil.example")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(acts(person)).doesNotContain("passkey.registered/1");
    }

    @Test
    void knowsTheHostThatBrowsersSee() {
        assertThat(RelyingSite.of("https://kitei.example.jp/"))
                .contains(new RelyingSite("kitei.example.jp", "https://kitei.example.jp"));
        assertThat(RelyingSite.of("https://Kitei.example.jp:8443/x"))
                .contains(new RelyingSite("kitei.example.jp", "https://kitei.example.jp:8443"));
        assertThat(RelyingSite.of("http://127.0.0.1:8080/")).isEmpty();
        assertThat(RelyingSite.of("https://[::1]/")).isEmpty();
    }

    private SoftKey registered(Person person) throws GeneralSecurityException {
        Visitor visitor = new Visitor(pages);
        TestLogIns.enrolled(visitor, person.mail());
        SoftKey key = new SoftKey();
        String options = Visitor.text(visitor.post("/account/passkeys/options"));
        assertThat(Visitor.to(visitor.post(
                        "/account/passkeys", "name", "試験の鍵", "credential", key.made(options, SoftKey.ORIGIN))))
                .isEqualTo("/account/passkeys?registered");
        return key;
    }

    private List<String> acts(Person person) {
        return sql.sql("SELECT act FROM evidence.entry WHERE subject = :subject ORDER BY sequence")
                .param("subject", "person:" + person.id())
                .query(String.class)
                .list();
    }

    private Person withAccount(Set<Permission> permissions) {
        Person person = TestPeople.entered(register, "Yamada", "花子");
        assertThat(accounts.open(person, Visitor.PASSWORD, permissions, Actor.system("test")))
                .isEmpty();
        return person;
    }

    private static String by(Visitor visitor, SoftKey key) throws GeneralSecurityException {
        return hand(visitor, key.signed(options(visitor), SoftKey.ORIGIN, BOTH));
    }

    private static String options(Visitor visitor) {
        return Visitor.text(visitor.post("/log-in/passkey/options"));
    }

    private static String hand(Visitor visitor, String credential) {
        return Visitor.to(visitor.post("/log-in/passkey", "credential", credential));
    }
}
