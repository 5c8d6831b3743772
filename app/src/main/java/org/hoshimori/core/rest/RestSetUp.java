package org.hoshimori.core.rest;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import org.hoshimori.core.storage.Jobs;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the API does by itself. */
@Configuration
@ConditionalOnWebApplication
class RestSetUp {

    @Bean
    RecurringTask<Void> forgetReplays(Replays replays) {
        return Jobs.recurring("rest.forget", Schedules.fixedDelay(Duration.ofHours(1)), replays::forget);
    }
}
