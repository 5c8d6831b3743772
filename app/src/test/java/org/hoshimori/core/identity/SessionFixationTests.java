package org.hoshimori.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Set;
import org.hoshimori.ApplicationTest;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.Person;
import org.hoshimori.core.organization.TestPeople;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A session is nobody's before its log-in, and not for ever afterwards. */
@ApplicationTest
class SessionFixationTests {

    @Autowired
    private MockMvcTester pages;

    @Autowired
    private PeopleRegister people;

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcClient sql;

    @Test
    void logInMakesANewSession() {
        Person person = withAccount();
        Visitor visitor = new Visitor(pages);
        Cookie before = visitor.get("/log-in").getResponse().getCookie("hoshimori");
        assertThat(before).isNotNull();
        Cookie after = visitor.post("/log-in", "mail", person.mail(), "password", Visitor.PASSWORD)
                .getResponse()
                .getCookie("hoshimori");
        assertThat(after).isNotNull();
        assertThat(after.getValue()).isNotEqualTo(before.getValue());
        assertThat(pages.get()
                        .uri("/people")
                        .cookie(before)
                        .exchange()
                        .getResponse()
                        .getRedirectedUrl())
                .as("the one that an attacker may know")
                .isEqualTo("/log-in");
        assertThat(pages.get().uri("/people").cookie(after)).hasStatusOk();
    }

    @Test
    void takesNoSessionThatABrowserMadeUp() {
        Cookie madeUp = new Cookie("hoshimori", "MDAwMDAwMDAtMDAwMC0wMDAwLTAwMDAtMDAwMDAwMDAwMDAw");
        Cookie given = pages.get()
                .uri("/people")
                .cookie(madeUp)
                .exchange()
                .getResponse()
                .getCookie("hoshimori");
        assertThat(given).isNotNull();
        assertThat(given.getValue()).isNotEqualTo(madeUp.getValue());
    }

    @Test
    void endsAfterHalfADayHoweverBusy() {
        Person person = withAccount();
        Visitor visitor = Visitor.loggedIn(pages, person.mail());
        assertThat(visitor.get("/people")).hasStatusOk();
        sql.sql("""
                UPDATE identity.spring_session SET creation_time = creation_time - :half
                 WHERE principal_name = :person""")
                .param("half", Duration.ofHours(12).plusMinutes(1).toMillis())
                .param("person", person.id().toString())
                .update();
        assertThat(Visitor.to(visitor.get("/people"))).isEqualTo("/log-in?ended");
        assertThat(Visitor.to(visitor.get("/people"))).isEqualTo("/log-in");
    }

    private Person withAccount() {
        Person person = TestPeople.entered(people, "固定", "一");
        assertThat(accounts.open(person, Visitor.PASSWORD, Set.of(), Actor.system("test")))
                .isEmpty();
        return person;
    }
}
