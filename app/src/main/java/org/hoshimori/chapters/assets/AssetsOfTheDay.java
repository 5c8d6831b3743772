package org.hoshimori.chapters.assets;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hoshimori.core.organization.Department;
import org.hoshimori.core.organization.DepartmentRegister;
import org.hoshimori.core.organization.MyDay;
import org.hoshimori.core.organization.PersonId;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What a department's assets want, for whoever answers for them. */
@Component
class AssetsOfTheDay implements MyDay {

    private final AssetList list;
    private final AssetResponsible responsible;
    private final DepartmentRegister departments;

    AssetsOfTheDay(AssetList list, AssetResponsible responsible, DepartmentRegister departments) {
        this.list = list;
        this.responsible = responsible;
        this.departments = departments;
    }

    @Override
    public List<Line> lines(PersonId person, Set<String> permissions, LocalDate today) {
        String language = LocaleContextHolder.getLocale().getLanguage();
        List<Line> lines = new ArrayList<>();
        for (Department department : responsible.answeredBy(person, departments.open())) {
            for (String want : List.of("reason", "end")) {
                Map<String, String> asked = Map.of("department", department.id().toString(), "want", want);
                long count = list.count(AssetList.Wish.of(asked), Viewer.ALL);
                if (count > 0) {
                    lines.add(new Line(
                            Question.DO,
                            want.equals("end") ? "day.assets-end" : "day.assets-reason",
                            List.of(department.nameIn(language), count),
                            Optional.empty(),
                            "/assets?department=" + department.id() + "&want=" + want));
                }
            }
        }
        return lines;
    }
}
