package org.hoshimori.core.organization;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** People as tables name them: by staff number, by mail address, by full name. */
public final class PeopleCalled {

    private final Map<String, Set<Person>> byText = new HashMap<>();

    private PeopleCalled() {}

    static PeopleCalled of(List<Person> people) {
        PeopleCalled called = new PeopleCalled();
        for (Person person : people) {
            called.add(person.staffNumber(), person);
            called.add(person.mail(), person);
            called.add(person.name().full(), person);
        }
        return called;
    }

    private void add(String text, Person person) {
        byText.computeIfAbsent(key(text), k -> new LinkedHashSet<>()).add(person);
    }

    /** Who uses a mail address. */
    Set<Person> using(String mail) {
        Set<Person> users = new LinkedHashSet<>(byText.getOrDefault(key(mail), Set.of()));
        users.removeIf(p -> !p.mail().equalsIgnoreCase(mail));
        return users;
    }

    private static String key(String text) {
        return People.bare(text).toLowerCase(Locale.ROOT);
    }

    /**
     * Whom a text means: whoever was meant before, if that may still be; otherwise all who work here on this day and are called
     * so.
     */
    public List<PersonId> meant(String text, @Nullable PersonId before, LocalDate today) {
        List<PersonId> here = new ArrayList<>();
        for (Person person : byText.getOrDefault(key(text), Set.of())) {
            if (person.id().equals(before)) {
                return List.of(person.id());
            }
            if (person.worksOn(today)) {
                here.add(person.id());
            }
        }
        return here;
    }
}
