package org.hoshimori.core.approvals;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.LocalTime;
import java.util.Locale;
import org.hoshimori.core.notices.Argument;
import org.hoshimori.core.notices.Notice;
import org.hoshimori.core.notices.Notices;
import org.hoshimori.core.organization.PersonId;
import org.hoshimori.core.storage.Jobs;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** Tells the deciders that it is their turn and who has asked what became of it; every night ends what nobody decided in time. */
@Configuration
class ApprovalNotices {

    private final Requests requests;
    private final SeatingToday seating;
    private final ApprovalSheet sheets;
    private final Notices notices;

    ApprovalNotices(Requests requests, SeatingToday seating, ApprovalSheet sheets, Notices notices) {
        this.requests = requests;
        this.seating = seating;
        this.sheets = sheets;
        this.notices = notices;
    }

    @Bean
    RecurringTask<Void> expiringRequests(Approvals approvals, Clock clock) {
        return Jobs.recurring(
                "approvals.expire", Schedules.daily(clock.getZone(), LocalTime.of(0, 5)), approvals::expire);
    }

    @EventListener
    void asked(ApprovalEvent.Requested event) {
        turn(event.request());
    }

    @EventListener
    void decided(ApprovalEvent.Decided event) {
        turn(event.request());
    }

    /** Tells those whose turn it is; whoever was told of this step before is not told again. */
    private void turn(RequestId id) {
        Request request = requests.find(id).orElseThrow();
        Seating today = seating.read();
        for (Sitting sitting : request.waiting()) {
            today.of(sitting.seat(), Approvals.person(request.requestedBy())).stream()
                    .filter(c -> !c.standingIn() || !c.holderThere())
                    .forEach(c -> tell(
                            request,
                            c.person(),
                            "approval:" + id + ":" + sitting.position() + ":" + c.person(),
                            "approvals.notice.turn"));
        }
    }

    @EventListener
    void settled(ApprovalEvent.Settled event) {
        if (event.state() == State.WITHDRAWN) {
            return;
        }
        requests.find(event.request())
                .ifPresent(request -> Approvals.person(request.requestedBy())
                        .ifPresent(who -> tell(
                                request,
                                who,
                                "approval-settled:" + request.id(),
                                "approvals.notice." + event.state().name())));
    }

    private void tell(Request request, PersonId who, String key, String message) {
        notices.tell(Notice.to(
                        who,
                        key,
                        message,
                        "/approvals/" + request.id(),
                        new Argument.Either(
                                sheets.title(request, Locale.JAPANESE), sheets.title(request, Locale.ENGLISH)))
                .atOnce()
                .whateverPreferred());
    }
}
