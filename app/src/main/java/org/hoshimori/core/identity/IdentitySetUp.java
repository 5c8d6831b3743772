package org.hoshimori.core.identity;

import java.nio.file.Path;
import org.hoshimori.core.storage.DataFolder;
import org.hoshimori.core.storage.Secrets;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

/** Where log-in finds its keys, and where its filter stands. */
@Configuration
class IdentitySetUp {

    /**
     * A session's row is written anew where something else has changed than the moment of its last use, or that by ten seconds:
     * a page that somebody only reads then costs the disk nothing, and idle time still ends to the ten seconds.
     */
    private static final String USED = """
            UPDATE %TABLE_NAME% s
               SET session_id = v.session_id, last_access_time = v.used, max_inactive_interval = v.idle,
                   expiry_time = v.expiry, principal_name = v.principal
              FROM (SELECT CAST(? AS char(36)) AS session_id, CAST(? AS bigint) AS used, CAST(? AS integer) AS idle,
                           CAST(? AS bigint) AS expiry, CAST(? AS varchar) AS principal) v
             WHERE s.primary_id = ?
               AND (s.last_access_time <= v.used - 10000 OR s.session_id <> v.session_id OR s.max_inactive_interval <> v.idle
                    OR s.principal_name IS DISTINCT FROM v.principal)
            """;

    @Bean
    SecretBox secretBox(@Value("${hoshimori.data}") Path data) {
        return new SecretBox(new Secrets(DataFolder.open(data)));
    }

    /** It stands in the security chain, not also before it. */
    @Bean
    FilterRegistrationBean<Doorkeeper> notOutsideTheChain(Doorkeeper doorkeeper) {
        FilterRegistrationBean<Doorkeeper> registration = new FilterRegistrationBean<>(doorkeeper);
        registration.setEnabled(false);
        return registration;
    }

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> sessionsWrittenWhenTheyChange() {
        return repository -> repository.setUpdateSessionQuery(USED);
    }
}
