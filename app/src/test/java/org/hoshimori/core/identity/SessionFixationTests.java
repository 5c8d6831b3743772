package org.hoshimori.core.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
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
    void takesNoSessionThatAnAttackerMadeUp() {
        Person person = withAccount();
        String madeUp = UUID.randomUUID().toString();
        pages.post()
                .uri("/log-in")
                .with(csrf())
                .cookie(new Cookie("hoshimori", Base64.getEncoder().encodeToString(madeUp.getBytes(UTF_8))))
                .param("mail", person.mail())
                .param("password", Visitor.PASSWORD)
                .exchange();
        assertThat(sql.sql("SELECT session_id FROM identity.spring_session WHERE principal_name = :person")
                        .param("person", person.id().toString())
                        .query(String.class)
                        .list())
                .singleElement()
                .isNotEqualTo(madeUp);
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
