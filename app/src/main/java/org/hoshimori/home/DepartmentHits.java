package org.hoshimori.home;

import java.util.List;
import java.util.Locale;
import org.hoshimori.core.organization.DepartmentRegister;
import org.hoshimori.frame.SearchHits;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Departments, each leading to its people. */
@Component
@Order(3)
class DepartmentHits implements SearchHits {

    private final DepartmentRegister departments;

    DepartmentHits(DepartmentRegister departments) {
        this.departments = departments;
    }

    @Override
    public String heading() {
        return "frame.menu.departments";
    }

    @Override
    public List<Hit> find(String words, Locale locale, int most) {
        return departments.named(words).stream()
                .limit(most)
                .map(d -> new Hit("/people?department=" + d.id(), d.nameIn(locale.getLanguage()), ""))
                .toList();
    }
}
