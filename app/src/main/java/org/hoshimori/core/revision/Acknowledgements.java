package org.hoshimori.core.revision;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.notices.Argument;
import org.hoshimori.core.notices.Notice;
import org.hoshimori.core.notices.Notices;
import org.hoshimori.core.organization.PersonId;
import org.hoshimori.core.regulation.RegulationInForce;
import org.hoshimori.core.regulation.Revision;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Everybody who works here reads the regulation in force and says so; whoever has not is reminded once a week. */
@Service
@Transactional
class Acknowledgements {

    /** So long after a revision takes effect, or after somebody joins, its reading is due. */
    static final int DAYS = 14;

    private static final int A_WEEK = 7;
    private static final int AT_A_TIME = 500;

    private final AcknowledgementTable table;
    private final RegulationInForce inForce;
    private final Notices notices;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Acknowledgements(
            AcknowledgementTable table,
            RegulationInForce inForce,
            Notices notices,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.inForce = inForce;
        this.notices = notices;
        this.events = events;
        this.clock = clock;
    }

    /** Says that a person has read the revision in force; said twice, it counts once. */
    void acknowledge(PersonId person, AcknowledgementEvent.Way way, Actor by) {
        Revision revision = inForce.now();
        if (!revision.sample() && table.insert(revision.number(), person, clock.instant(), way, by.id())) {
            events.publishEvent(new AcknowledgementEvent(by, revision.number(), person, way));
        }
    }

    /** The same of several who have signed a list. */
    void onPaper(Collection<PersonId> people, Actor by) {
        people.forEach(person -> acknowledge(person, AcknowledgementEvent.Way.PAPER, by));
    }

    /** The revision that somebody is to read, if he or she has not. */
    @Transactional(readOnly = true)
    Optional<Revision> missed(PersonId person, LocalDate today) {
        Revision revision = inForce.now();
        return revision.sample() || !table.misses(revision.number(), person, today)
                ? Optional.empty()
                : Optional.of(revision);
    }

    /** The day by which the revision in force is to be read. */
    LocalDate due(Revision revision) {
        return LocalDate.ofInstant(revision.effectiveAt(), clock.getZone()).plusDays(DAYS);
    }

    /** Tells whoever has not read the revision in force, in the week in which it takes effect and in every week after; may run twice. */
    void remind() {
        Revision revision = inForce.now();
        if (revision.sample()) {
            return;
        }
        LocalDate today = LocalDate.now(clock);
        long week = Duration.between(revision.effectiveAt(), clock.instant()).toDays() / A_WEEK;
        List<PersonId> missing;
        int from = 0;
        do {
            missing = table.missing(revision.number(), today, AT_A_TIME, from);
            missing.forEach(person -> tell(person, revision, week));
            from += missing.size();
        } while (missing.size() == AT_A_TIME);
    }

    private void tell(PersonId person, Revision revision, long week) {
        Notice notice = Notice.to(
                        person,
                        "acknowledge:" + revision.number() + ":" + week + ":" + person,
                        week == 0 ? "acknowledge.notice.new" : "acknowledge.notice.again",
                        "/regulation/acknowledge",
                        new Argument.Text(Integer.toString(revision.number())),
                        new Argument.Day(due(revision)))
                .whateverPreferred();
        notices.tell(notice);
    }
}
