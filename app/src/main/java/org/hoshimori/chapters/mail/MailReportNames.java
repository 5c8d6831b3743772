package org.hoshimori.chapters.mail;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hoshimori.core.evidence.SubjectNames;
import org.springframework.stereotype.Component;

/** Tells the record's pages which report is meant: by day and sender, not by what the mail says. */
@Component
class MailReportNames implements SubjectNames {

    private static final String PREFIX = MailReport.KIND + ":";

    private final MailReports reports;
    private final Clock clock;

    MailReportNames(MailReports reports, Clock clock) {
        this.reports = reports;
        this.clock = clock;
    }

    @Override
    public Map<String, String> namesOf(Set<String> subjects) {
        List<UUID> ids = subjects.stream()
                .filter(s -> s.startsWith(PREFIX))
                .map(s -> UUID.fromString(s.substring(PREFIX.length())))
                .toList();
        Map<String, String> names = new HashMap<>();
        if (!ids.isEmpty()) {
            reports.find(ids)
                    .forEach(r -> names.put(
                            r.named(), LocalDate.ofInstant(r.reportedAt(), clock.getZone()) + " " + r.sender()));
        }
        return names;
    }
}
