package org.hoshimori.core.scim;

import java.util.List;
import org.hoshimori.core.api.Scoped;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** SCIM is opened by a scope of its own. */
@Configuration
class ScimScope {

    @Bean
    Scoped scimScoped() {
        return new Scoped("scim", List.of("/scim/v2"), true);
    }
}
