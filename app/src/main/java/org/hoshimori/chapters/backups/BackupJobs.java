package org.hoshimori.chapters.backups;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import org.hoshimori.core.storage.Jobs;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What goes on by itself: once a minute it is looked whether what was due has come in. */
@Configuration
@ConditionalOnWebApplication
class BackupJobs {

    private static final Duration OFTEN = Duration.ofMinutes(1);

    @Bean
    RecurringTask<Void> watchBackups(Watching watching, Calls calls) {
        return Jobs.recurring("backups.watch", Schedules.fixedDelay(OFTEN), () -> {
            watching.look();
            calls.forget();
        });
    }
}
