package org.hoshimori.demo;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** In a demonstration, every room goes by the story's clock. */
@Configuration
@ConditionalOnBooleanProperty("hoshimori.demo")
class DemoSetUp {

    @Bean
    @Primary
    StoryClock storyClock(@Qualifier("clock") Clock real) {
        return new StoryClock(real);
    }
}
