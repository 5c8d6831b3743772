package org.hoshimori.core.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hoshimori.core.organization.MyDay;
import org.hoshimori.core.organization.PersonId;
import org.springframework.stereotype.Component;

/** For whoever keeps the register of people: that the directory says otherwise. */
@Component
class DirectoryOfTheDay implements MyDay {

    private final DirectorySettings settings;
    private final DifferenceTable table;

    DirectoryOfTheDay(DirectorySettings settings, DifferenceTable table) {
        this.settings = settings;
        this.table = table;
    }

    @Override
    public List<Line> lines(PersonId person, Set<String> permissions, LocalDate today) {
        int open = settings.on() && permissions.contains("people") ? table.count() : 0;
        return open == 0
                ? List.of()
                : List.of(new Line(Question.DO, "day.directory", List.of(open), Optional.of(today), "/directory"));
    }
}
