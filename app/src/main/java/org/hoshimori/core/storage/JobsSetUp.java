package org.hoshimori.core.storage;

import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerStarter;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the library that runs jobs keeps them. */
@Configuration
class JobsSetUp {

    @Bean
    DbSchedulerCustomizer jobsAsText() {
        return new DbSchedulerCustomizer() {
            @Override
            public Optional<Serializer> serializer() {
                return Optional.of(new JobWords());
            }
        };
    }

    /** A made-up year is told before any job runs: whoever tells it begins them. */
    @Bean
    @ConditionalOnBooleanProperty("hoshimori.demo")
    DbSchedulerStarter begunLater() {
        return () -> {};
    }
}
