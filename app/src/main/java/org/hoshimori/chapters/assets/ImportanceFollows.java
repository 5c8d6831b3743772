package org.hoshimori.chapters.assets;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.hoshimori.catalog.parameters.RegParameters;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.evidence.Evident;
import org.hoshimori.core.storage.Jobs;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Works importance out anew when a revision with another rule ({@code reg_importance-rule}) has come into force; stated ones stay. */
@Component
class ImportanceFollows {

    private final AssetTable table;
    private final ImportanceRule rule;
    private final ApplicationEventPublisher events;
    private final AtomicReference<RegParameters.@Nullable ImportanceRule> last = new AtomicReference<>();

    ImportanceFollows(AssetTable table, ImportanceRule rule, ApplicationEventPublisher events) {
        this.table = table;
        this.rule = rule;
        this.events = events;
    }

    /** Another rule has come into force. */
    record ImportanceFollowed(Actor by, String rule, int number) implements Evident {
        @Override
        public String act() {
            return "asset.importance-followed/1";
        }

        @Override
        public String subject() {
            return "parameter:" + RegParameters.IMPORTANCE_RULE.id();
        }

        @Override
        public Optional<String> clause() {
            return Optional.of("ast-1.1.a");
        }

        @Override
        public Map<String, Object> detail() {
            return Map.of("rule", rule, "assets", number);
        }
    }

    /** Where the rule is the one that it saw last, it costs nothing. */
    @Transactional
    public void look() {
        RegParameters.ImportanceRule now = rule.now();
        if (now == last.get()) {
            return;
        }
        int number = table.follow(now == RegParameters.ImportanceRule.HIGHEST_OF_THREE);
        if (number > 0) {
            events.publishEvent(new ImportanceFollowed(Actor.system("assets"), now.name(), number));
        }
        last.set(now);
    }

    /** What keeps it going. */
    @Configuration
    @ConditionalOnWebApplication
    static class OnItsOwn {

        private static final Duration OFTEN = Duration.ofSeconds(10);

        @Bean
        RecurringTask<Void> followImportance(ImportanceFollows follows) {
            return Jobs.recurring("assets.importance", Schedules.fixedDelay(OFTEN), follows::look);
        }
    }
}
