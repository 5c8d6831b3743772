package org.hoshimori.chapters.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.core.estate.IncidentIntake;
import org.hoshimori.core.estate.IncidentReports;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.evidence.Attachments;
import org.hoshimori.core.notices.Argument;
import org.hoshimori.core.notices.Notice;
import org.hoshimori.core.notices.Notices;
import org.hoshimori.core.organization.PersonId;
import org.hoshimori.mail.Inspection;
import org.hoshimori.mail.Judgement;
import org.hoshimori.proof.Hash;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Where mail is looked at, reported and settled. */
@Service
class MailDesk {

    static final String CLAUSE = "itu-4.5";

    private static final int LONGEST = 300;
    private static final int LEVEL = 1;
    /** Who warns the company. */
    private static final String WARNING = "system-administrator";

    private final HeldMails held;
    private final MailReports reports;
    private final WhatIsKnown known;
    private final Attachments attachments;
    private final IncidentReports incidents;
    private final Notices notices;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    MailDesk(
            HeldMails held,
            MailReports reports,
            WhatIsKnown known,
            Attachments attachments,
            IncidentReports incidents,
            Notices notices,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.held = held;
        this.reports = reports;
        this.known = known;
        this.attachments = attachments;
        this.incidents = incidents;
        this.notices = notices;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    Inspection inspect(byte[] mail) {
        return known.inspector().inspect(mail);
    }

    /**
     * Reports what this person has handed in: on record, as an incident where a room takes those in, and to whoever answers for
     * it. The mail itself is kept with the report, unless the scanner does not let it pass; then its hash is.
     *
     * @return the report; empty if nothing is held
     */
    Optional<MailReport> report(PersonId reporter, String words, Actor by) throws IOException {
        Optional<HeldMails.Held> mail = held.of(reporter);
        if (mail.isEmpty()) {
            return Optional.empty();
        }
        Inspection inspection = inspect(mail.get().content());
        MailReport report = new MailReport(
                UUID.randomUUID(),
                clock.instant(),
                reporter,
                cut(inspection.from()),
                cut(inspection.subject()),
                inspection.verdict().word(),
                inspection.judgements().stream()
                        .filter(Judgement::holds)
                        .map(j -> j.indicator().id())
                        .toList(),
                inspection.several(),
                words.strip(),
                Hash.sha256(mail.get().content()).hex(),
                false,
                MailReport.State.OPEN,
                null,
                null,
                "");
        transaction.executeWithoutResult(_ -> written(report, by));
        Attachments.Outcome outcome = attachments.keep(
                new ByteArrayInputStream(mail.get().content()), mail.get().name(), report.named(), by);
        if (outcome instanceof Attachments.Outcome.Kept) {
            reports.kept(report.id());
        }
        return Optional.of(report);
    }

    private void written(MailReport report, Actor by) {
        reports.insert(report);
        held.drop(report.reporter());
        events.publishEvent(new MailReportEvent.Reported(by, report));
        incidents.report(
                new IncidentIntake.Report(
                        report.named(),
                        List.of(),
                        report.subject() + "\n" + report.words(),
                        LEVEL,
                        report.reportedAt(),
                        by),
                new IncidentReports.Word(
                        "mail-reported:" + report.id(),
                        "mail-report.notice.reported",
                        "/mail-check/reports/" + report.id(),
                        report.subject()),
                WARNING);
    }

    /**
     * Says what it was; whoever reported it is told, and the company's channel is warned if that is wanted.
     *
     * @return false if somebody has settled it before
     */
    boolean settle(MailReport report, MailReport.State as, String answer, boolean warn, PersonId by, Actor actor) {
        MailReport settled = report.settled(as, clock.instant(), by, answer.strip());
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            if (!reports.settle(settled)) {
                return false;
            }
            boolean warned = warn && as == MailReport.State.HARMFUL;
            events.publishEvent(new MailReportEvent.Settled(actor, settled, warned));
            notices.tell(Notice.to(
                            report.reporter(),
                            "mail-settled:" + report.id(),
                            "mail-report.notice." + as.code(),
                            "/mail-check/reports/" + report.id(),
                            new Argument.Text(report.subject()))
                    .atOnce());
            if (warned) {
                notices.announce(
                        "mail-warning:" + report.id(),
                        "mail-report.notice.warning",
                        "/mail-check",
                        new Argument.Text(report.subject()),
                        new Argument.Text(report.sender()));
            }
            return true;
        }));
    }

    private static String cut(String text) {
        String line = text.replaceAll("[\\p{Cc}\\p{Cf}]+", " ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
