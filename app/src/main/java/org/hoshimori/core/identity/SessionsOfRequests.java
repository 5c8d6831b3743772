package org.hoshimori.core.identity;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.session.jdbc.autoconfigure.JdbcSessionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

/** Stands before the sessions in the database; set up after them, because they are not set up where there are others already. */
@AutoConfiguration(after = JdbcSessionAutoConfiguration.class)
@ConditionalOnBean(JdbcIndexedSessionRepository.class)
class SessionsOfRequests {

    @Bean
    @Primary
    FindByIndexNameSessionRepository<? extends Session> sessionsOfRequests(JdbcIndexedSessionRepository kept) {
        return new SeldomTouched<>(kept);
    }
}
