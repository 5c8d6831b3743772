package org.hoshimori.core.duties;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.organization.LeaverItems;
import org.hoshimori.core.organization.PersonId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Duties that somebody has about something else than himself or herself. A post's duties follow the post; what is about the
 * person alone (a training attended) ends with the person.
 */
@Component
class DutiesHeld implements LeaverItems {

    private final Tasks tasks;
    private final DutyTitles titles;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DutiesHeld(Tasks tasks, DutyTitles titles, ApplicationEventPublisher events, Clock clock) {
        this.tasks = tasks;
        this.titles = titles;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Map<PersonId, List<Item>> held(Map<PersonId, LocalDate> after) {
        Map<PersonId, List<Item>> held = new HashMap<>();
        Locale locale = LocaleContextHolder.getLocale();
        for (Task task : tasks.ofOthers(after.keySet().stream().toList())) {
            if (task.assignee() instanceof Assignee.OfPerson(PersonId person)) {
                String title = titles.of(task.kind(), locale);
                held.computeIfAbsent(person, p -> new ArrayList<>())
                        .add(new Item("hand-over.duty", List.of(title), "/duties/" + task.id()));
            }
        }
        return held;
    }

    @Override
    public void handOver(PersonId from, PersonId to, LocalDate firstDay, Actor by) {
        for (Task task : tasks.ofOthers(List.of(from))) {
            tasks.assign(task, new Assignee.OfPerson(to), clock.instant());
            events.publishEvent(new DutyEvent.DutyHandedOver(
                    by, task.id(), task.kind(), task.clause(), from.toString(), to.toString()));
        }
    }
}
