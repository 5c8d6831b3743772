package org.hoshimori.chapters.mail;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hoshimori.core.organization.MyDay;
import org.hoshimori.core.organization.PersonId;
import org.springframework.stereotype.Component;

/** Reports that wait for whoever settles them. */
@Component
class MailReportsOfTheDay implements MyDay {

    private final MailReports reports;

    MailReportsOfTheDay(MailReports reports) {
        this.reports = reports;
    }

    @Override
    public List<Line> lines(PersonId person, Set<String> permissions, LocalDate today) {
        long open = permissions.contains("findings") ? reports.open() : 0;
        return open == 0
                ? List.of()
                : List.of(new Line(
                        Question.DECIDE,
                        "day.mail-reports",
                        List.of(open),
                        Optional.empty(),
                        "/mail-check/reports?state=open"));
    }
}
