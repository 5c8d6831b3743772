package org.hoshimori.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import org.hoshimori.ApplicationTest;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.factors.TestLogIns;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.Person;
import org.hoshimori.core.organization.TestPeople;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ApplicationTest
class SeldomTouchedTests {

    @Autowired
    private FindByIndexNameSessionRepository<? extends Session> sessions;

    @Autowired
    private PeopleRegister people;

    @Autowired
    private Accounts accounts;

    @Autowired
    private MockMvcTester pages;

    @Test
    void movesTheMomentOfLastUseByTenSecondsAndMore() {
        Person person = TestPeople.entered(people, "休", "花子");
        accounts.open(person, Visitor.PASSWORD, Set.of(), Actor.system("test"));
        TestLogIns.enrolled(new Visitor(pages), person.mail());
        keeps(sessions, person.id().toString());
    }

    private static <S extends Session> void keeps(FindByIndexNameSessionRepository<S> sessions, String person) {
        S session = sessions.findByPrincipalName(person).values().iterator().next();
        Instant before = session.getLastAccessedTime();
        session.setLastAccessedTime(before.plusMillis(9_999));
        assertThat(session.getLastAccessedTime()).isEqualTo(before);
        session.setLastAccessedTime(before.plusMillis(10_000));
        session.setAttribute("told", "once");
        sessions.save(session);
        S again = sessions.findById(session.getId());
        assertThat(again).isNotNull();
        assertThat(again.getLastAccessedTime()).isEqualTo(before.plusMillis(10_000));
        assertThat(again.<String>getAttribute("told")).isEqualTo("once");
        sessions.deleteById(session.getId());
        assertThat(sessions.findById(session.getId())).isNull();
    }
}
