package org.hoshimori.core.organization;

import java.util.Optional;
import org.hoshimori.core.evidence.SubjectNames;
import org.springframework.stereotype.Component;

/** Tells the record's pages what people are called. */
@Component
class PersonNames implements SubjectNames {

    private static final String KIND = "person:";

    private final People people;

    PersonNames(People people) {
        this.people = people;
    }

    @Override
    public Optional<String> nameOf(String id) {
        return id.startsWith(KIND)
                ? people.find(PersonId.of(id.substring(KIND.length())))
                        .map(p -> p.name().full())
                : Optional.empty();
    }
}
