package org.hoshimori.core.handovers;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.organization.LeaverItems;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.Person;
import org.hoshimori.core.organization.PersonId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Handing over what somebody holds, in every room, to a named person in one act; and what would be owned by nobody. */
@Service
@Transactional
public class HandingOver {

    /** Who left before that is not asked about any more. */
    private static final int YEARS = 2;

    private final Holdings holdings;
    private final Promises promises;
    private final PeopleRegister people;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    HandingOver(
            Holdings holdings,
            Promises promises,
            PeopleRegister people,
            ApplicationEventPublisher events,
            Clock clock) {
        this.holdings = holdings;
        this.promises = promises;
        this.people = people;
        this.events = events;
        this.clock = clock;
    }

    /** Why nothing can be handed over so; nothing was written. */
    public enum Refusal {
        /** Nobody hands over to himself or herself. */
        SUCCESSOR_IS_HOLDER,
        /** The successor does not work here on the first day, or today. */
        SUCCESSOR_NOT_HERE,
        /** The day is past. */
        PAST
    }

    /** What somebody holds after a day. */
    @Transactional(readOnly = true)
    public List<LeaverItems.Item> held(PersonId person, LocalDate after) {
        return holdings.after(person, after);
    }

    /** Hands all that somebody holds over to somebody else, from a day on; a refusal if that can't be. */
    public Optional<Refusal> handOver(PersonId from, PersonId to, LocalDate firstDay, Actor by) {
        LocalDate today = LocalDate.now(clock);
        if (firstDay.isBefore(today)) {
            return Optional.of(Refusal.PAST);
        }
        if (from.equals(to)) {
            return Optional.of(Refusal.SUCCESSOR_IS_HOLDER);
        }
        boolean here = people.find(to)
                .filter(p -> p.worksOn(firstDay) && p.worksOn(today))
                .isPresent();
        if (!here) {
            return Optional.of(Refusal.SUCCESSOR_NOT_HERE);
        }
        int things = holdings.after(from, firstDay.minusDays(1)).size();
        holdings.rooms().forEach(room -> room.handOver(from, to, firstDay, by));
        promises.keep(from);
        events.publishEvent(new HandOverEvent.HandedOver(by, from, to, firstDay, things));
        return Optional.empty();
    }

    /** Says by when it will be handed over; a refusal if the day is past. */
    public Optional<Refusal> putOff(PersonId from, LocalDate byDay, Actor by) {
        if (byDay.isBefore(LocalDate.now(clock))) {
            return Optional.of(Refusal.PAST);
        }
        promises.make(from, byDay);
        events.publishEvent(new HandOverEvent.HandOverPutOff(by, from, byDay));
        return Optional.empty();
    }

    /** By when it will be handed over, where that was said. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> promised(PersonId person) {
        return promises.of(person);
    }

    /** Somebody who leaves or has left and still holds something after the last day. */
    public record Leaver(Person person, LocalDate lastDay, List<LeaverItems.Item> items) {}

    /** What is or will be owned by nobody, by who held it, the soonest first. */
    @Transactional(readOnly = true)
    public List<Leaver> ownerless() {
        Map<PersonId, LocalDate> leavers = promises.leavers(LocalDate.now(clock).minusYears(YEARS));
        Map<PersonId, List<LeaverItems.Item>> held = holdings.after(leavers);
        Map<PersonId, Person> names = people.find(leavers.keySet());
        return names.values().stream()
                .filter(p -> held.containsKey(p.id()))
                .map(p -> new Leaver(
                        p, leavers.getOrDefault(p.id(), LocalDate.MAX), held.getOrDefault(p.id(), List.of())))
                .sorted(Comparator.comparing(Leaver::lastDay))
                .toList();
    }
}
