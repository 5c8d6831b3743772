package org.hoshimori.core.duties;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.hoshimori.ApplicationTest;
import org.hoshimori.Installation;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.Person;
import org.hoshimori.core.organization.TestPeople;
import org.hoshimori.core.storage.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ten thousand open duties and a hundred thousand past ones. */
@ApplicationTest
class ManyDutiesTests {

    @Autowired
    private DutiesOfTheDay day;

    @Autowired
    private PeopleRegister people;

    @Autowired
    private JdbcClient sql;

    private Person person;

    @BeforeEach
    void fill() throws Exception {
        person = TestPeople.entered(people, "多数", "花子");
        sql.sql("""
                INSERT INTO duties.duty (id, kind, subject, period, starts_on, due_on, assignee, clause, revision, state, closed_at,
                                         reminded, changed_at)
                SELECT gen_random_uuid(), 'many', 'case:' || n, date '2026-04-01', date '2026-04-01', date '2026-04-01' + n % 400,
                       CASE WHEN n % 1000 = 0 THEN 'person:' || :person ELSE 'person:' || md5((n % 500)::text)::uuid END,
                       'ast-4.1', 0, CASE WHEN n <= 10000 THEN 'open' ELSE 'done' END,
                       CASE WHEN n <= 10000 THEN NULL ELSE now() END, 6, now()
                  FROM generate_series(1, 110000) n""").param("person", person.id().toString()).update();
        owner("ANALYZE duties.duty");
    }

    @AfterEach
    void empty() {
        sql.sql("DELETE FROM duties.duty WHERE kind = 'many'").update();
    }

    @Test
    void doNotSlowMyDay() {
        LocalDate today = LocalDate.of(2026, 11, 28);
        for (int i = 0; i < 20; i++) {
            day.lines(person.id(), java.util.Set.of(), today);
        }
        long begun = System.nanoTime();
        for (int i = 0; i < 20; i++) {
            assertThat(day.lines(person.id(), java.util.Set.of(), today)).isNotEmpty();
        }
        Duration each = Duration.ofNanos((System.nanoTime() - begun) / 20);
        assertThat(each).as("lines of the day").isLessThan(Duration.ofMillis(50));
    }

    @Test
    void areFoundByAnIndexThatHoldsTheOpenOnesOnly() {
        List<String> plan = sql.sql("""
                EXPLAIN SELECT * FROM duties.duty
                 WHERE state = 'open' AND assignee = ANY (CAST(:assignees AS text[])) AND due_on <= :upTo
                 ORDER BY due_on, id LIMIT 9""")
                .param("assignees", new String[] {"person:" + person.id(), "post:system-administrator"})
                .param("upTo", LocalDate.of(2026, 12, 31))
                .query((row, n) -> row.getString(1))
                .list();
        assertThat(String.join("\n", plan).toLowerCase(Locale.ROOT))
                .containsAnyOf("duty_mine", "duty_open")
                .doesNotContain("seq scan");
    }

    private static void owner(String statement) throws Exception {
        try (Connection connection = Database.connect(Installation.owner());
                Statement analyze = connection.createStatement()) {
            analyze.execute(statement);
        }
    }
}
