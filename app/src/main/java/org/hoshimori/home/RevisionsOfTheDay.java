package org.hoshimori.home;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hoshimori.core.organization.MyDay;
import org.hoshimori.core.organization.PersonId;
import org.hoshimori.core.regulation.RegulationInForce;
import org.hoshimori.core.regulation.Revision;
import org.springframework.stereotype.Component;

/** A revision that is to come, or has come into force lately; and that there is none yet, for who may adopt one. */
@Component
class RevisionsOfTheDay implements MyDay {

    private static final int LATELY = 30;

    private final RegulationInForce regulation;
    private final Clock clock;

    RevisionsOfTheDay(RegulationInForce regulation, Clock clock) {
        this.regulation = regulation;
        this.clock = clock;
    }

    @Override
    public List<Line> lines(PersonId person, Set<String> permissions, LocalDate today) {
        List<Line> lines = new ArrayList<>();
        Revision now = regulation.now();
        if (now.sample()) {
            if (permissions.contains("regulation")) {
                lines.add(new Line(Question.DECIDE, "day.no-revision", List.of(), Optional.empty(), "/regulation"));
            }
        } else if (day(now).isAfter(today.minusDays(LATELY))) {
            lines.add(line("day.revision-new", now));
        }
        regulation.next().ifPresent(next -> lines.add(line("day.revision-next", next)));
        return lines;
    }

    private Line line(String message, Revision revision) {
        return new Line(
                Question.CHANGED,
                message,
                List.of(revision.number()),
                Optional.of(day(revision)),
                "/regulation/" + revision.number() + "/read/org");
    }

    private LocalDate day(Revision revision) {
        return ZonedDateTime.ofInstant(revision.effectiveAt(), clock.getZone()).toLocalDate();
    }
}
