package org.hoshimori.core.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
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

    /** Long, because a machine that runs other tests beside this one may let the jobs wait. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Autowired
    private Notices notices;

    @Autowired
    private PeopleRegister people;

    @Autowired
    private JdbcClient sql;

    @Test
    void takesUpWhatIsToldByItself() throws Exception {
        Person person = TestPeople.entered(people, "自動", "花子");
        notices.tell(Notice.to(person.id(), "k", "day.notice", "/posts", new Argument.Text("x"))
                .atOnce());
        String state = "waiting";
        long given = System.nanoTime() + PATIENCE.toNanos();
        while (state.equals("waiting") && System.nanoTime() < given) {
            Thread.sleep(50);
            state = sql.sql("SELECT state FROM notices.delivery WHERE person = :person")
                    .param("person", person.id().value())
                    .query(String.class)
                    .single();
        }
        assertThat(state).as("there is no mail server in this test").isEqualTo("no-route");
    }
}
