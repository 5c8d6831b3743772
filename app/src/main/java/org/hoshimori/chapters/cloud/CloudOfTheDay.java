package org.hoshimori.chapters.cloud;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hoshimori.core.organization.MyDay;
import org.hoshimori.core.organization.PersonId;
import org.springframework.stereotype.Component;

/** Approvals that are about to end, or have ended, for whoever keeps backups. */
@Component
class CloudOfTheDay implements MyDay {

    private static final int SOON = 30;

    private final AssessmentTable table;

    CloudOfTheDay(AssessmentTable table) {
        this.table = table;
    }

    @Override
    public List<Line> lines(PersonId person, Set<String> permissions, LocalDate today) {
        if (!permissions.contains("backups")) {
            return List.of();
        }
        return table.ending(today.plusDays(SOON)).stream()
                .map(a -> new Line(
                        Question.DO,
                        "day.cloud-ending",
                        List.of(a.service()),
                        Optional.of(a.endsOn()),
                        "/cloud-assessments/" + a.id()))
                .toList();
    }
}
