package org.hoshimori.core.organization;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.regulation.RegulationInForce;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The posts that people hold or stand in for, and the departments that they lead. */
@Component
class PostsHeld implements LeaverItems {

    /** Closed departments count too. */
    private static final LocalDate EVER = LocalDate.of(1900, 1, 1);

    private final Appointments appointments;
    private final Departments departments;
    private final RegulationInForce regulation;
    private final ApplicationEventPublisher events;
    private final JdbcClient sql;

    PostsHeld(
            Appointments appointments,
            Departments departments,
            RegulationInForce regulation,
            ApplicationEventPublisher events,
            JdbcClient sql) {
        this.appointments = appointments;
        this.departments = departments;
        this.regulation = regulation;
        this.events = events;
        this.sql = sql;
    }

    @Override
    public Map<PersonId, List<Item>> held(Map<PersonId, LocalDate> after) {
        Map<PersonId, List<Item>> held = new HashMap<>();
        if (after.isEmpty()) {
            return held;
        }
        UUID[] people = after.keySet().stream().map(PersonId::value).toArray(UUID[]::new);
        Map<DepartmentId, Department> rooms =
                departments.open(EVER).stream().collect(Collectors.toMap(Department::id, d -> d));
        for (Appointment a : appointments.of(people)) {
            LocalDate day = after.getOrDefault(a.holder(), LocalDate.MAX);
            if (a.lastDay().map(day::isBefore).orElse(true)) {
                add(held, a.holder(), new Item("hand-over.post", List.of(title(a, rooms)), "/posts/" + a.post()));
            }
        }
        for (Department d : departments.ledBy(people)) {
            d.ledBy()
                    .ifPresent(head -> add(
                            held,
                            head,
                            new Item(
                                    "hand-over.department",
                                    List.of(d.nameIn(
                                            LocaleContextHolder.getLocale().getLanguage())),
                                    "/departments")));
        }
        return held;
    }

    private String title(Appointment appointment, Map<DepartmentId, Department> rooms) {
        Locale locale = LocaleContextHolder.getLocale();
        return regulation.now().wording(locale).title(appointment.post())
                + appointment
                        .inDepartment()
                        .flatMap(d -> Optional.ofNullable(rooms.get(d)))
                        .map(d -> " – " + d.nameIn(locale.getLanguage()))
                        .orElse("");
    }

    private static void add(Map<PersonId, List<Item>> held, PersonId person, Item item) {
        held.computeIfAbsent(person, p -> new ArrayList<>()).add(item);
    }

    /** From the first day the successor holds what the other held; a department is led by the successor at once. */
    @Override
    public void handOver(PersonId from, PersonId to, LocalDate firstDay, Actor by) {
        for (Appointment before : appointments.of(new UUID[] {from.value()})) {
            if (before.lastDay().filter(firstDay::isAfter).isEmpty()) {
                appointments.lock(before.post());
                succeed(before, to, firstDay, by);
            }
        }
        for (Appointment before : appointments.deputisedBy(from, firstDay)) {
            PersonId deputy = before.holder().equals(to) ? null : to;
            change(before, before.with(deputy, before.endsOn(), before.version()), by);
        }
        for (Department before : departments.ledBy(new UUID[] {from.value()})) {
            Department described = new Department(
                    before.id(),
                    before.name(),
                    before.nameEn(),
                    before.position(),
                    to,
                    before.closedOn(),
                    before.version());
            if (departments.update(described)) {
                events.publishEvent(new DepartmentEvent.DepartmentChanged(by, before, described));
            }
        }
    }

    private void succeed(Appointment before, PersonId to, LocalDate firstDay, Actor by) {
        PersonId deputy = before.deputised().filter(to::equals).isPresent() ? null : before.deputy();
        boolean begun = before.startsOn().isBefore(firstDay);
        Appointment successor = Appointment.to(
                before.post(), before.department(), to, deputy, begun ? firstDay : before.startsOn(), before.endsOn());
        if (begun) {
            change(before, before.with(before.deputy(), firstDay.minusDays(1), before.version()), by);
        }
        if (!begun) {
            events.publishEvent(new PostEvent.AppointmentChanged(by, before, appointments.pass(before, to, deputy)));
        } else if (!appointments.holds(successor)) {
            // Several may hold it, and the successor may already.
            appointments.insert(successor);
            events.publishEvent(new PostEvent.Appointed(by, successor));
        }
    }

    private void change(Appointment before, Appointment described, Actor by) {
        if (appointments.update(described)) {
            events.publishEvent(new PostEvent.AppointmentChanged(by, before, described));
        }
    }

    /** When a leaver's things should have gone to somebody, if that was put off. */
    Optional<LocalDate> promised(PersonId person) {
        return sql.sql("SELECT by_day FROM organization.hand_over WHERE person = :person")
                .param("person", person.value())
                .query((row, n) -> row.getObject(1, LocalDate.class))
                .optional();
    }

    void promise(PersonId person, LocalDate day) {
        sql.sql("""
                INSERT INTO organization.hand_over (person, by_day) VALUES (:person, :day)
                ON CONFLICT (person) DO UPDATE SET by_day = excluded.by_day""").param("person", person.value()).param("day", day).update();
    }

    void keep(PersonId person) {
        sql.sql("DELETE FROM organization.hand_over WHERE person = :person")
                .param("person", person.value())
                .update();
    }

    /** Who leaves or has left lately, and the last day of each. */
    Map<PersonId, LocalDate> leavers(LocalDate since) {
        Map<PersonId, LocalDate> leavers = new HashMap<>();
        sql.sql("SELECT id, leaves_on FROM organization.person WHERE leaves_on >= :since")
                .param("since", since)
                .query(row -> {
                    leavers.put(new PersonId(row.getObject(1, UUID.class)), row.getObject(2, LocalDate.class));
                });
        return leavers;
    }
}
