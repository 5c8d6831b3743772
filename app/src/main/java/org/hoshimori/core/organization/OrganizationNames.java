package org.hoshimori.core.organization;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.hoshimori.core.evidence.SubjectNames;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Tells the record's pages what people and departments are called. */
@Component
class OrganizationNames implements SubjectNames {

    private final People people;
    private final Departments departments;

    OrganizationNames(People people, Departments departments) {
        this.people = people;
        this.departments = departments;
    }

    @Override
    public Map<String, String> namesOf(Set<String> subjects) {
        Map<String, String> names = new HashMap<>();
        Locale locale = LocaleContextHolder.getLocale();
        people.find(ids(subjects, "person:").map(PersonId::of).toList())
                .forEach((id, person) -> names.put("person:" + id, person.name().full()));
        departments
                .find(ids(subjects, "department:").map(DepartmentId::of).toList())
                .forEach(d -> names.put("department:" + d.id(), d.nameIn(locale.getLanguage())));
        return names;
    }

    @Override
    public Set<String> named(String words, int most) {
        Set<String> ids = new HashSet<>();
        people.named(words, most).forEach(id -> ids.add("person:" + id));
        departments.named(words, most).forEach(id -> ids.add("department:" + id));
        return ids;
    }

    private static Stream<String> ids(Set<String> subjects, String kind) {
        return subjects.stream().filter(s -> s.startsWith(kind)).map(s -> s.substring(kind.length()));
    }
}
