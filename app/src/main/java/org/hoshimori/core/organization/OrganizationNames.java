package org.hoshimori.core.organization;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.hoshimori.catalog.Catalog;
import org.hoshimori.core.evidence.SubjectNames;
import org.hoshimori.core.regulation.RegulationInForce;
import org.hoshimori.core.regulation.Revision;
import org.hoshimori.core.storage.Bigrams;
import org.hoshimori.regulation.Wording;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Tells the record's pages what people, departments and posts are called. */
@Component
class OrganizationNames implements SubjectNames {

    private final People people;
    private final Departments departments;
    private final RegulationInForce regulation;

    OrganizationNames(People people, Departments departments, RegulationInForce regulation) {
        this.people = people;
        this.departments = departments;
        this.regulation = regulation;
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
        Revision now = regulation.now();
        Wording wording = now.wording(locale);
        ids(subjects, "post:")
                .filter(post -> now.regulation().title(post).isPresent())
                .forEach(post -> names.put("post:" + post, wording.title(post)));
        return names;
    }

    @Override
    public Set<String> named(String words, int most) {
        Locale locale = LocaleContextHolder.getLocale();
        Set<String> ids = new HashSet<>();
        people.named(words, most).forEach(id -> ids.add("person:" + id));
        departments.named(words, most).forEach(id -> ids.add("department:" + id));
        Revision now = regulation.now();
        Wording wording = now.wording(locale);
        String folded = Bigrams.folded(words).strip();
        now.regulation().catalog().posts().stream()
                .map(Catalog.Named::code)
                .filter(code -> Bigrams.folded(wording.title(code)).contains(folded))
                .forEach(code -> ids.add("post:" + code));
        return ids;
    }

    private static Stream<String> ids(Set<String> subjects, String kind) {
        return subjects.stream().filter(s -> s.startsWith(kind)).map(s -> s.substring(kind.length()));
    }
}
