package org.hoshimori.core.organization;

import java.util.Optional;
import org.hoshimori.catalog.Lang;
import org.hoshimori.core.evidence.SubjectNames;
import org.hoshimori.core.regulation.RegulationInForce;
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
    public Optional<String> nameOf(String subject) {
        int colon = subject.indexOf(':');
        String id = subject.substring(colon + 1);
        String language = LocaleContextHolder.getLocale().getLanguage();
        return switch (subject.substring(0, Math.max(0, colon))) {
            case "person" -> people.find(PersonId.of(id)).map(p -> p.name().full());
            case "department" -> departments.find(DepartmentId.of(id)).map(d -> d.nameIn(language));
            case "post" ->
                regulation
                        .now()
                        .regulation()
                        .title(id)
                        .map(_ -> new Wording(regulation.now().regulation(), language.equals("en") ? Lang.EN : Lang.JA)
                                .title(id));
            default -> Optional.empty();
        };
    }
}
