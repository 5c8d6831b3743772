package org.hoshimori.core.posture;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.hoshimori.core.storage.Jobs;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The posture of each day, as it last stood on it. */
@Component
class PostureHistory {

    private final Posture posture;
    private final JdbcClient sql;
    private final Clock clock;

    PostureHistory(Posture posture, JdbcClient sql, Clock clock) {
        this.posture = posture;
        this.sql = sql;
        this.clock = clock;
    }

    /** Writes how it stands now as how it stands today. */
    @Transactional
    public void keep() {
        LocalDate today = LocalDate.now(clock);
        sql.sql("DELETE FROM posture.history WHERE day = :today")
                .param("today", today)
                .update();
        for (PostureReport.Tally tally : posture.now().byChapter()) {
            tally.states()
                    .forEach((state, clauses) -> sql.sql("""
                    INSERT INTO posture.history (day, chapter, state, clauses) VALUES (:today, :chapter, :state, :clauses)
                    ON CONFLICT (day, chapter, state) DO UPDATE SET clauses = excluded.clauses""")
                            .param("today", today)
                            .param("chapter", tally.id())
                            .param("state", state.code())
                            .param("clauses", clauses)
                            .update());
        }
    }

    /** A day's clauses by state. */
    record Day(LocalDate day, Map<State, Integer> states) {}

    /** The days since one, as far as they were kept. */
    List<Day> since(LocalDate first) {
        Map<LocalDate, Map<State, Integer>> days = new TreeMap<>();
        sql.sql("SELECT day, state, sum(clauses)::integer FROM posture.history WHERE day >= :first GROUP BY day, state")
                .param("first", first)
                .query((row, n) -> days.computeIfAbsent(row.getObject(1, LocalDate.class), _ -> new TreeMap<>())
                        .put(State.valueOf(row.getString(2).toUpperCase(Locale.ROOT)), row.getInt(3)))
                .list();
        return days.entrySet().stream()
                .map(e -> new Day(e.getKey(), e.getValue()))
                .toList();
    }

    /** Every hour, so that a day's last is near its end. */
    @Configuration
    @ConditionalOnWebApplication
    static class Job {
        @Bean
        RecurringTask<Void> postureOfTheDay(PostureHistory history) {
            return Jobs.recurring("posture-history", Schedules.fixedDelay(Duration.ofHours(1)), history::keep);
        }
    }
}
