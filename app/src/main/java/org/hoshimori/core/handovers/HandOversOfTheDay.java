package org.hoshimori.core.handovers;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hoshimori.core.organization.MyDay;
import org.hoshimori.core.organization.PersonId;
import org.springframework.stereotype.Component;

/** What is or will be owned by nobody, for who keeps people and posts. */
@Component
class HandOversOfTheDay implements MyDay {

    private static final int SHOWN = 10;

    private final HandingOver handingOver;

    HandOversOfTheDay(HandingOver handingOver) {
        this.handingOver = handingOver;
    }

    @Override
    public List<Line> lines(PersonId person, Set<String> permissions, LocalDate today) {
        if (!permissions.contains("people")) {
            return List.of();
        }
        return handingOver.ownerless().stream()
                .limit(SHOWN)
                .map(l -> new Line(
                        Question.DECIDE,
                        "day.hand-over",
                        List.of(l.person().name().full()),
                        Optional.of(l.lastDay()),
                        "/people/" + l.person().id() + "/hand-over"))
                .toList();
    }
}
