package org.hoshimori.core.approvals;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.evidence.CanonicalRecord;
import org.hoshimori.core.organization.PersonId;
import org.hoshimori.core.regulation.RegulationInForce;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where rooms ask for approval and deciders decide. Whatever ends a request is told as {@link ApprovalEvent.Settled} in the same
 * transaction, so that the room that asked acts on it there and then.
 */
@Service
@Transactional
public class Approvals {

    private final Requests requests;
    private final Remarks remarks;
    private final SeatingToday seating;
    private final Map<String, Approvable> kinds;
    private final RegulationInForce regulation;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Approvals(
            Requests requests,
            Remarks remarks,
            SeatingToday seating,
            List<Approvable> kinds,
            RegulationInForce regulation,
            ApplicationEventPublisher events,
            Clock clock) {
        this.requests = requests;
        this.remarks = remarks;
        this.seating = seating;
        this.kinds = kinds.stream().collect(Collectors.toMap(Approvable::kind, Function.identity()));
        this.regulation = regulation;
        this.events = events;
        this.clock = clock;
    }

    /** Why nothing was asked, decided or taken back. */
    public enum Refusal {
        /** A request of this kind is open for the subject already. */
        OPEN_ALREADY,
        /** Nobody but the one who asks could decide: a post is vacant, and so is every one above it. */
        NOBODY_DECIDES,
        /** It has come to its end. */
        SETTLED,
        /** Nobody decides his or her own request. */
        OWN,
        /** Somebody else is to decide. */
        NOT_YOURS,
        /** What it was about has changed since it was asked, which has ended it. */
        CHANGED_MEANWHILE,
        /** The last day on which it could be decided is over, which has ended it. */
        TOO_LATE,
        /** To say no, or to return it, needs a reason. */
        REASON_NEEDED,
        /** To stand in for somebody who could decide needs a reason. */
        WHY_STANDING_IN
    }

    /** What it comes to. */
    public sealed interface Outcome {
        /** It is written, and the request stands so. */
        record Done(RequestId request, State state) implements Outcome {}

        /** It is not, and why. */
        record Refused(Refusal why) implements Outcome {}
    }

    /** Asks. */
    public Outcome ask(Proposal proposal, Actor by) {
        Seating today = seating.read();
        Optional<PersonId> asking = person(by);
        if (proposal.line().stream()
                .flatMap(List::stream)
                .anyMatch(seat -> today.of(seat, asking).isEmpty())) {
            return refused(Refusal.NOBODY_DECIDES);
        }
        Request request = new Request(
                RequestId.next(),
                proposal.kind(),
                proposal.subject(),
                proposal.clause(),
                CanonicalRecord.text(proposal.record()),
                proposal.projection(),
                proposal.address(),
                by,
                now(),
                proposal.expiresOn(),
                regulation.now().id(),
                State.OPEN,
                Optional.empty(),
                Request.sittings(proposal.line()));
        if (!requests.insert(request)) {
            return refused(Refusal.OPEN_ALREADY);
        }
        events.publishEvent(new ApprovalEvent.Requested(
                by,
                request.id(),
                request.kind(),
                request.subject(),
                request.clause(),
                proposal.record(),
                request.line().stream()
                        .map(s -> s.position() + 1 + " "
                                + String.join(" / ", s.seat().posts()))
                        .toList()));
        return new Outcome.Done(request.id(), State.OPEN);
    }

    /** Decides, on the seat that is one's own if there is one, otherwise as a deputy. */
    public Outcome decide(RequestId id, Verdict verdict, String comment, PersonId who, Actor by) {
        Request request = requests.lock(id).orElseThrow(() -> new RequestUnknown(id));
        if (!request.open()) {
            return refused(Refusal.SETTLED);
        }
        if (ended(request, by) instanceof Outcome.Refused over) {
            return over;
        }
        if (request.requestedBy().equals(by)
                || person(request.requestedBy()).filter(who::equals).isPresent()) {
            return refused(Refusal.OWN);
        }
        return Deciding.place(request, seating.read(), who)
                .map(place -> decide(request, place, verdict, comment.strip(), by))
                .orElseGet(() -> refused(Refusal.NOT_YOURS));
    }

    private Outcome decide(Request request, Deciding.Place place, Verdict verdict, String comment, Actor by) {
        if (comment.isEmpty() && verdict != Verdict.APPROVE) {
            return refused(Refusal.REASON_NEEDED);
        }
        if (comment.isEmpty() && place.chair().standingIn() && place.chair().holderThere()) {
            return refused(Refusal.WHY_STANDING_IN);
        }
        Decision decision = new Decision(
                verdict,
                place.chair().person(),
                now(),
                place.chair().post(),
                place.chair().standingIn(),
                comment);
        Request after = request.decided(place.sitting(), decision);
        requests.update(after);
        events.publishEvent(new ApprovalEvent.Decided(
                by,
                after.id(),
                after.kind(),
                after.subject(),
                after.clause(),
                verdict,
                decision.post(),
                decision.standingIn(),
                comment));
        if (!after.open()) {
            settled(after, by);
        }
        return new Outcome.Done(after.id(), after.state());
    }

    /** Takes one's own request back. */
    public Outcome withdraw(RequestId id, Actor by) {
        Request request = requests.lock(id).orElseThrow(() -> new RequestUnknown(id));
        if (!request.open()) {
            return refused(Refusal.SETTLED);
        }
        if (!request.requestedBy().equals(by)) {
            return refused(Refusal.NOT_YOURS);
        }
        return end(request, State.WITHDRAWN, by);
    }

    /** Says something to a request, open or not. */
    public void remark(RequestId id, String words, Actor by) {
        Request request = requests.find(id).orElseThrow(() -> new RequestUnknown(id));
        remarks.insert(id, now(), by, words.strip());
        events.publishEvent(
                new ApprovalEvent.Remarked(by, id, request.kind(), request.subject(), request.clause(), words.strip()));
    }

    /** Tells that a subject has changed: an open request for it lapses if its record is another now. */
    public void changed(String kind, String subject, Actor by) {
        requests.open(kind, subject)
                .flatMap(requests::lock)
                .filter(Request::open)
                .ifPresent(request -> ended(request, by));
    }

    /** Ends what nobody decided in time; may run twice. */
    public void expire() {
        for (RequestId id : requests.expired(LocalDate.now(clock))) {
            requests.lock(id).filter(Request::open).ifPresent(r -> ended(r, Actor.system("approvals")));
        }
    }

    /** How far a request has come. */
    @Transactional(readOnly = true)
    public Optional<State> state(RequestId id) {
        return requests.find(id).map(Request::state);
    }

    /** The open request of a kind for a subject. */
    @Transactional(readOnly = true)
    public Optional<RequestId> open(String kind, String subject) {
        return requests.open(kind, subject);
    }

    /** Ends the request if its day is over or its matter is another now. */
    private Outcome ended(Request request, Actor by) {
        LocalDate today = LocalDate.now(clock);
        if (request.expiresOn().filter(today::isAfter).isPresent()) {
            end(request, State.EXPIRED, by);
            return refused(Refusal.TOO_LATE);
        }
        Approvable kind = kinds.get(request.kind());
        boolean same = kind != null
                && kind.record(request.subject(), request.projection())
                        .map(CanonicalRecord::text)
                        .filter(request.record()::equals)
                        .isPresent();
        if (!same) {
            end(request, State.LAPSED, by);
            return refused(Refusal.CHANGED_MEANWHILE);
        }
        return new Outcome.Done(request.id(), request.state());
    }

    private Outcome end(Request request, State end, Actor by) {
        Request after = request.ended(end, now());
        requests.update(after);
        settled(after, by);
        return new Outcome.Done(after.id(), end);
    }

    private void settled(Request request, Actor by) {
        events.publishEvent(new ApprovalEvent.Settled(
                by, request.id(), request.kind(), request.subject(), request.clause(), request.state()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Outcome refused(Refusal why) {
        return new Outcome.Refused(why);
    }

    static Optional<PersonId> person(Actor actor) {
        String prefix = "person:";
        return actor.id().startsWith(prefix)
                ? Optional.of(new PersonId(UUID.fromString(actor.id().substring(prefix.length()))))
                : Optional.empty();
    }
}
