package org.hoshimori.core.organization;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Departments that nobody leads, for who may say who shall. */
@Component
class DepartmentsOfTheDay implements MyDay {

    private final DepartmentList departments;

    DepartmentsOfTheDay(DepartmentList departments) {
        this.departments = departments;
    }

    @Override
    public List<Line> lines(PersonId person, Set<String> permissions, LocalDate today) {
        if (!permissions.contains("people")) {
            return List.of();
        }
        String language = LocaleContextHolder.getLocale().getLanguage();
        return departments.rows(today).stream()
                .filter(d -> d.head().isEmpty() || d.headLeft())
                .map(d -> new Line(
                        Question.DECIDE,
                        "day.no-head",
                        List.of(d.nameIn(language)),
                        Optional.empty(),
                        "/departments/" + d.id() + "/edit"))
                .toList();
    }
}
