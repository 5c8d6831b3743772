package org.hoshimori.core.organization;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hoshimori.core.evidence.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of people: who works here, from when until when. */
@Service
@Transactional
public class PeopleRegister {

    private final People people;
    private final Leaving leaving;
    private final ApplicationEventPublisher events;

    PeopleRegister(People people, Leaving leaving, ApplicationEventPublisher events) {
        this.people = people;
        this.leaving = leaving;
        this.events = events;
    }

    /** Why a person can't be entered or changed; nothing was written. */
    public enum Refusal {
        /** Another person bears the staff number. */
        STAFF_NUMBER_TAKEN,
        /** Another person uses the mail address. */
        MAIL_TAKEN,
        /** Somebody else has changed the person since the form was opened. */
        CHANGED_MEANWHILE,
        /** The last day lies before the first. */
        LEAVES_BEFORE_JOINING,
        /** What the person holds after the last day must go to somebody first, or it must be said by when it will. */
        STILL_HOLDS
    }

    /** What an entry or a change comes to. */
    public sealed interface Outcome {
        /** It is written. */
        record Done(Person person) implements Outcome {}

        /** It is not, and why. */
        record Refused(Refusal why) implements Outcome {}
    }

    /** Enters a newcomer. */
    public Outcome enter(Person person, Actor by) {
        Optional<Refusal> refusal = refusal(person);
        if (refusal.isPresent()) {
            return new Outcome.Refused(refusal.get());
        }
        people.insert(person);
        events.publishEvent(new PersonEvent.PersonJoined(by, person));
        return new Outcome.Done(person);
    }

    /** Changes a person to what is described, of which the version must be the one last read. */
    public Outcome change(Person described, Actor by) {
        Person before = find(described.id()).orElseThrow(() -> new PersonUnknown(described.id()));
        Optional<Refusal> refusal = refusal(described);
        if (refusal.isPresent()) {
            return new Outcome.Refused(refusal.get());
        }
        LocalDate leaves = described.leavesOn();
        if (leaves != null && !leaves.equals(before.leavesOn()) && leaving.leavesOwnerless(described.id(), leaves)) {
            return new Outcome.Refused(Refusal.STILL_HOLDS);
        }
        if (!people.update(described)) {
            return new Outcome.Refused(Refusal.CHANGED_MEANWHILE);
        }
        Person after = find(described.id()).orElseThrow();
        LocalDate lastDay = after.leavesOn();
        if (!PersonEvent.same(before, after)) {
            events.publishEvent(new PersonEvent.PersonChanged(by, before, after));
        }
        if (lastDay != null && !lastDay.equals(before.leavesOn())) {
            events.publishEvent(new PersonEvent.PersonLeaving(by, after.id(), lastDay));
        }
        LocalDate wasToLeave = before.leavesOn();
        if (lastDay == null && wasToLeave != null) {
            events.publishEvent(new PersonEvent.PersonStaying(by, after.id(), wasToLeave));
        }
        return new Outcome.Done(after);
    }

    private Optional<Refusal> refusal(Person person) {
        LocalDate last = person.leavesOn();
        if (last != null && last.isBefore(person.joinedOn())) {
            return Optional.of(Refusal.LEAVES_BEFORE_JOINING);
        }
        People.Taken taken = people.taken(person);
        if (taken.staffNumber()) {
            return Optional.of(Refusal.STAFF_NUMBER_TAKEN);
        }
        return taken.mail() ? Optional.of(Refusal.MAIL_TAKEN) : Optional.empty();
    }

    /** A person, also one who has left. */
    @Transactional(readOnly = true)
    public Optional<Person> find(PersonId id) {
        return people.find(id);
    }

    /** People by their ids; unknown ones are left out. */
    @Transactional(readOnly = true)
    public Map<PersonId, Person> find(Collection<PersonId> ids) {
        return people.find(ids);
    }

    /** People by their staff numbers; unknown ones are left out. */
    @Transactional(readOnly = true)
    public Map<String, Person> numbered(Collection<String> numbers) {
        return numbers.isEmpty()
                ? Map.of()
                : people.numbered(numbers).stream().collect(Collectors.toMap(Person::staffNumber, p -> p));
    }

    /** Whom each of these texts may name, by staff number, mail address or full name; also people who have left. */
    @Transactional(readOnly = true)
    public PeopleCalled called(Collection<String> texts) {
        return PeopleCalled.of(texts.isEmpty() ? List.of() : people.called(texts));
    }

    /** The domains of all people's mail addresses, in lower case. */
    @Transactional(readOnly = true)
    public Set<String> mailDomains() {
        return people.mailDomains();
    }

    /** The person who uses this mail address. */
    @Transactional(readOnly = true)
    public Optional<Person> findByMail(String mail) {
        return people.findByMail(mail);
    }
}
