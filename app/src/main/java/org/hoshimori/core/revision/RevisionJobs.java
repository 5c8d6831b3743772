package org.hoshimori.core.revision;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import org.hoshimori.core.regulation.RegulationAdopted;
import org.hoshimori.core.storage.Jobs;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** What goes on by itself: reminding those who have not read the regulation, and freezing the documents of what was adopted. */
@Configuration
class RevisionJobs {

    private static final String FREEZE = "revision.freeze";
    private static final Duration OFTEN = Duration.ofMinutes(5);

    private final Jobs jobs;
    private final Clock clock;

    RevisionJobs(Jobs jobs, Clock clock) {
        this.jobs = jobs;
        this.clock = clock;
    }

    @Bean
    RecurringTask<Void> remindingReaders(Acknowledgements acknowledgements) {
        return Jobs.recurring("revision.remind", Schedules.fixedDelay(OFTEN), acknowledgements::remind);
    }

    @Bean
    OneTimeTask<String> freezingDocuments(FrozenDocuments documents) {
        return Jobs.once(FREEZE, number -> documents.freeze(Integer.parseInt(number)));
    }

    @EventListener
    void adopted(RegulationAdopted event) {
        jobs.ask(FREEZE, Integer.toString(event.number()), clock.instant());
    }
}
