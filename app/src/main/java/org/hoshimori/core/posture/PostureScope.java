package org.hoshimori.core.posture;

import java.util.List;
import org.hoshimori.core.api.Scoped;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The posture as JSON is opened by a scope of its own. */
@Configuration
class PostureScope {

    @Bean
    Scoped postureScoped() {
        return new Scoped("posture", List.of("/api/v1/posture"), false);
    }
}
