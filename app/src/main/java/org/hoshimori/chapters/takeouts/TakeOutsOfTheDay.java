package org.hoshimori.chapters.takeouts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hoshimori.core.organization.MyDay;
import org.hoshimori.core.organization.PersonId;
import org.springframework.stereotype.Component;

/** What somebody has outside or may take out today, and what whoever keeps the register finds missing. */
@Component
class TakeOutsOfTheDay implements MyDay {

    private static final int MOST = 20;

    private final TakeOutTable table;

    TakeOutsOfTheDay(TakeOutTable table) {
        this.table = table;
    }

    @Override
    public List<Line> lines(PersonId person, Set<String> permissions, LocalDate today) {
        List<Line> lines = new ArrayList<>();
        for (TakeOut mine : table.of(person, MOST)) {
            String address = "/take-outs/" + mine.id();
            if (mine.state() == TakeOut.State.OUT) {
                lines.add(new Line(
                        Question.DO,
                        "day.take-out-back",
                        List.of(mine.destination()),
                        Optional.of(mine.returnsOn()),
                        address));
            } else if (mine.state() == TakeOut.State.PERMITTED
                    && !mine.returnsOn().isBefore(today)) {
                lines.add(new Line(
                        Question.DO,
                        "day.take-out-leaves",
                        List.of(mine.destination()),
                        Optional.of(mine.leavesOn()),
                        address));
            }
        }
        if (permissions.contains("assets")) {
            long overdue = table.overdue(today);
            if (overdue > 0) {
                lines.add(new Line(
                        Question.DO, "day.take-outs-overdue", List.of(overdue), Optional.empty(), "/take-outs/gate"));
            }
        }
        return lines;
    }
}
