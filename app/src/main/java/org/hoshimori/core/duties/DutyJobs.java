package org.hoshimori.core.duties;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.hoshimori.core.storage.Jobs;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What keeps duties going. */
@Configuration
@ConditionalOnWebApplication
class DutyJobs {

    private static final Duration OFTEN = Duration.ofSeconds(1);
    private static final Duration NOW_AND_THEN = Duration.ofMinutes(10);

    /** Looks every second whether the day, the regulation or the company has changed; then it plans. */
    @Bean
    RecurringTask<Void> planDuties(Following following) {
        return Jobs.recurring("duties.plan", Schedules.fixedDelay(OFTEN), following::look);
    }

    @Bean
    RecurringTask<Void> remindOfDuties(Reminding reminding, Clock clock) {
        return Jobs.recurring(
                "duties.remind", Schedules.fixedDelay(NOW_AND_THEN), () -> reminding.all(LocalDate.now(clock)));
    }
}
