package org.hoshimori.core.storage;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;

/**
 * Work that goes on by itself while pages are served, on one node at a time. A room declares a job as a bean; whatever a job does,
 * it may be run twice (a node can die at it) and must have the effect of once.
 */
@Component
public class Jobs {

    /** The table, as the library is told. */
    static final String TABLE = "storage.job";

    private static final Duration FIRST_RETRY = Duration.ofSeconds(10);

    private final SchedulerClient book;
    private final ObjectProvider<Scheduler> scheduler;

    Jobs(DataSource database, ObjectProvider<Scheduler> scheduler) {
        this.scheduler = scheduler;
        this.book = SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(database))
                .tableName(TABLE)
                .serializer(new JobWords())
                .build();
    }

    /** Begins to run jobs where they did not begin by themselves: after a demonstration was made. */
    public void begin() {
        scheduler.ifAvailable(Scheduler::start);
    }

    /** A job that is run by a schedule; if it fails, it is run again at its next turn. */
    public static RecurringTask<Void> recurring(String name, Schedule schedule, Runnable work) {
        return Tasks.recurring(name, schedule).execute((instance, context) -> work.run());
    }

    /** A job that is run once for every subject that it is asked for; if it fails, it is tried again, ever more seldom. */
    public static OneTimeTask<String> once(String name, Consumer<String> work) {
        return Tasks.oneTime(name, String.class)
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(FIRST_RETRY))
                .execute((instance, context) -> work.accept(instance.getId()));
    }

    /**
     * Asks for a job that is run once, in the caller's transaction: if that is rolled back, nothing was asked.
     *
     * @param subject what the job is to work on; asked twice before it is run, it is run once
     * @return whether it was not asked for already
     */
    public boolean ask(String name, String subject, Instant notBefore) {
        return book.scheduleIfNotExists(new TaskInstance<String>(name, subject), notBefore);
    }
}
