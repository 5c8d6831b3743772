package org.hoshimori.core.organization;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hoshimori.core.evidence.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The departments that people lead. */
@Component
class DepartmentsLed implements LeaverItems {

    private final Departments departments;
    private final ApplicationEventPublisher events;

    DepartmentsLed(Departments departments, ApplicationEventPublisher events) {
        this.departments = departments;
        this.events = events;
    }

    @Override
    public Map<PersonId, List<Item>> held(Map<PersonId, LocalDate> after) {
        Map<PersonId, List<Item>> held = new HashMap<>();
        if (after.isEmpty()) {
            return held;
        }
        String language = LocaleContextHolder.getLocale().getLanguage();
        UUID[] people = after.keySet().stream().map(PersonId::value).toArray(UUID[]::new);
        for (Department led : departments.ledBy(people)) {
            Item item = new Item("hand-over.department", List.of(led.nameIn(language)), "/departments");
            led.ledBy()
                    .ifPresent(head ->
                            held.computeIfAbsent(head, p -> new ArrayList<>()).add(item));
        }
        return held;
    }

    /** A department is led by the successor at once. */
    @Override
    public void handOver(PersonId from, PersonId to, LocalDate firstDay, Actor by) {
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
}
