package org.hoshimori.core.auditors;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.identity.HolderUnknown;
import org.hoshimori.core.identity.Holders;
import org.hoshimori.core.identity.Sessions;
import org.hoshimori.core.organization.PersonId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Accounts of auditors from outside: for a year at most, to look and not to touch ({@code acc-6}). */
@Service
@Transactional
class Auditors {

    private final AuditorTable table;
    private final Holders holders;
    private final Sessions sessions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Auditors(AuditorTable table, Holders holders, Sessions sessions, ApplicationEventPublisher events, Clock clock) {
        this.table = table;
        this.holders = holders;
        this.sessions = sessions;
        this.events = events;
        this.clock = clock;
    }

    /** Why an account is not issued or extended. */
    enum Refusal {
        /** Somebody logs in with this address. */
        MAIL_TAKEN,
        /** The last day lies before the first, or has passed. */
        ENDS_TOO_EARLY,
        /** It would last longer than a year. */
        TOO_LONG,
        /** It has been ended. */
        ENDED
    }

    /** What comes of it. */
    sealed interface Outcome {
        /** It is done. */
        record Done(PersonId id) implements Outcome {}

        /** It is not, and why. */
        record Refused(Refusal why) implements Outcome {}
    }

    /** Issues an account as described; who approved it is the one who acts. */
    public Outcome issue(AuditorForm form, LocalDate from, LocalDate until, Actor by) {
        Optional<Refusal> refusal = refusal(from, until);
        if (refusal.isPresent()) {
            return new Outcome.Refused(refusal.get());
        }
        LocalDate today = LocalDate.now(clock);
        if (holders.findByMail(form.mail()).filter(h -> !h.goneBy(today)).isPresent()) {
            return new Outcome.Refused(Refusal.MAIL_TAKEN);
        }
        Auditor auditor = new Auditor(
                new PersonId(UUID.randomUUID()),
                form.auditorName(),
                form.organization(),
                form.mail(),
                form.language(),
                from,
                until,
                form.reason(),
                by.id(),
                clock.instant(),
                null);
        table.insert(auditor);
        events.publishEvent(new AuditorEvent.AuditorIssued(by, auditor));
        return new Outcome.Done(auditor.id());
    }

    /** Moves the last day, to a year from today at most. */
    public Outcome extend(PersonId id, LocalDate until, Actor by) {
        Auditor before = table.find(id).orElseThrow(() -> new HolderUnknown(id));
        LocalDate today = LocalDate.now(clock);
        Optional<Refusal> refusal = refusal(before.from().isAfter(today) ? before.from() : today, until);
        if (refusal.isPresent()) {
            return new Outcome.Refused(refusal.get());
        }
        if (!table.extend(id, until)) {
            return new Outcome.Refused(Refusal.ENDED);
        }
        events.publishEvent(new AuditorEvent.AuditorExtended(by, id, before.until(), until));
        return new Outcome.Done(id);
    }

    private Optional<Refusal> refusal(LocalDate from, LocalDate until) {
        if (until.isBefore(from) || until.isBefore(LocalDate.now(clock))) {
            return Optional.of(Refusal.ENDS_TOO_EARLY);
        }
        return until.isAfter(from.plusYears(1)) ? Optional.of(Refusal.TOO_LONG) : Optional.empty();
    }

    /** Ends an account and its sessions at once. */
    public void end(PersonId id, Actor by) {
        if (table.end(id, clock.instant())) {
            events.publishEvent(new AuditorEvent.AuditorEnded(by, id));
            sessions.endAll(id, by);
        }
    }

    /** A page of them, the latest first. */
    @Transactional(readOnly = true)
    public Page page(int number) {
        int page = Math.clamp(number, 1, 1_000_000);
        return new Page(table.page(page), table.count(), page);
    }

    /** A page of auditors and how many there are in all. */
    record Page(List<Auditor> auditors, long total, int number) {
        public int pages() {
            return (int) Math.max(1, (total + AuditorTable.PAGE - 1) / AuditorTable.PAGE);
        }
    }
}
