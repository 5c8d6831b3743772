package org.hoshimori.chapters.logs;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.UUID;
import org.hoshimori.core.storage.Jobs;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What goes on by itself: long work that was asked for, marks to and from the archive, and what the calendar asks for. */
@Configuration
@ConditionalOnWebApplication
class LogsJobs {

    private static final Duration OFTEN = Duration.ofMinutes(1);
    private static final LocalTime NIGHT = LocalTime.of(3, 40);

    @Bean
    OneTimeTask<String> workOnLogs(Works works) {
        return Jobs.once(Works.JOB, id -> works.run(UUID.fromString(id)));
    }

    @Bean
    OneTimeTask<String> writeMark(MarksFile file) {
        return Jobs.once(MarksFile.JOB, file::write);
    }

    @Bean
    RecurringTask<Void> takeInMarks(MarksFile file) {
        return Jobs.recurring("logs.marks", Schedules.fixedDelay(OFTEN), file::takeIn);
    }

    @Bean
    RecurringTask<Void> lookAtLogs(Nightly nightly, Clock clock) {
        return Jobs.recurring("logs.nightly", Schedules.daily(clock.getZone(), NIGHT), nightly::look);
    }
}
