package org.hoshimori.core.directory;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.Person;
import org.hoshimori.core.organization.PersonName;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** The directory beside the register of people: compares them, and takes over what somebody confirms. */
@Service
class Directory {

    private final DirectoryReader reader;
    private final DifferenceTable table;
    private final PeopleRegister people;
    private final DirectoryDuties duties;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Directory(
            DirectoryReader reader,
            DifferenceTable table,
            PeopleRegister people,
            DirectoryDuties duties,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.reader = reader;
        this.table = table;
        this.people = people;
        this.duties = duties;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What a comparison comes to. */
    enum Compared {
        DONE,
        /** The directory can't be reached, trusted or read. */
        UNREACHABLE,
        /** It has nobody: the filter is wrong rather than everybody gone. */
        EMPTY
    }

    /** Reads the directory and keeps what differs; nothing of the register changes. No connection is held while reading. */
    Compared compare(Actor by) {
        Optional<List<Entry>> entries = reader.read();
        if (entries.isEmpty()) {
            return Compared.UNREACHABLE;
        }
        if (entries.get().isEmpty()) {
            return Compared.EMPTY;
        }
        compare(entries.get(), by);
        return Compared.DONE;
    }

    void compare(List<Entry> entries, Actor by) {
        transaction.executeWithoutResult(t -> {
            table.lock();
            List<Difference> differences =
                    Comparison.of(entries, people.find(table.everybody()).values(), LocalDate.now(clock));
            DifferenceTable.Changes changes = table.keep(differences);
            changes.come().forEach(duties::setOff);
            changes.gone().forEach(d -> duties.settled(d, by));
            Map<Difference.Kind, Integer> counts = new EnumMap<>(Difference.Kind.class);
            differences.forEach(d -> counts.merge(d.kind(), 1, Integer::sum));
            events.publishEvent(new DirectoryEvent.DirectoryCompared(by, entries.size(), counts));
        });
    }

    /** What confirming comes to. */
    sealed interface Outcome {
        /** The register says so too now. */
        record Done() implements Outcome {}

        /** It was decided or has gone meanwhile, or is nothing to confirm. */
        record Gone() implements Outcome {}

        /** The directory has no staff number, or no family name, without which nobody is entered. */
        record Incomplete() implements Outcome {}

        /** The register refuses. */
        record Refused(PeopleRegister.Refusal why) implements Outcome {}
    }

    /** Takes over what the directory says: enters a newcomer from today, or changes what is another there. */
    Outcome confirm(UUID id, Actor by) {
        return transaction.execute(t -> {
            Optional<Found> found = table.find(id);
            if (found.isEmpty()
                    || !found.get().confirmable()
                    || found.get().entry().isEmpty()) {
                return new Outcome.Gone();
            }
            Entry entry = found.get().entry().get();
            Outcome outcome = found.get().person().isPresent() ? change(found.get(), entry, by) : enter(entry, by);
            if (outcome instanceof Outcome.Done) {
                table.close(id, "confirmed");
                duties.settled(found.get().named(), by);
                events.publishEvent(new DirectoryEvent.DifferenceConfirmed(
                        by, id, found.get().key()));
            }
            return outcome;
        });
    }

    private Outcome enter(Entry entry, Actor by) {
        if (entry.number().isEmpty() || entry.family().isEmpty() || entry.mail().isEmpty()) {
            return new Outcome.Incomplete();
        }
        return outcome(people.enter(
                Person.newcomer(
                        entry.number(),
                        new PersonName(entry.family(), entry.given(), "", ""),
                        entry.mail(),
                        Person.Employment.EMPLOYEE,
                        null,
                        "ja",
                        LocalDate.now(clock)),
                by));
    }

    private Outcome change(Found found, Entry entry, Actor by) {
        Optional<Person> before = found.person().flatMap(people::find);
        if (before.isEmpty()) {
            return new Outcome.Gone();
        }
        Person person = before.get();
        List<Difference.Field> changed = found.difference().changed();
        PersonName name = person.name();
        boolean family = changed.contains(Difference.Field.FAMILY);
        boolean given = changed.contains(Difference.Field.GIVEN);
        return outcome(people.change(
                new Person(
                        person.id(),
                        changed.contains(Difference.Field.NUMBER) ? entry.number() : person.staffNumber(),
                        new PersonName(
                                family ? entry.family() : name.family(),
                                given ? entry.given() : name.given(),
                                family ? "" : name.familyKana(),
                                given ? "" : name.givenKana()),
                        changed.contains(Difference.Field.MAIL) ? entry.mail() : person.mail(),
                        person.employment(),
                        person.department(),
                        person.language(),
                        person.joinedOn(),
                        person.leavesOn(),
                        person.version()),
                by));
    }

    private static Outcome outcome(PeopleRegister.Outcome outcome) {
        return switch (outcome) {
            case PeopleRegister.Outcome.Done done -> new Outcome.Done();
            case PeopleRegister.Outcome.Refused(PeopleRegister.Refusal why) -> new Outcome.Refused(why);
        };
    }

    /** Leaves it as it is, for as long as the directory says the same. */
    void dismiss(UUID id, Actor by) {
        transaction.executeWithoutResult(t -> table.find(id).ifPresent(found -> {
            table.close(id, "dismissed");
            duties.settled(found.named(), by);
            events.publishEvent(new DirectoryEvent.DifferenceDismissed(by, id, found.key()));
        }));
    }
}
