package org.hoshimori.core.revision;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hoshimori.catalog.parameters.OrgParameters;
import org.hoshimori.core.approvals.Proposal;
import org.hoshimori.core.approvals.Seat;
import org.hoshimori.core.regulation.RegulationInForce;
import org.hoshimori.core.regulation.Revision;
import org.hoshimori.regulation.Difference;
import org.springframework.stereotype.Component;

/** What stands against asking for a draft's approval, and who is asked: the security officer, then top management ({@code org-1.a}). */
@Component
class AskingForApproval {

    private static final String OFFICER = "security-officer";

    private final RegulationInForce inForce;
    private final RegulationApproval approval;
    private final Clock clock;

    AskingForApproval(RegulationInForce inForce, RegulationApproval approval, Clock clock) {
        this.inForce = inForce;
        this.approval = approval;
        this.clock = clock;
    }

    Optional<RevisionDesk.Refusal> against(Draft draft, Revision latest) {
        if (draft.state() == Draft.State.ASKED) {
            return Optional.of(RevisionDesk.Refusal.ASKED_ALREADY);
        }
        if (draft.state() != Draft.State.DRAFTING) {
            return Optional.of(RevisionDesk.Refusal.OVER);
        }
        if (draft.basedOn() != latest.number()) {
            return Optional.of(RevisionDesk.Refusal.OUTDATED);
        }
        if (!RevisionDesk.errors(draft).isEmpty()) {
            return Optional.of(RevisionDesk.Refusal.STILL_OPEN);
        }
        if (draft.from().filter(LocalDate.now(clock)::isAfter).isPresent()) {
            return Optional.of(RevisionDesk.Refusal.PAST);
        }
        Instant from = draft.from()
                .map(day -> day.atStartOfDay(clock.getZone()).toInstant())
                .orElseGet(clock::instant);
        if (!latest.sample() && !from.isAfter(latest.effectiveAt())) {
            return Optional.of(RevisionDesk.Refusal.BEFORE_ANOTHER);
        }
        return !latest.sample()
                        && Difference.between(latest.regulation(), draft.regulation())
                                .isEmpty()
                ? Optional.of(RevisionDesk.Refusal.NOTHING_CHANGED)
                : Optional.empty();
    }

    Proposal proposal(Draft draft) {
        List<List<Seat>> line = new ArrayList<>();
        line.add(List.of(Seat.of(OFFICER)));
        line.add(List.of(Seat.anyOf(
                inForce.now().value(OrgParameters.TOP_MANAGEMENT).orElse(List.of("representative-director")))));
        return new Proposal(
                RegulationApproval.KIND,
                draft.id().subject(),
                Optional.of("org-1.c"),
                approval.record(draft, RegulationApproval.PROJECTION),
                RegulationApproval.PROJECTION,
                line,
                "/drafts/" + draft.id() + "/changes",
                draft.from());
    }
}
