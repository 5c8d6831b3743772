package org.hoshimori.core.absences;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.PersonId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is away when, and who stands in. */
@Service
@Transactional
public class Absences {

    private final JdbcClient sql;
    private final PeopleRegister people;
    private final ApplicationEventPublisher events;

    Absences(JdbcClient sql, PeopleRegister people, ApplicationEventPublisher events) {
        this.sql = sql;
        this.people = people;
        this.events = events;
    }

    /** Why an absence can't be entered; nothing was written. */
    public enum Refusal {
        /** The last day lies before the first. */
        ENDS_BEFORE_START,
        /** Nobody stands in for himself or herself. */
        DEPUTY_IS_ABSENT_ONE,
        /** Who is to stand in does not work here on all of these days, or is away as well. */
        DEPUTY_NOT_HERE,
        /** Another absence of the same person shares a day with it. */
        OVERLAPS
    }

    /** Enters an absence; a refusal if it can't be. */
    public Optional<Refusal> enter(Absence absence, Actor by) {
        sql.sql("SELECT pg_advisory_xact_lock(hashtext('absences.absence'))")
                .query((row, n) -> 0)
                .list();
        Optional<Refusal> refusal = refusal(absence);
        if (refusal.isEmpty()) {
            sql.sql("""
                    INSERT INTO absences.absence (id, person, first_day, last_day, deputy)
                    VALUES (:id, :person, :first, :last, :deputy)""")
                    .param("id", absence.id())
                    .param("person", absence.person().value())
                    .param("first", absence.firstDay())
                    .param("last", absence.lastDay())
                    .param("deputy", absence.deputy().value())
                    .update();
            events.publishEvent(new AbsenceEvent.AbsenceEntered(by, absence));
        }
        return refusal;
    }

    private Optional<Refusal> refusal(Absence absence) {
        if (absence.lastDay().isBefore(absence.firstDay())) {
            return Optional.of(Refusal.ENDS_BEFORE_START);
        }
        if (absence.deputy().equals(absence.person())) {
            return Optional.of(Refusal.DEPUTY_IS_ABSENT_ONE);
        }
        boolean here = people.find(absence.deputy())
                .filter(d -> d.worksOn(absence.firstDay()) && d.worksOn(absence.lastDay()))
                .isPresent();
        if (!here || overlaps(absence.deputy(), absence)) {
            return Optional.of(Refusal.DEPUTY_NOT_HERE);
        }
        return overlaps(absence.person(), absence) ? Optional.of(Refusal.OVERLAPS) : Optional.empty();
    }

    private boolean overlaps(PersonId person, Absence absence) {
        return sql.sql("""
                SELECT EXISTS (SELECT 1 FROM absences.absence
                                WHERE person = :person AND first_day <= :last AND last_day >= :first)""")
                .param("person", person.value())
                .param("first", absence.firstDay())
                .param("last", absence.lastDay())
                .query(Boolean.class)
                .single();
    }

    /** Takes an absence back, or ends it; false if there is none of this id. */
    public boolean cancel(UUID id, Actor by) {
        Optional<Absence> absence = sql.sql("DELETE FROM absences.absence WHERE id = :id RETURNING *")
                .param("id", id)
                .query(Absences::absence)
                .optional();
        absence.ifPresent(a -> events.publishEvent(new AbsenceEvent.AbsenceCancelled(by, a)));
        return absence.isPresent();
    }

    /** An absence that nobody has taken back. */
    @Transactional(readOnly = true)
    public Optional<Absence> find(UUID id) {
        return sql.sql("SELECT * FROM absences.absence WHERE id = :id")
                .param("id", id)
                .query(Absences::absence)
                .optional();
    }

    /** Somebody's absences that are not past. */
    @Transactional(readOnly = true)
    public List<Absence> of(PersonId person, LocalDate today) {
        return sql.sql(
                        "SELECT * FROM absences.absence WHERE person = :person AND last_day >= :today ORDER BY first_day")
                .param("person", person.value())
                .param("today", today)
                .query(Absences::absence)
                .list();
    }

    /** Who is away on a day, and who stands in. */
    @Transactional(readOnly = true)
    public Map<PersonId, PersonId> standIns(LocalDate day) {
        Map<PersonId, PersonId> standIns = new HashMap<>();
        sql.sql("SELECT * FROM absences.absence WHERE :day BETWEEN first_day AND last_day")
                .param("day", day)
                .query(Absences::absence)
                .list()
                .forEach(a -> standIns.put(a.person(), a.deputy()));
        return standIns;
    }

    private static Absence absence(ResultSet row, int number) throws SQLException {
        return new Absence(
                row.getObject("id", UUID.class),
                new PersonId(row.getObject("person", UUID.class)),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                new PersonId(row.getObject("deputy", UUID.class)));
    }
}
