package org.hoshimori.chapters.mail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.core.organization.PersonId;

/** A reported mail as the API tells it; the mail itself stays here. */
record MailReportTold(
        UUID id,
        Instant reportedAt,
        UUID reporter,
        String sender,
        String subject,
        String verdict,
        List<String> signs,
        String words,
        String sha256,
        String state,
        Optional<Instant> settledAt,
        Optional<UUID> settledBy,
        String answer) {

    /** Keeps its own copy. */
    MailReportTold {
        signs = List.copyOf(signs);
    }

    static MailReportTold of(MailReport report) {
        return new MailReportTold(
                report.id(),
                report.reportedAt(),
                report.reporter().value(),
                report.sender(),
                report.subject(),
                report.verdict(),
                report.signs(),
                report.words(),
                report.sha256(),
                report.state().code(),
                Optional.ofNullable(report.settledAt()),
                Optional.ofNullable(report.settledBy()).map(PersonId::value),
                report.answer());
    }
}
