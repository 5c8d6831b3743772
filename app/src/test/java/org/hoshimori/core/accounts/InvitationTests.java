package org.hoshimori.core.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hoshimori.ApplicationTest;
import org.hoshimori.SignedInAs;
import org.hoshimori.core.identity.Accounts;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.Person;
import org.hoshimori.core.organization.TestPeople;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ApplicationTest
class InvitationTests {

    private static final Pattern KEY = Pattern.compile("/invitation\\?key=([0-9a-f]{40})");
    private static final String PASSWORD = "Tanuki7-odori+Kaze";

    private final MockMvcTester pages;
    private final PeopleRegister register;
    private final Accounts accounts;
    private final JdbcClient sql;

    InvitationTests(
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
    void letsAGuestSetAPasswordThatTheRegulationAllows() {
        Person guest = entered();
        String key = invited(guest);
        assertThat(open(key)).hasStatusOk().bodyText().contains("招待 花子さん");
        assertThat(accept(key, "weak"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("id=\"password-error\"", "10文字以上", "英大文字")
                .doesNotContain("value=\"weak\"");
        assertThat(accounts.has(guest.id())).isFalse();
        assertThat(accept(key, PASSWORD)).hasRedirectedUrl("/log-in?started");
        assertThat(accounts.has(guest.id())).isTrue();
        assertThat(open(key)).as("used up").hasStatus(HttpStatus.NOT_FOUND);
        assertThat(accept(key, PASSWORD)).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void letsSomebodyWhoForgotTheOldPasswordSetANewOne() {
        Person guest = entered();
        accept(invited(guest), PASSWORD);
        String key = invited(guest);
        assertThat(accept(key, PASSWORD)).as("not the old one").hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(accept(key, "Kitsune9-odori+Kaze")).hasRedirectedUrl("/log-in?started");
    }

    @Test
    void voidsALinkWhenTheNextIsMadeOrItsTimeIsOver() {
        Person guest = entered();
        String first = invited(guest);
        String second = invited(guest);
        assertThat(open(first)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(open(second)).hasStatusOk();
        sql.sql("UPDATE accounts.invitation SET expires_at = now() - interval '1 second' WHERE person = :person")
                .param("person", guest.id().value())
                .update();
        assertThat(open(second)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(open("")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void keepsOnlyTheHashOfALink() {
        String key = invited(entered());
        assertThat(sql.sql(
                                "SELECT count(*) FROM accounts.invitation WHERE encode(key_hash, 'escape') LIKE :key OR encode(key_hash, 'hex') LIKE :key")
                        .param("key", "%" + key + "%")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void letsOnlyThoseInviteWhoMay() {
        Person guest = entered();
        assertThat(pages.get().uri("/accounts/" + guest.id()).with(authentication(SignedInAs.may("people"))))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(pages.post()
                        .uri("/accounts/" + guest.id() + "/invite")
                        .with(csrf())
                        .with(authentication(SignedInAs.anybody())))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(pages.get().uri("/accounts/" + UUID.randomUUID()).with(authentication(SignedInAs.may("accounts"))))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(pages.get().uri("/accounts/nonsense").with(authentication(SignedInAs.may("accounts"))))
                .hasStatus(HttpStatus.BAD_REQUEST);
    }

    private String invited(Person guest) {
        MvcTestResult answer = pages.post()
                .uri("/accounts/" + guest.id() + "/invite")
                .with(csrf())
                .with(authentication(SignedInAs.may("accounts")))
                .exchange();
        assertThat(answer).hasStatusOk();
        Matcher link = KEY.matcher(
                new String(answer.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8));
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private MvcTestResult open(String key) {
        return pages.get().uri("/invitation").param("key", key).exchange();
    }

    private MvcTestResult accept(String key, String password) {
        return pages.post()
                .uri("/invitation")
                .with(csrf())
                .param("key", key)
                .param("password", password)
                .exchange();
    }

    private Person entered() {
        return TestPeople.entered(register, "招待", "花子");
    }
}
