package org.hoshimori.chapters.takeouts;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.hoshimori.core.notices.Argument;
import org.hoshimori.core.notices.Notice;
import org.hoshimori.core.notices.Notices;
import org.hoshimori.core.organization.PersonId;
import org.hoshimori.core.storage.Jobs;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reminds the taker the day before something should be back, and on that day; once it is overdue, every week, and then also the
 * heads who see to it. Nobody is told the same twice, however often this runs.
 */
@Configuration
class TakeOutReminders {

    private static final Duration OFTEN = Duration.ofHours(1);
    private static final int WEEK = 7;

    private final TakeOutTable table;
    private final Receivers receivers;
    private final Notices notices;
    private final Clock clock;

    TakeOutReminders(TakeOutTable table, Receivers receivers, Notices notices, Clock clock) {
        this.table = table;
        this.receivers = receivers;
        this.notices = notices;
        this.clock = clock;
    }

    @Bean
    RecurringTask<Void> remindingOfTakeOuts(TransactionTemplate transaction) {
        return Jobs.recurring(
                "take-outs.remind", Schedules.fixedDelay(OFTEN), () -> transaction.executeWithoutResult(_ -> remind()));
    }

    void remind() {
        LocalDate today = LocalDate.now(clock);
        for (TakeOut due : table.dueBy(today.plusDays(1))) {
            long late = today.toEpochDay() - due.returnsOn().toEpochDay();
            if (late <= 0) {
                notices.tell(told(due, due.taker(), "take-out.notice.due", late));
            } else {
                long week = late / WEEK;
                notices.tell(told(due, due.taker(), "take-out.notice.overdue", week)
                        .atOnce()
                        .whateverPreferred());
                receivers.of(due).stream()
                        .filter(r -> !r.equals(due.taker()))
                        .forEach(r -> notices.tell(told(due, r, "take-out.notice.overdue-of-other", week)));
            }
        }
    }

    private static Notice told(TakeOut due, PersonId who, String message, long round) {
        return Notice.to(
                who,
                message + ":" + due.id() + ":" + who + ":" + due.returnsOn() + ":" + round,
                message,
                "/take-outs/" + due.id(),
                new Argument.Text(due.destination()),
                new Argument.Day(due.returnsOn()));
    }
}
