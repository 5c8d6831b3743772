package org.hoshimori.core.accounts;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.core.organization.DepartmentId;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.Person;
import org.hoshimori.core.organization.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Pages of the people who are here or will be, with the state of their accounts, by staff number. */
@Repository
@Transactional(readOnly = true)
class AccountList {

    static final int PAGE = 50;

    private static final String FROM = """

              FROM facts.person p
              LEFT JOIN facts.account w ON w.person = p.id
              LEFT JOIN facts.sign_on_link l ON l.person = p.id
              LEFT JOIN facts.second_factor f ON f.person = p.id
              LEFT JOIN accounts.invitation i ON i.person = p.id AND i.expires_at > :now
              LEFT JOIN (SELECT person, max(locked_until) AS locked_until FROM facts.account_lock
                          WHERE locked_until > :now GROUP BY person) a ON a.person = p.id
             WHERE (p.leaves_on IS NULL OR p.leaves_on >= :today)
               AND (CAST(:department AS uuid) IS NULL OR p.department = :department)
               AND (CAST(:person AS uuid) IS NULL OR p.id = :person)
               AND CASE :state WHEN 'without' THEN w.person IS NULL AND l.person IS NULL
                               WHEN 'with' THEN w.person IS NOT NULL OR l.person IS NOT NULL
                               WHEN 'locked' THEN a.locked_until IS NOT NULL
                               ELSE true END""";

    private final JdbcClient sql;
    private final PeopleRegister people;
    private final Clock clock;

    AccountList(JdbcClient sql, PeopleRegister people, Clock clock) {
        this.sql = sql;
        this.people = people;
        this.clock = clock;
    }

    /**
     * What is asked for.
     *
     * @param state {@code without} an account, {@code with} one, {@code locked}, or {@code all}
     * @param page from 1
     */
    record Wish(String state, Optional<DepartmentId> department, int page) {

        static final List<String> STATES = List.of("without", "with", "locked", "all");

        /** Takes what it does not know for the first. */
        Wish {
            state = STATES.contains(state) ? state : STATES.getFirst();
            page = Math.clamp(page, 1, 1_000_000);
        }

        public List<String> states() {
            return STATES;
        }
    }

    /** A person's account. */
    record Row(
            Person person,
            boolean open,
            boolean secondFactor,
            Optional<ZonedDateTime> lockedUntil,
            Optional<ZonedDateTime> invitedUntil) {}

    /** A page of them and how many there are in all. */
    record Page(List<Row> rows, long total, int number) {
        public int pages() {
            return (int) Math.max(1, (total + PAGE - 1) / PAGE);
        }
    }

    Page page(Wish wish) {
        long total = asked("SELECT count(*)" + FROM, wish, Optional.empty())
                .query(Long.class)
                .single();
        return new Page(rows(wish, Optional.empty()), total, wish.page());
    }

    /** One person's. */
    Optional<Row> find(PersonId person) {
        return rows(new Wish("all", Optional.empty(), 1), Optional.of(person)).stream()
                .findFirst();
    }

    private List<Row> rows(Wish wish, Optional<PersonId> person) {
        List<Found> found = asked(
                        "SELECT p.id, w.person IS NOT NULL OR l.person IS NOT NULL AS open, f.person IS NOT NULL AS second, a.locked_until, i.expires_at"
                                + FROM + " ORDER BY p.staff_number LIMIT " + PAGE + " OFFSET :offset",
                        wish,
                        person)
                .param("offset", (wish.page() - 1) * PAGE)
                .query((row, n) -> new Found(
                        new PersonId(row.getObject("id", UUID.class)),
                        row.getBoolean("open"),
                        row.getBoolean("second"),
                        local(row.getObject("locked_until", OffsetDateTime.class)),
                        local(row.getObject("expires_at", OffsetDateTime.class))))
                .list();
        Map<PersonId, Person> named = people.find(found.stream().map(Found::id).toList());
        return found.stream()
                .flatMap(f -> Optional.ofNullable(named.get(f.id())).map(f::row).stream())
                .toList();
    }

    private record Found(
            PersonId id,
            boolean open,
            boolean second,
            Optional<ZonedDateTime> lockedUntil,
            Optional<ZonedDateTime> invitedUntil) {
        Row row(Person person) {
            return new Row(person, open, second, lockedUntil, invitedUntil);
        }
    }

    /** All that match, as far as one may invite at once. */
    List<PersonId> ids(Wish wish, int limit) {
        return asked("SELECT p.id" + FROM + " ORDER BY p.staff_number LIMIT :limit", wish, Optional.empty())
                .param("limit", limit)
                .query((row, n) -> new PersonId(row.getObject(1, UUID.class)))
                .list();
    }

    private JdbcClient.StatementSpec asked(String query, Wish wish, Optional<PersonId> person) {
        return sql.sql(query)
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("today", LocalDate.now(clock))
                .param("department", wish.department().map(DepartmentId::value).orElse(null))
                .param("person", person.map(PersonId::value).orElse(null))
                .param("state", wish.state());
    }

    private Optional<ZonedDateTime> local(@Nullable OffsetDateTime instant) {
        return Optional.ofNullable(instant).map(i -> i.atZoneSameInstant(clock.getZone()));
    }
}
