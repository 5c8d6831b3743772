package org.hoshimori.core.posts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.organization.Department;
import org.hoshimori.core.organization.DepartmentId;
import org.hoshimori.core.organization.DepartmentRegister;
import org.hoshimori.core.organization.LeaverItems;
import org.hoshimori.core.organization.PersonId;
import org.hoshimori.core.regulation.RegulationInForce;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The posts that people hold or stand in for. */
@Component
class PostsHeld implements LeaverItems {

    private final Appointments appointments;
    private final DepartmentRegister departments;
    private final RegulationInForce regulation;
    private final ApplicationEventPublisher events;

    PostsHeld(
            Appointments appointments,
            DepartmentRegister departments,
            RegulationInForce regulation,
            ApplicationEventPublisher events) {
        this.appointments = appointments;
        this.departments = departments;
        this.regulation = regulation;
        this.events = events;
    }

    @Override
    public Map<PersonId, List<Item>> held(Map<PersonId, LocalDate> after) {
        Map<PersonId, List<Item>> held = new HashMap<>();
        if (after.isEmpty()) {
            return held;
        }
        List<Appointment> beyond =
                appointments.of(after.keySet().stream().map(PersonId::value).toArray(UUID[]::new)).stream()
                        .filter(a -> a.lastDay()
                                .map(after.getOrDefault(a.holder(), LocalDate.MAX)::isBefore)
                                .orElse(true))
                        .toList();
        Map<DepartmentId, Department> rooms = departments.find(
                beyond.stream().flatMap(a -> a.inDepartment().stream()).toList());
        for (Appointment a : beyond) {
            held.computeIfAbsent(a.holder(), p -> new ArrayList<>())
                    .add(new Item("hand-over.post", List.of(title(a, rooms)), "/posts/" + a.post()));
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

    /** From the first day the successor holds what the other held. */
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
}
