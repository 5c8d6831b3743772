package org.hoshimori.chapters.cloud;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import org.hoshimori.core.storage.Jobs;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A regulation may take effect long after it was adopted: every few minutes it is looked what it makes of assessments. */
@Configuration
@ConditionalOnWebApplication
class CloudJobs {

    private static final Duration NOW_AND_THEN = Duration.ofMinutes(10);

    @Bean
    RecurringTask<Void> reviewAssessments(CloudAssessments assessments) {
        return Jobs.recurring("cloud.review", Schedules.fixedDelay(NOW_AND_THEN), assessments::review);
    }
}
