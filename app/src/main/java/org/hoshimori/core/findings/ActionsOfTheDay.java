package org.hoshimori.core.findings;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hoshimori.core.organization.MyDay;
import org.hoshimori.core.organization.PersonId;
import org.springframework.stereotype.Component;

/** Corrective actions that somebody is to carry out. */
@Component
class ActionsOfTheDay implements MyDay {

    private static final int LONGEST = 60;

    private final ActionTable table;

    ActionsOfTheDay(ActionTable table) {
        this.table = table;
    }

    @Override
    public List<Line> lines(PersonId person, Set<String> permissions, LocalDate today) {
        return table.plannedOf(person).stream()
                .map(a -> new Line(
                        Question.DO,
                        "day.action",
                        List.of(a.plan().length() > LONGEST ? a.plan().substring(0, LONGEST) + "…" : a.plan()),
                        Optional.of(a.dueOn()),
                        a.subject().isEmpty()
                                ? "/findings?check=" + a.check()
                                : "/findings/" + a.check() + "?subject="
                                        + URLEncoder.encode(a.subject(), StandardCharsets.UTF_8)))
                .toList();
    }
}
