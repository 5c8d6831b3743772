package org.hoshimori.core.tokens;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.hoshimori.core.api.Problems;
import org.hoshimori.core.api.Scoped;
import org.hoshimori.core.identity.Checkpoint;
import org.hoshimori.core.storage.Jobs;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * The API's own door: a token in every call, no session, no cookie, and so nothing that another site could have a browser send. Who
 * has logged in at a page may read by that; such a call goes through the door of the pages.
 */
@Configuration
@ConditionalOnWebApplication
class BearerChain {

    private static final SecurityContextRepository LOGGED_IN = new HttpSessionSecurityContextRepository();
    private static final Set<String> READS = Set.of("GET", "HEAD");
    private static final Duration NOW_AND_THEN = Duration.ofMinutes(10);
    private static final RequestMatcher API = new OrRequestMatcher(
            PathPatternRequestMatcher.pathPattern("/api/v1/**"), PathPatternRequestMatcher.pathPattern("/scim/v2/**"));

    @Bean
    @Order(3)
    SecurityFilterChain bearers(
            HttpSecurity http,
            ApiTokens tokens,
            ApiTokenTable table,
            CallCounts counts,
            List<Scoped> guarded,
            Checkpoint checkpoint,
            Problems problems,
            Clock clock)
            throws Exception {
        http.securityMatcher(request -> API.matches(request) && !readsLoggedIn(request))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .headers(headers ->
                        headers.contentSecurityPolicy(policy -> policy.policyDirectives("default-src 'none'")))
                .addFilterBefore(
                        new BearerFilter(tokens, table, counts, guarded, checkpoint, problems, clock),
                        AuthorizationFilter.class)
                .exceptionHandling(e -> e.accessDeniedHandler((request, response, _) ->
                        problems.send(HttpStatus.FORBIDDEN, "permission", request, response, "")));
        return http.build();
    }

    private static boolean readsLoggedIn(HttpServletRequest request) {
        if (!READS.contains(request.getMethod()) || request.getHeader(HttpHeaders.AUTHORIZATION) != null) {
            return false;
        }
        return request.getUserPrincipal() != null || LOGGED_IN.containsContext(request);
    }

    @Bean
    RecurringTask<Void> forgetApiCalls(CallCounts counts) {
        return Jobs.recurring("tokens.forget", Schedules.fixedDelay(NOW_AND_THEN), counts::forget);
    }
}
