package org.hoshimori.core.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.hoshimori.ApplicationTest;
import org.hoshimori.Installation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ApplicationTest
class JobsTests {

    @Autowired
    private DataSource database;

    @Autowired
    private Jobs jobs;

    @Autowired
    private JdbcClient sql;

    @Autowired
    private TransactionTemplate transaction;

    private final String name = "test." + UUID.randomUUID();

    /** What other tests have asked for is nobody's to run here. */
    @BeforeEach
    void nothingElseIsAsked() {
        sql.sql("DELETE FROM storage.job").update();
    }

    @Test
    void runsWhatWasAskedForOnceAndOnlyIfItWasCommitted() throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        AtomicInteger runs = new AtomicInteger();
        OneTimeTask<String> job = Jobs.once(name, subject -> {
            runs.incrementAndGet();
            done.countDown();
        });
        transaction.executeWithoutResult(t -> {
            assertThat(jobs.ask(name, "kept", Instant.now())).isTrue();
            assertThat(jobs.ask(name, "kept", Instant.now())).isFalse();
        });
        transaction.executeWithoutResult(t -> {
            jobs.ask(name, "taken back", Instant.now());
            t.setRollbackOnly();
        });
        Scheduler node = node("one", Duration.ofMillis(100), job);
        node.start();
        assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
        untilNothingIsLeft();
        node.stop();
        assertThat(runs).hasValue(1);
    }

    @Test
    void beginsAnewWhatADeadNodeWasAtAndHasTheEffectOfOnce() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        AtomicInteger effects = new AtomicInteger();
        jobs.ask(name, "subject", Instant.now());
        Scheduler dies = node("dies", Duration.ofHours(1), Jobs.once(name, subject -> {
            begun.countDown();
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }));
        dies.start();
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
        // Its heart stops: as a killed process leaves it.
        sql.sql(
                        "UPDATE storage.job SET last_heartbeat = now() - interval '1 hour', picked_by = 'dead', version = version + 1"
                                + " WHERE task_name = :name")
                .param("name", name)
                .update();
        Scheduler lives = node("lives", Duration.ofMillis(100), Jobs.once(name, subject -> effects.incrementAndGet()));
        lives.start();
        untilNothingIsLeft();
        never.countDown();
        lives.stop();
        dies.stop();
        assertThat(effects).hasValue(1);
    }

    @Test
    void beginsAnewWhatAKilledProcessWasAt() throws Exception {
        AtomicInteger effects = new AtomicInteger();
        jobs.ask(name, "subject", Instant.now());
        assertThat(DyingNode.run(
                        DyingNode.class,
                        Installation.app().url(),
                        Installation.app().user(),
                        Installation.app().password(),
                        name))
                .isEqualTo(DyingNode.KILLED);
        assertThat(sql.sql("SELECT picked FROM storage.job WHERE task_name = :name")
                        .param("name", name)
                        .query(Boolean.class)
                        .single())
                .as("it was at it")
                .isTrue();
        Scheduler lives = node("lives", Duration.ofMillis(100), Jobs.once(name, subject -> effects.incrementAndGet()));
        lives.start();
        untilNothingIsLeft();
        lives.stop();
        assertThat(effects).hasValue(1);
    }

    @Test
    void triesAgainWhatFailed() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        jobs.ask(name, "subject", Instant.now());
        Scheduler node = node("one", Duration.ofMillis(100), Jobs.once(name, subject -> {
            tries.incrementAndGet();
            throw new IllegalStateException("out of order");
        }));
        node.start();
        for (int i = 0; i < 200 && failures() == 0; i++) {
            Thread.sleep(50);
        }
        node.stop();
        assertThat(tries).hasValue(1);
        assertThat(sql.sql("SELECT execution_time > now() AND NOT picked FROM storage.job WHERE task_name = :name")
                        .param("name", name)
                        .query(Boolean.class)
                        .single())
                .isTrue();
        sql.sql("DELETE FROM storage.job WHERE task_name = :name")
                .param("name", name)
                .update();
    }

    @Test
    void ofTwoNodesOneRunsARecurringJobAtATime() throws Exception {
        AtomicInteger at = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger runs = new AtomicInteger();
        Runnable work = () -> {
            most.accumulateAndGet(at.incrementAndGet(), Math::max);
            runs.incrementAndGet();
            try {
                Thread.sleep(30);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            at.decrementAndGet();
        };
        List<Scheduler> nodes = List.of(recurringNode("one", work), recurringNode("two", work));
        nodes.forEach(Scheduler::start);
        for (int i = 0; i < 400 && runs.get() < 6; i++) {
            Thread.sleep(50);
        }
        nodes.forEach(Scheduler::stop);
        assertThat(runs.get()).isGreaterThanOrEqualTo(6);
        assertThat(most).hasValue(1);
        sql.sql("DELETE FROM storage.job WHERE task_name = :name")
                .param("name", name)
                .update();
    }

    private int failures() {
        return sql.sql("SELECT coalesce(max(consecutive_failures), 0) FROM storage.job WHERE task_name = :name")
                .param("name", name)
                .query(Integer.class)
                .single();
    }

    private void untilNothingIsLeft() throws InterruptedException {
        for (int i = 0; i < 400; i++) {
            if (sql.sql("SELECT count(*) FROM storage.job WHERE task_name = :name")
                            .param("name", name)
                            .query(Long.class)
                            .single()
                    == 0) {
                return;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("the job is still there");
    }

    private Scheduler recurringNode(String called, Runnable work) {
        RecurringTask<Void> job = Jobs.recurring(name, Schedules.fixedDelay(Duration.ofMillis(10)), work);
        return Scheduler.create(database)
                .startTasks(job)
                .tableName(Jobs.TABLE)
                .schedulerName(new SchedulerName.Fixed(called))
                .serializer(new JobWords())
                .pollingInterval(Duration.ofMillis(50))
                .threads(2)
                .build();
    }

    private Scheduler node(String called, Duration polls, OneTimeTask<String> job) {
        return Scheduler.create(database, job)
                .tableName(Jobs.TABLE)
                .schedulerName(new SchedulerName.Fixed(called))
                .serializer(new JobWords())
                .pollingInterval(polls)
                .heartbeatInterval(Duration.ofSeconds(1))
                .missedHeartbeatsLimit(4)
                .shutdownMaxWait(Duration.ofSeconds(2))
                .threads(2)
                .build();
    }
}
