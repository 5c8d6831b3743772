package org.hoshimori.core.identity;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** Where log-in's filters stand, and how its sessions are kept. */
@Configuration
class IdentitySetUp {

    /** The disk is not waited for: who was amid logging in when the power failed logs in again. Ending a session waits. */
    private static final String USED = """
            UPDATE %TABLE_NAME%
               SET session_id = ?, last_access_time = ?, max_inactive_interval = ?, expiry_time = ?, principal_name = ?
             WHERE primary_id = ? AND set_config('synchronous_commit', 'off', true) = 'off'
            """;

    private static final String BEGUN = """
            INSERT INTO %TABLE_NAME% (primary_id, session_id, creation_time, last_access_time, max_inactive_interval,
                                      expiry_time, principal_name)
            SELECT CAST(? AS char(36)), CAST(? AS char(36)), CAST(? AS bigint), CAST(? AS bigint), CAST(? AS integer),
                   CAST(? AS bigint), CAST(? AS varchar)
             WHERE set_config('synchronous_commit', 'off', true) = 'off'
            """;

    /** It stands in the security chain, not also before it. */
    @Bean
    FilterRegistrationBean<Doorkeeper> notOutsideTheChain(Doorkeeper doorkeeper) {
        FilterRegistrationBean<Doorkeeper> registration = new FilterRegistrationBean<>(doorkeeper);
        registration.setEnabled(false);
        return registration;
    }

    /** So does this. */
    @Bean
    FilterRegistrationBean<Checkpoint> notOutsideTheChainEither(Checkpoint checkpoint) {
        FilterRegistrationBean<Checkpoint> registration = new FilterRegistrationBean<>(checkpoint);
        registration.setEnabled(false);
        return registration;
    }

    @Bean
    @ConditionalOnWebApplication
    CookieHttpSessionIdResolver cookie(CookieSerializer serializer) {
        CookieHttpSessionIdResolver cookie = new CookieHttpSessionIdResolver();
        cookie.setCookieSerializer(serializer);
        return cookie;
    }

    @Bean
    @ConditionalOnWebApplication
    @Primary
    SessionCookie sessionCookie(CookieHttpSessionIdResolver cookie) {
        return new SessionCookie(cookie);
    }

    /** Reading a session is one statement and needs no transaction of its own; writing one does. */
    @Bean(name = "springSessionTransactionOperations", defaultCandidate = false)
    TransactionOperations sessionTransactions(PlatformTransactionManager transactions) {
        TransactionTemplate writing = new TransactionTemplate(transactions);
        writing.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return new TransactionOperations() {
            @Override
            public <T extends @Nullable Object> T execute(TransactionCallback<T> reading) {
                return TransactionOperations.withoutTransaction().execute(reading);
            }

            @Override
            public void executeWithoutResult(Consumer<TransactionStatus> change) {
                writing.executeWithoutResult(change);
            }
        };
    }

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> sessionsThatDoNotWaitForTheDisk() {
        return repository -> {
            repository.setCreateSessionQuery(BEGUN);
            repository.setUpdateSessionQuery(USED);
        };
    }
}
