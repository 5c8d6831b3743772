package org.hoshimori.core.notices;

import static org.assertj.core.api.Assertions.assertThat;

import org.hoshimori.ApplicationTest;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.Person;
import org.hoshimori.core.organization.TestPeople;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** The jobs of the application that serves pages run by themselves. */
@ApplicationTest
@TestPropertySource(properties = "db-scheduler.enabled=true")
@DirtiesContext
class RunningJobsTests {

    @Autowired
    private Notices notices;

    @Autowired
    private PeopleRegister people;

    @Autowired
    private JdbcClient sql;

    @Test
    void takesUpWhatIsToldWithinSeconds() throws Exception {
        Person person = TestPeople.entered(people, "自動", "花子");
        notices.tell(Notice.to(person.id(), "k", "day.notice", "/posts", new Argument.Text("x"))
                .atOnce());
        String state = "waiting";
        for (int i = 0; i < 200 && state.equals("waiting"); i++) {
            Thread.sleep(50);
            state = sql.sql("SELECT state FROM notices.delivery WHERE person = :person")
                    .param("person", person.id().value())
                    .query(String.class)
                    .single();
        }
        assertThat(state).as("there is no mail server in this test").isEqualTo("no-route");
    }
}
