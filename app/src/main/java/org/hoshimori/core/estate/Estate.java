package org.hoshimori.core.estate;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.organization.DepartmentRegister;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.PersonId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The registers of the estate: what there is, who answers for it, how confidential it is. */
@Service
@Transactional
public class Estate {

    private final Items items;
    private final PeopleRegister people;
    private final DepartmentRegister departments;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Estate(
            Items items,
            PeopleRegister people,
            DepartmentRegister departments,
            ApplicationEventPublisher events,
            Clock clock) {
        this.items = items;
        this.people = people;
        this.departments = departments;
        this.events = events;
        this.clock = clock;
    }

    /** Why an item can't be entered or changed; nothing was written. */
    public enum Refusal {
        /** Another one of the same noun bears the number. */
        NUMBER_TAKEN,
        /** The new owner does not work here. */
        OWNER_NOT_HERE,
        /** The new department is closed. */
        DEPARTMENT_CLOSED,
        /** Somebody else has changed the item since the form was opened. */
        CHANGED_MEANWHILE
    }

    /** What an entry or a change comes to. */
    public sealed interface Outcome {
        /** It is written, or was so before. */
        record Done(Item item) implements Outcome {}

        /** It is not, and why. */
        record Refused(Refusal why) implements Outcome {}
    }

    /** Enters an item. */
    public Outcome register(Item described, Actor by) {
        Optional<Refusal> refusal = refusal(described, Optional.empty());
        if (refusal.isPresent()) {
            return new Outcome.Refused(refusal.get());
        }
        if (!items.insert(described)) {
            return new Outcome.Refused(Refusal.NUMBER_TAKEN);
        }
        events.publishEvent(new EstateEvent.ItemRegistered(by, described));
        return new Outcome.Done(described);
    }

    /** Changes an item to what is described, of which the version must be the one last read. What changes nothing is not on record. */
    public Outcome change(Item described, Actor by) {
        Item before = items.find(described.id())
                .filter(i -> i.noun() == described.noun())
                .orElseThrow(() -> new ItemUnknown(described.subject()));
        if (!described.number().equals(before.number())) {
            items.lock(described.noun());
            if (items.numberTaken(described)) {
                return new Outcome.Refused(Refusal.NUMBER_TAKEN);
            }
        }
        Optional<Refusal> refusal = refusal(described, Optional.of(before));
        if (refusal.isPresent()) {
            return new Outcome.Refused(refusal.get());
        }
        if (before.version() == described.version() && before.saysTheSameAs(described)) {
            return new Outcome.Done(before);
        }
        if (!items.update(described)) {
            return new Outcome.Refused(Refusal.CHANGED_MEANWHILE);
        }
        Item after = items.find(described.id()).orElseThrow();
        events.publishEvent(new EstateEvent.ItemChanged(by, before, after));
        return new Outcome.Done(after);
    }

    /** Whoever answers for something that is used may leave; but nobody who is not here is given anything new. */
    private Optional<Refusal> refusal(Item described, Optional<Item> before) {
        LocalDate today = LocalDate.now(clock);
        boolean ownerHere = described.ownedBy().equals(before.flatMap(Item::ownedBy))
                || described
                        .ownedBy()
                        .map(id -> people.find(id).filter(p -> p.worksOn(today)).isPresent())
                        .orElse(true);
        if (!ownerHere) {
            return Optional.of(Refusal.OWNER_NOT_HERE);
        }
        boolean departmentOpen = described.inDepartment().equals(before.flatMap(Item::inDepartment))
                || described
                        .inDepartment()
                        .map(id -> departments
                                .find(id)
                                .filter(d -> d.closedOn() == null)
                                .isPresent())
                        .orElse(true);
        return departmentOpen ? Optional.empty() : Optional.of(Refusal.DEPARTMENT_CLOSED);
    }

    /** Everything that is not retired and that somebody answers for goes to somebody else, who works here; how much that was. */
    public int handOver(PersonId from, PersonId to, Actor by) {
        int handed = 0;
        for (Item item : items.ownedBy(from)) {
            if (change(item.ownedBy(to), by) instanceof Outcome.Refused(Refusal why)) {
                throw new IllegalStateException(item.subject() + " " + why);
            }
            handed++;
        }
        return handed;
    }

    /** An item, also a retired one. */
    @Transactional(readOnly = true)
    public Optional<Item> find(ItemId id) {
        return items.find(id);
    }

    /** Items by their ids; unknown ones are left out. */
    @Transactional(readOnly = true)
    public Map<ItemId, Item> find(Collection<ItemId> ids) {
        return ids.isEmpty() ? Map.of() : items.find(ids).stream().collect(Collectors.toMap(Item::id, i -> i));
    }

    /** Items of a noun by their numbers; unknown ones are left out. */
    @Transactional(readOnly = true)
    public Map<String, Item> numbered(Noun noun, Collection<String> numbers) {
        return numbers.isEmpty()
                ? Map.of()
                : items.numbered(noun, numbers).stream().collect(Collectors.toMap(Item::number, i -> i));
    }

    /** Things of these kinds in use or planned that bear one of these numbers or names. */
    @Transactional(readOnly = true)
    public List<Item> called(Collection<Noun> nouns, Collection<String> numbersOrNames) {
        return numbersOrNames.isEmpty() ? List.of() : items.called(nouns, numbersOrNames);
    }

    /** What somebody answers for, retired things aside. */
    @Transactional(readOnly = true)
    public List<Item> ownedBy(PersonId person) {
        return items.ownedBy(person);
    }
}
