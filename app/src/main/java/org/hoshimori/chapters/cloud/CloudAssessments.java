package org.hoshimori.chapters.cloud;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.core.approvals.ApprovalEvent;
import org.hoshimori.core.approvals.Approvals;
import org.hoshimori.core.approvals.Proposal;
import org.hoshimori.core.approvals.Seat;
import org.hoshimori.core.estate.Estate;
import org.hoshimori.core.estate.Noun;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.evidence.CanonicalRecord;
import org.hoshimori.core.regulation.RegulationAdopted;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Assessments of cloud services: written, approved by the post that the regulation names, over at their last day, and lapsed as soon
 * as they, or what the regulation makes of them, are other than what was approved.
 */
@Service
@Transactional
class CloudAssessments {

    /** The longest that an approval may hold. */
    static final int LONGEST_DAYS = 3 * 366;

    private static final Actor SYSTEM = Actor.system("cloud");

    private final AssessmentTable table;
    private final Rules rules;
    private final Estate estate;
    private final Approvals approvals;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CloudAssessments(
            AssessmentTable table,
            Rules rules,
            Estate estate,
            Approvals approvals,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.rules = rules;
        this.estate = estate;
        this.approvals = approvals;
        this.events = events;
        this.clock = clock;
    }

    /** Why nothing was written or asked. */
    enum Refusal {
        /** The provider is no outside party that is registered. */
        PROVIDER_UNKNOWN,
        /** Somebody else has changed it since the form was opened. */
        CHANGED_MEANWHILE,
        /** The last day is past, or further away than three years. */
        LAST_DAY,
        /** Terms, policy or measures do not fit. */
        DOES_NOT_FIT,
        /** The country is not allowed. */
        COUNTRY_NOT_ALLOWED,
        /** The facility is where a site of ours is. */
        SAME_REGION,
        /** Why the facility is not struck with us has to be said. */
        APART_NEEDED,
        /** The regulation does not say which countries are allowed, or where our sites are. */
        REGULATION_SILENT,
        /** It is asked for, or holds, already. */
        OPEN_ALREADY,
        /** Nobody is there who could decide. */
        NOBODY_DECIDES
    }

    /** What it comes to. */
    sealed interface Outcome {
        /** It is done. */
        record Done(Assessment assessment) implements Outcome {}

        /** It is not, and why. */
        record Refused(Refusal why) implements Outcome {}
    }

    Outcome write(Assessment described, Actor by) {
        if (unknown(described)) {
            return new Outcome.Refused(Refusal.PROVIDER_UNKNOWN);
        }
        table.insert(described, by.id());
        events.publishEvent(new AssessmentEvent.Written(by, described));
        return new Outcome.Done(described);
    }

    /** Changes it; what was approved or asked of it holds no more. */
    Outcome change(Assessment described, Actor by) {
        Assessment before = known(described.id());
        if (unknown(described)) {
            return new Outcome.Refused(Refusal.PROVIDER_UNKNOWN);
        }
        if (!table.update(described, by.id())) {
            return new Outcome.Refused(Refusal.CHANGED_MEANWHILE);
        }
        Assessment after = known(described.id());
        events.publishEvent(new AssessmentEvent.Changed(by, before, after));
        approvals.changed(AssessmentMatter.KIND, after.subject(), by);
        return new Outcome.Done(after);
    }

    private boolean unknown(Assessment described) {
        return estate.find(described.provider())
                .filter(i -> i.noun() == Noun.PARTY)
                .isEmpty();
    }

    /** Asks the post that the regulation names. */
    Outcome ask(UUID id, Actor by) {
        Assessment draft = known(id);
        Optional<Refusal> refusal = refusal(draft);
        if (refusal.isPresent()) {
            return new Outcome.Refused(refusal.get());
        }
        if (!table.settle(id, draft.state(), Assessment.State.ASKED, Optional.empty())) {
            return new Outcome.Refused(Refusal.CHANGED_MEANWHILE);
        }
        Approvals.Outcome proposed = approvals.ask(
                new Proposal(
                        AssessmentMatter.KIND,
                        draft.subject(),
                        Optional.of("ast-4.3"),
                        rules.record(draft),
                        Assessment.PROJECTION,
                        List.of(List.of(Seat.of(rules.approver()))),
                        "/cloud-assessments/" + id,
                        Optional.of(draft.endsOn())),
                by);
        return switch (proposed) {
            case Approvals.Outcome.Done _ -> new Outcome.Done(draft.in(Assessment.State.ASKED));
            case Approvals.Outcome.Refused _ -> {
                table.settle(id, Assessment.State.ASKED, draft.state(), Optional.empty());
                yield new Outcome.Refused(Refusal.NOBODY_DECIDES);
            }
        };
    }

    private Optional<Refusal> refusal(Assessment draft) {
        LocalDate today = LocalDate.now(clock);
        if (draft.state() == Assessment.State.ASKED || draft.holdsOn(today)) {
            return Optional.of(Refusal.OPEN_ALREADY);
        }
        if (draft.endsOn().isBefore(today) || draft.endsOn().isAfter(today.plusDays(LONGEST_DAYS))) {
            return Optional.of(Refusal.LAST_DAY);
        }
        if (!draft.terms().yes() || !draft.policy().yes() || !draft.measures().yes()) {
            return Optional.of(Refusal.DOES_NOT_FIT);
        }
        Optional<Refusal> country = switch (rules.country(draft)) {
            case ALLOWED -> Optional.empty();
            case NOT_ALLOWED -> Optional.of(Refusal.COUNTRY_NOT_ALLOWED);
            case UNKNOWN -> Optional.of(Refusal.REGULATION_SILENT);
        };
        return country.or(() -> switch (rules.region(draft)) {
            case APART -> Optional.empty();
            case NEAR -> draft.apart().isBlank() ? Optional.of(Refusal.APART_NEEDED) : Optional.empty();
            case SAME -> Optional.of(Refusal.SAME_REGION);
            case UNKNOWN -> Optional.of(Refusal.REGULATION_SILENT);
        });
    }

    @EventListener
    void settled(ApprovalEvent.Settled settled) {
        if (!settled.kind().equals(AssessmentMatter.KIND)) {
            return;
        }
        Assessment.State to = switch (settled.state()) {
            case APPROVED -> Assessment.State.APPROVED;
            case REFUSED, RETURNED, EXPIRED -> Assessment.State.REFUSED;
            case WITHDRAWN -> Assessment.State.WITHDRAWN;
            case LAPSED -> Assessment.State.LAPSED;
            case OPEN -> Assessment.State.ASKED;
        };
        UUID id = AssessmentMatter.id(settled.subject());
        Optional<String> approved = to == Assessment.State.APPROVED
                ? table.find(id).map(a -> CanonicalRecord.text(rules.record(a)))
                : Optional.empty();
        if (table.settle(id, Assessment.State.ASKED, to, approved) && approved.isPresent()) {
            events.publishEvent(new AssessmentEvent.Begun(settled.by(), known(id)));
        }
    }

    @EventListener
    void adopted(RegulationAdopted adopted) {
        review();
    }

    /** Ends approvals of what the regulation in force makes something else of; may run twice. */
    void review() {
        for (AssessmentTable.Approved approved : table.approved()) {
            Assessment assessment = approved.assessment();
            boolean same = CanonicalRecord.text(rules.record(assessment)).equals(approved.record());
            if (!same
                    && table.settle(
                            assessment.id(), Assessment.State.APPROVED, Assessment.State.LAPSED, Optional.empty())) {
                events.publishEvent(new AssessmentEvent.Lapsed(SYSTEM, assessment.in(Assessment.State.LAPSED)));
            }
        }
    }

    private Assessment known(UUID id) {
        return table.find(id).orElseThrow(() -> new AssessmentUnknown(id.toString()));
    }
}
