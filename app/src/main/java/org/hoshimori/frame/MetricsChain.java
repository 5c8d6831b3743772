package org.hoshimori.frame;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;

/** {@code /metrics} has a door of its own: programs read it, which have no session. */
@Configuration
@ConditionalOnWebApplication
class MetricsChain {

    @Bean
    @Order(1)
    SecurityFilterChain metrics(
            HttpSecurity http,
            @Value("${hoshimori.metrics-token:}") String token,
            @Value("${server.forward-headers-strategy:none}") String forwarded)
            throws Exception {
        MetricsDoor door = new MetricsDoor(token, !forwarded.equals("none"));
        http.securityMatcher("/metrics")
                .authorizeHttpRequests(requests -> requests.anyRequest()
                        .access((_, context) -> new AuthorizationDecision(door.opens(context.getRequest()))))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .exceptionHandling(e -> e.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.FORBIDDEN)));
        return http.build();
    }
}
