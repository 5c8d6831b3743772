package org.hoshimori.core.duties;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import org.hoshimori.ApplicationTest;
import org.hoshimori.catalog.CatalogJson;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.Person;
import org.hoshimori.core.organization.TestPeople;
import org.hoshimori.core.regulation.RegulationInForce;
import org.hoshimori.core.regulation.Revision;
import org.hoshimori.regulation.Regulation;
import org.hoshimori.regulation.TailoringReader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ApplicationTest
class FollowingTests {

    @Autowired
    private Following following;

    @Autowired
    private ImpliedDuties implied;

    @Autowired
    private RegulationInForce regulation;

    @Autowired
    private Planning planning;

    @Autowired
    private PeopleRegister people;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcClient sql;

    @Test
    void theSampleImpliesADutyOfEveryKind() {
        List<Implied> all = implied.by(regulation.number(0), Month.APRIL);
        assertThat(all)
                .extracting(i -> i.kind().code())
                .contains("committee-meeting", "log-review", "accounts-of-leaver");
        assertThat(all)
                .allSatisfy(i -> assertThat(i.clause()).as(i.kind().code()).isNotBlank());
        Implied meeting = all.stream()
                .filter(i -> i.kind().code().equals("committee-meeting"))
                .findFirst()
                .orElseThrow();
        assertThat(meeting.rhythm().orElseThrow().rule()).isEqualTo("FREQ=MONTHLY;INTERVAL=3");
    }

    @Test
    void plansForTheCompanyAndForEverybodyInIt() {
        Person person = TestPeople.entered(people, "全員", "花子");
        planning.plan(implied.now(), LocalDate.now(clock), clock.instant());
        following.look();
        assertThat(sql.sql("SELECT count(*) FROM duties.duty WHERE kind = 'committee-meeting' AND state = 'open'"
                                + " AND assignee = 'post:security-officer'")
                        .query(Long.class)
                        .single())
                .isPositive();
        assertThat(sql.sql("SELECT count(*) FROM duties.duty WHERE kind = 'training-attended' AND assignee = :assignee"
                                + " AND state = 'open'")
                        .param("assignee", "person:" + person.id())
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void aRevisionThatChangesAParameterMovesWhatIsOpen() {
        LocalDate today = LocalDate.of(2031, 11, 20);
        Revision monthly = new Revision(
                7,
                clock.instant(),
                "",
                Regulation.resolve(
                        CatalogJson.shipped(),
                        TailoringReader.read(
                                "t.yaml", "values: {org-1.c_meeting-rhythm: P1M, inf-3.c_rhythm: P3M}\n")));
        transaction.executeWithoutResult(t -> {
            // Without what other tests have planned for those years.
            sql.sql("DELETE FROM duties.duty").update();
            sql.sql("DELETE FROM duties.plan").update();
            planning.plan(implied.by(regulation.number(0), Month.APRIL), today, clock.instant());
            assertThat(open("committee-meeting", today)).containsExactly("2031-10-01 2031-12-31 0");
            assertThat(open("log-storage", today))
                    .containsExactly("2031-11-01 2031-11-28 0", "2031-12-01 2031-12-31 0");
            planning.plan(implied.by(monthly, Month.APRIL), today, clock.instant());
            assertThat(open("committee-meeting", today))
                    .containsExactly("2031-11-01 2031-11-28 7", "2031-12-01 2031-12-31 7");
            assertThat(open("log-storage", today)).containsExactly("2031-10-01 2031-12-31 7");
            t.setRollbackOnly();
        });
    }

    @Test
    void aClauseThatIsExcludedEndsItsDuties() {
        LocalDate today = LocalDate.of(2031, 11, 20);
        Revision without = new Revision(
                8,
                clock.instant(),
                "",
                Regulation.resolve(
                        CatalogJson.shipped(),
                        TailoringReader.read("t.yaml", "excluded:\n  - {clause: inf-3.c, reason: 当社にはない}\n")));
        transaction.executeWithoutResult(t -> {
            planning.plan(implied.by(regulation.number(0), Month.APRIL), today, clock.instant());
            assertThat(open("log-storage", today)).isNotEmpty();
            planning.plan(implied.by(without, Month.APRIL), today, clock.instant());
            assertThat(open("log-storage", today)).isEmpty();
            assertThat(open("log-review", today)).isNotEmpty();
            planning.plan(implied.by(regulation.number(0), Month.APRIL), today, clock.instant());
            t.setRollbackOnly();
        });
    }

    private List<String> open(String kind, LocalDate today) {
        return sql.sql("SELECT period || ' ' || due_on || ' ' || revision FROM duties.duty"
                        + " WHERE kind = :kind AND state = 'open' AND due_on >= :today ORDER BY period")
                .param("kind", kind)
                .param("today", today)
                .query((row, n) -> row.getString(1))
                .list();
    }

    @Test
    void whoLeavesSetsOffDutiesWhichFollowAnotherLastDay() {
        Person person = TestPeople.entered(people, "退職", "花子");
        LocalDate last = LocalDate.now(clock).plusDays(40);
        leaves(person, last, 0);
        leaves(person, last.plusDays(10), 1);
        leaves(person, last.plusDays(10), 2);
        assertThat(sql.sql(
                                "SELECT kind || ' ' || due_on FROM duties.duty WHERE subject = :subject AND kind <> 'training-on-joining'"
                                        + " ORDER BY kind")
                        .param("subject", "person:" + person.id())
                        .query((row, n) -> row.getString(1))
                        .list())
                .containsExactly("accounts-of-leaver " + last.plusDays(11), "return-on-leaving " + last.plusDays(10));
        leaves(person, null, 3);
        assertThat(sql.sql("SELECT DISTINCT state || ' ' || note FROM duties.duty WHERE subject = :subject"
                                + " AND kind <> 'training-on-joining' AND kind <> 'training-attended'")
                        .param("subject", "person:" + person.id())
                        .query((row, n) -> row.getString(1))
                        .list())
                .as("who stays after all owes nothing for leaving")
                .containsExactly("superseded called-off");
        leaves(person, last.plusDays(10), 4);
        assertThat(sql.sql("SELECT count(*) FROM duties.duty WHERE subject = :subject AND state = 'open'"
                                + " AND kind IN ('accounts-of-leaver', 'return-on-leaving')")
                        .param("subject", "person:" + person.id())
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
        leaves(person, null, 5);
        leaves(person, last, 6);
        leaves(person, last.plusDays(10), 7);
        assertThat(sql.sql("SELECT kind || ' ' || due_on FROM duties.duty WHERE subject = :subject AND state = 'open'"
                                + " AND kind IN ('accounts-of-leaver', 'return-on-leaving') ORDER BY kind")
                        .param("subject", "person:" + person.id())
                        .query((row, n) -> row.getString(1))
                        .list())
                .as("neither lost nor doubled")
                .containsExactly("accounts-of-leaver " + last.plusDays(11), "return-on-leaving " + last.plusDays(10));
    }

    private void leaves(Person p, @Nullable LocalDate last, int version) {
        people.change(
                new Person(
                        p.id(),
                        p.staffNumber(),
                        p.name(),
                        p.mail(),
                        p.employment(),
                        null,
                        "ja",
                        p.joinedOn(),
                        last,
                        version),
                Actor.system("test"));
    }
}
