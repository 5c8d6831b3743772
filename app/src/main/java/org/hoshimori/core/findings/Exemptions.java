package org.hoshimori.core.findings;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.core.approvals.ApprovalEvent;
import org.hoshimori.core.approvals.Approvals;
import org.hoshimori.core.approvals.Proposal;
import org.hoshimori.core.approvals.Seat;
import org.hoshimori.core.checks.FactsSeen;
import org.hoshimori.core.checks.SubjectsChecked;
import org.hoshimori.core.evidence.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Exceptions for a time: asked for, approved by the security officer (who decides on measures, {@code org-1.b}), over at their last
 * day, and lapsed as soon as a check sees other facts than those for which they were asked.
 */
@Service
@Transactional
class Exemptions {

    /** The longest that one may last. */
    static final int LONGEST_DAYS = 366;

    private static final String OFFICER = "security-officer";
    private static final Actor CHECKS = Actor.system("checks");

    private final ExemptionTable table;
    private final FactsSeen facts;
    private final Approvals approvals;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Exemptions(
            ExemptionTable table, FactsSeen facts, Approvals approvals, ApplicationEventPublisher events, Clock clock) {
        this.table = table;
        this.facts = facts;
        this.approvals = approvals;
        this.events = events;
        this.clock = clock;
    }

    /** Why nothing was asked. */
    enum Refusal {
        /** The check does not fail for it now. */
        NOT_FAILING,
        /** One is asked for or holds already. */
        OPEN_ALREADY,
        /** The last day is past, or further away than a year. */
        LAST_DAY,
        /** Nobody is there who could decide. */
        NOBODY_DECIDES
    }

    /** What it comes to. */
    sealed interface Outcome {
        /** It is asked for. */
        record Asked(UUID exemption) implements Outcome {}

        /** It is not, and why. */
        record Refused(Refusal why) implements Outcome {}
    }

    /** Asks for an exception of a finding that fails now. */
    public Outcome ask(
            int check, String subject, String clause, String reason, String measure, LocalDate endsOn, Actor by) {
        LocalDate today = LocalDate.now(clock);
        if (endsOn.isBefore(today) || endsOn.isAfter(today.plusDays(LONGEST_DAYS))) {
            return new Outcome.Refused(Refusal.LAST_DAY);
        }
        Optional<String> seen = facts.ofAlarm(check, subject);
        if (seen.isEmpty()) {
            return new Outcome.Refused(Refusal.NOT_FAILING);
        }
        Exemption asked = new Exemption(
                UUID.randomUUID(),
                check,
                subject,
                clause,
                reason.strip(),
                measure.strip(),
                endsOn,
                seen.get(),
                Exemption.State.ASKED);
        if (!table.insert(asked, by.id(), clock.instant(), today)) {
            return new Outcome.Refused(Refusal.OPEN_ALREADY);
        }
        Approvals.Outcome proposed = approvals.ask(
                new Proposal(
                        ExemptionMatter.KIND,
                        ExemptionMatter.subject(asked.id()),
                        Optional.of(clause),
                        asked.record(table.checkName(check), seen.get()),
                        Exemption.PROJECTION,
                        List.of(List.of(Seat.of(OFFICER))),
                        "/findings/" + check + "?subject="
                                + java.net.URLEncoder.encode(subject, java.nio.charset.StandardCharsets.UTF_8),
                        Optional.of(endsOn)),
                by);
        return switch (proposed) {
            case Approvals.Outcome.Done _ -> {
                events.publishEvent(new ExemptionEvent.Asked(by, asked));
                yield new Outcome.Asked(asked.id());
            }
            case Approvals.Outcome.Refused _ -> {
                table.settle(asked.id(), Exemption.State.ASKED, Exemption.State.REFUSED, by.id(), clock.instant());
                yield new Outcome.Refused(Refusal.NOBODY_DECIDES);
            }
        };
    }

    /** Ends one that holds, before its last day. */
    public void end(UUID id, Actor by) {
        Exemption exemption = table.find(id).orElseThrow(() -> new FindingUnknown(id.toString()));
        if (table.settle(id, Exemption.State.APPROVED, Exemption.State.WITHDRAWN, by.id(), clock.instant())) {
            events.publishEvent(new ExemptionEvent.Ended(by, exemption));
        }
    }

    @EventListener
    void settled(ApprovalEvent.Settled settled) {
        if (!settled.kind().equals(ExemptionMatter.KIND)) {
            return;
        }
        Exemption.State to = switch (settled.state()) {
            case APPROVED -> Exemption.State.APPROVED;
            case REFUSED, RETURNED, EXPIRED -> Exemption.State.REFUSED;
            case WITHDRAWN -> Exemption.State.WITHDRAWN;
            case LAPSED -> Exemption.State.LAPSED;
            case OPEN -> Exemption.State.ASKED;
        };
        UUID id = ExemptionMatter.id(settled.subject());
        if (table.settle(id, Exemption.State.ASKED, to, settled.by().id(), clock.instant())
                && to == Exemption.State.APPROVED) {
            table.find(id).ifPresent(e -> events.publishEvent(new ExemptionEvent.Begun(settled.by(), e)));
        }
    }

    @EventListener
    void checked(SubjectsChecked checked) {
        for (Exemption exemption : table.open(checked.check())) {
            boolean meant = checked.subjects().isEmpty() || checked.subjects().contains(exemption.subject());
            if (meant && !facts.ofAlarm(exemption.check(), exemption.subject()).equals(Optional.of(exemption.seen()))) {
                lapse(exemption);
            }
        }
    }

    private void lapse(Exemption exemption) {
        if (exemption.state() == Exemption.State.ASKED) {
            approvals.changed(ExemptionMatter.KIND, ExemptionMatter.subject(exemption.id()), CHECKS);
        } else if (table.settle(
                exemption.id(), Exemption.State.APPROVED, Exemption.State.LAPSED, CHECKS.id(), clock.instant())) {
            events.publishEvent(new ExemptionEvent.Lapsed(CHECKS, exemption));
        }
    }

    @Transactional(readOnly = true)
    public List<Exemption> of(int check, String subject) {
        return table.of(check, subject);
    }
}
