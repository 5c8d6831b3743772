package org.hoshimori.chapters.logs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.core.duties.Duties;
import org.hoshimori.core.estate.IncidentIntake;
import org.hoshimori.core.estate.IncidentReports;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.organization.PersonId;
import org.hoshimori.core.storage.Jobs;
import org.hoshimori.logarchive.Marks;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Where reviewers say what was found: explained, with the reason, or an incident; and that they are through with a review. */
@Component
class HitDesk {

    /** The duty to review the logs. */
    static final String DUTY = "log-review";

    /** Longest reason, in characters. */
    static final int LONGEST = 2_000;

    private static final Duration FRESH = Duration.ofDays(31);
    private static final int LEVEL = 1;
    private static final int MOST = 10_000;
    private static final Actor COMMAND = Actor.system("logs-command");

    private final HitTable hits;
    private final Reviews reviews;
    private final IncidentReports incidents;
    private final Duties duties;
    private final Jobs jobs;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    HitDesk(
            HitTable hits,
            Reviews reviews,
            IncidentReports incidents,
            Duties duties,
            Jobs jobs,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.hits = hits;
        this.reviews = reviews;
        this.incidents = incidents;
        this.duties = duties;
        this.jobs = jobs;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Says what a hit is: on record, and an incident in the same transaction; a message if it can't be. */
    Optional<String> mark(Found found, UUID review, Marks.State state, String note, PersonId by) {
        Optional<String> refusal = refusal(note);
        if (refusal.isEmpty()) {
            transaction.executeWithoutResult(_ -> written(
                    new Mark(found.hit(), state, note.strip(), after(found.hit()), "person:" + by),
                    found.sentence("ja"),
                    "/logs/reviews/" + review + "/hits/" + found.hit(),
                    Actor.person(by.value())));
        }
        return refusal;
    }

    /** Says of all that a rule found in a review and nobody has marked that it is explained; a message if it can't be. */
    Optional<String> explain(UUID review, String rule, String note, PersonId by) {
        Optional<String> refusal = refusal(note);
        if (refusal.isEmpty()) {
            transaction.executeWithoutResult(_ -> {
                for (Found found : hits.page(review, new HitTable.Wish("", rule, "none"), MOST, 1)) {
                    written(
                            new Mark(found.hit(), Marks.State.explained, note.strip(), now(), "person:" + by),
                            found.sentence("ja"),
                            "",
                            Actor.person(by.value()));
                }
            });
        }
        return refusal;
    }

    private static Optional<String> refusal(String note) {
        if (note.isBlank()) {
            return Optional.of("log-hit.reason-needed");
        }
        return note.strip().length() > LONGEST ? Optional.of("log-hit.reason-too-long") : Optional.empty();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Now, or just after the last word, should that have been said by a clock that is ahead. */
    private Instant after(String hit) {
        Instant now = now();
        return hits.mark(hit)
                .map(last -> last.at().plusMillis(1))
                .filter(next -> next.isAfter(now))
                .orElse(now);
    }

    /**
     * Takes over what was said on the command line; what is older than the last word here says nothing new, and an incident that was told
     * long ago, in an archive that is shown anew, is none to be opened today.
     */
    void takeOver(Marks.Mark said) {
        Mark mark =
                new Mark(said.hit(), said.state(), said.note(), said.at().truncatedTo(ChronoUnit.MILLIS), said.by());
        transaction.executeWithoutResult(_ -> {
            if (hits.say(mark)) {
                String sentence =
                        hits.sentences(List.of(mark.hit()), Locale.JAPANESE).getOrDefault(mark.hit(), mark.hit());
                events.publishEvent(new LogsEvent.HitMarked(COMMAND, mark, sentence, said.by()));
                if (mark.at().plus(FRESH).isAfter(clock.instant())) {
                    incident(mark, sentence, "/logs/reviews", COMMAND);
                }
            }
        });
    }

    private void written(Mark mark, String sentence, String address, Actor by) {
        if (hits.say(mark)) {
            events.publishEvent(new LogsEvent.HitMarked(by, mark, sentence, ""));
            incident(mark, sentence, address, by);
            jobs.ask(MarksFile.JOB, mark.hit() + "@" + mark.at().toEpochMilli(), clock.instant());
        }
    }

    private void incident(Mark mark, String sentence, String address, Actor by) {
        if (mark.state() == Marks.State.incident) {
            incidents.report(
                    new IncidentIntake.Report(
                            mark.subject(), List.of(), sentence + "\n" + mark.note(), LEVEL, mark.at(), by),
                    new IncidentReports.Word(
                            "log-incident:" + mark.hit() + ":" + mark.at().toEpochMilli(),
                            "log-hit.notice.incident",
                            address,
                            sentence));
        }
    }

    /** The reviewer is through: on record, and the duty done if he or she has it; a message if it can't be. */
    Optional<String> close(UUID review, String note, PersonId by) {
        if (note.strip().length() > LONGEST) {
            return Optional.of("log-hit.reason-too-long");
        }
        return Optional.ofNullable(transaction.execute(_ -> {
            Map<String, Long> marks = hits.marks(review);
            if (marks.getOrDefault("none", 0L) > 0) {
                return "log-review.unmarked-left";
            }
            if (!reviews.close(review, note.strip(), "person:" + by, clock.instant())) {
                return "log-review.closed-already";
            }
            events.publishEvent(new LogsEvent.ReviewClosed(
                    Actor.person(by.value()),
                    review,
                    marks.getOrDefault("explained", 0L),
                    marks.getOrDefault("incident", 0L),
                    note.strip()));
            duties.open(DUTY, "company").ifPresent(duty -> duties.done(duty, note.strip(), by));
            return null;
        }));
    }
}
