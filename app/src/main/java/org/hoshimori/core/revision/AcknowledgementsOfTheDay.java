package org.hoshimori.core.revision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hoshimori.core.organization.MyDay;
import org.hoshimori.core.organization.PersonId;
import org.springframework.stereotype.Component;

/** That the regulation in force is still to be read and, for who writes it, drafts that can't be asked for as they are. */
@Component
class AcknowledgementsOfTheDay implements MyDay {

    private final Acknowledgements acknowledgements;
    private final Drafts drafts;

    AcknowledgementsOfTheDay(Acknowledgements acknowledgements, Drafts drafts) {
        this.acknowledgements = acknowledgements;
        this.drafts = drafts;
    }

    @Override
    public List<Line> lines(PersonId person, Set<String> permissions, LocalDate today) {
        List<Line> lines = new ArrayList<>();
        acknowledgements
                .missed(person, today)
                .ifPresent(revision -> lines.add(new Line(
                        Question.DO,
                        "day.acknowledge",
                        List.of(revision.number()),
                        Optional.of(acknowledgements.due(revision)),
                        "/regulation/acknowledge")));
        if (permissions.contains("regulation")) {
            drafts.open().stream()
                    .filter(d -> d.problem() != null)
                    .forEach(d -> lines.add(new Line(
                            Question.DO,
                            "day.draft-problem",
                            List.of(d.name()),
                            Optional.empty(),
                            "/drafts/" + d.id())));
        }
        return lines;
    }
}
