package org.hoshimori.chapters.logs;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hoshimori.core.organization.MyDay;
import org.hoshimori.core.organization.PersonId;
import org.springframework.stereotype.Component;

/** What waits for a reviewer: hits that nobody has marked, and an archive that is not what it was. */
@Component
class LogsOfTheDay implements MyDay {

    private final HitTable hits;
    private final Verifications verifications;

    LogsOfTheDay(HitTable hits, Verifications verifications) {
        this.hits = hits;
        this.verifications = verifications;
    }

    @Override
    public List<Line> lines(PersonId person, Set<String> permissions, LocalDate today) {
        List<Line> lines = new ArrayList<>();
        if (permissions.contains("logs")) {
            long unmarked = hits.unmarked();
            if (unmarked > 0) {
                lines.add(new Line(
                        Question.DECIDE, "day.log-hits", List.of(unmarked), Optional.empty(), "/logs/reviews"));
            }
            if (verifications.newest().filter(v -> !v.intact()).isPresent()) {
                lines.add(new Line(Question.DO, "day.log-archive-broken", List.of(), Optional.empty(), "/logs"));
            }
        }
        return lines;
    }
}
