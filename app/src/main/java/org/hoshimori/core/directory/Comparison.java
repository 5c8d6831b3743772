package org.hoshimori.core.directory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.hoshimori.core.organization.Person;
import org.hoshimori.core.organization.PersonId;
import org.hoshimori.core.organization.PersonName;
import org.jspecify.annotations.Nullable;

/** Compares the directory with the register of people, as they stand on a day: by staff number, else by mail address. */
final class Comparison {

    private final Map<String, Person> byNumber = new HashMap<>();
    private final Map<String, Person> byMail = new HashMap<>();
    private final Map<PersonId, Entry> matched = new HashMap<>();
    private final Set<PersonId> clashing = new HashSet<>();
    private final List<Difference> differences = new ArrayList<>();
    private final LocalDate day;

    private Comparison(Collection<Person> people, LocalDate day) {
        this.day = day;
        for (Person person : people) {
            byNumber.put(person.staffNumber(), person);
            byMail.put(person.mail().toLowerCase(Locale.ROOT), person);
        }
    }

    static List<Difference> of(List<Entry> entries, Collection<Person> people, LocalDate day) {
        Comparison comparison = new Comparison(people, day);
        entries.stream().filter(Entry::enabled).forEach(comparison::take);
        people.forEach(comparison::look);
        return comparison.differences;
    }

    private void take(Entry entry) {
        Person numbered = entry.number().isEmpty() ? null : byNumber.get(entry.number());
        Person mailed = entry.mail().isEmpty() ? null : byMail.get(entry.mail());
        Person person = numbered == null ? mailed : numbered;
        if (numbered != null && mailed != null && !numbered.id().equals(mailed.id())) {
            clashing.add(numbered.id());
            clashing.add(mailed.id());
            add(Difference.Kind.CLASH, numbered, entry, List.of());
        } else if (person == null) {
            add(Difference.Kind.JOINER, null, entry, List.of());
        } else if (matched.putIfAbsent(person.id(), entry) != null) {
            clashing.add(person.id());
            add(Difference.Kind.CLASH, person, entry, List.of());
        }
    }

    private void look(Person person) {
        Entry entry = matched.get(person.id());
        if (clashing.contains(person.id())) {
            return;
        }
        if (entry == null) {
            if (person.worksOn(day) && person.leavesOn() == null) {
                add(Difference.Kind.LEAVER, person, null, List.of());
            }
            return;
        }
        LocalDate last = person.leavesOn();
        if (last != null && last.isBefore(day)) {
            add(Difference.Kind.LINGERS, person, entry, List.of());
            return;
        }
        List<Difference.Field> changed = changed(person, entry);
        if (!changed.isEmpty()) {
            add(Difference.Kind.MOVER, person, entry, changed);
        }
    }

    /** What the directory leaves empty it does not contradict. */
    private static List<Difference.Field> changed(Person person, Entry entry) {
        List<Difference.Field> changed = new ArrayList<>();
        if (!entry.number().isEmpty() && !entry.number().equals(person.staffNumber())) {
            changed.add(Difference.Field.NUMBER);
        }
        if (!entry.mail().isEmpty() && !entry.mail().equalsIgnoreCase(person.mail())) {
            changed.add(Difference.Field.MAIL);
        }
        if (!entry.family().isEmpty()) {
            PersonName there = new PersonName(entry.family(), entry.given(), "", "");
            if (!there.family().equals(person.name().family())) {
                changed.add(Difference.Field.FAMILY);
            }
            if (!there.given().isEmpty() && !there.given().equals(person.name().given())) {
                changed.add(Difference.Field.GIVEN);
            }
        }
        return changed;
    }

    private void add(
            Difference.Kind kind, @Nullable Person person, @Nullable Entry entry, List<Difference.Field> changed) {
        differences.add(new Difference(kind, person == null ? null : person.id(), entry, changed));
    }
}
