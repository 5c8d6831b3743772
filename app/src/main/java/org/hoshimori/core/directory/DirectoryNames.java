package org.hoshimori.core.directory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.hoshimori.core.evidence.SubjectNames;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.Person;
import org.hoshimori.core.organization.PersonId;
import org.springframework.stereotype.Component;

/** Tells the pages of the record and of duties whom a difference is about. */
@Component
class DirectoryNames implements SubjectNames {

    static final String PREFIX = "directory:";

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final DifferenceTable table;
    private final PeopleRegister people;

    DirectoryNames(DifferenceTable table, PeopleRegister people) {
        this.table = table;
        this.people = people;
    }

    @Override
    public Map<String, String> namesOf(Set<String> ids) {
        Map<UUID, String> asked = new HashMap<>();
        ids.forEach(id -> of(id).ifPresent(difference -> asked.put(difference, id)));
        Map<String, String> names = new HashMap<>();
        if (!asked.isEmpty()) {
            List<DifferenceTable.About> found = table.about(asked.keySet());
            Map<PersonId, Person> here =
                    people.find(found.stream().flatMap(a -> a.person().stream()).toList());
            found.forEach(a -> names.put(
                    asked.get(a.id()),
                    a.person()
                            .flatMap(p -> Optional.ofNullable(here.get(p)))
                            .map(p -> p.name().full())
                            .orElse(a.there())));
        }
        return names;
    }

    private static Optional<UUID> of(String id) {
        return Optional.of(id)
                .filter(i -> i.startsWith(PREFIX))
                .map(i -> i.substring(PREFIX.length()))
                .filter(i -> ID.matcher(i).matches())
                .map(UUID::fromString);
    }
}
