package org.hoshimori.frame;

import java.util.List;
import java.util.stream.Collectors;
import org.hoshimori.core.identity.Checkpoint;
import org.hoshimori.core.identity.Doorkeeper;
import org.hoshimori.core.identity.IdleTime;
import org.hoshimori.core.identity.Origin;
import org.hoshimori.core.identity.SideDoor;
import org.hoshimori.core.identity.SideEntrance;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.logout.HeaderWriterLogoutHandler;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter.Directive;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.util.matcher.RegexRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Who gets through to a page at all; what one may do there, each handler says itself. */
@Configuration
@ConditionalOnWebApplication
@EnableMethodSecurity
class SecurityChain {

    private static final String POLICY =
            "default-src 'none'; object-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self';"
                    + " connect-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

    /** Folders of what is served as it is: unpacked, they would be listed. */
    private static final RequestMatcher FOLDER = RegexRequestMatcher.regexMatcher("/(frame|webjars)/(.*/)?");

    /** Each filter of the chain measured by itself is more than anybody reads, and costs every page. */
    @Bean
    SecurityObservationSettings unmeasuredFilters() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    FormTokens formTokens(
            @Value("${server.servlet.session.cookie.name}") String sessionCookie,
            @Value("${server.servlet.session.cookie.secure:false}") boolean encrypted) {
        return new FormTokens(sessionCookie, encrypted);
    }

    @Bean
    SecurityFilterChain pages(
            HttpSecurity http,
            IdleTime idle,
            Checkpoint checkpoint,
            Doorkeeper doorkeeper,
            SideEntrance entrance,
            List<SideDoor> others,
            MessageSource messages,
            FormTokens tokens)
            throws Exception {
        http.csrf(csrf -> csrf.csrfTokenRepository(tokens));
        http.authorizeHttpRequests(requests -> requests.requestMatchers(FOLDER)
                .denyAll()
                .requestMatchers(
                        "/log-in",
                        "/log-in/**",
                        "/first-start",
                        "/invitation",
                        "/forgotten",
                        "/frame/**",
                        "/webjars/**",
                        "/health",
                        "/error",
                        "/favicon.ico",
                        "/duties/feed/*")
                .permitAll()
                .anyRequest()
                .authenticated());
        http.formLogin(form -> form.loginPage("/log-in")
                .usernameParameter("mail")
                .passwordParameter("password")
                .authenticationDetailsSource(Origin::of)
                .failureHandler(new LogInFailures(messages))
                .successHandler(idle));
        http.addFilterBefore(doorkeeper, AuthorizationFilter.class);
        http.addFilterBefore(checkpoint, CsrfFilter.class);
        http.addFilterBefore(new FilesAtTheDoor(messages), CsrfFilter.class);
        http.addFilterBefore(new FormsAtTheDoor(messages), CsrfFilter.class);
        http.exceptionHandling(e -> e.accessDeniedHandler(new Refusals()));
        http.logout(out -> out.logoutUrl("/log-out")
                .logoutSuccessUrl("/log-in?out")
                .addLogoutHandler(new LeavingEverywhere(entrance))
                .addLogoutHandler(new HeaderWriterLogoutHandler(new ClearSiteDataHeaderWriter(Directive.STORAGE))));
        others.forEach(other -> other.into(http));
        String targets = others.stream()
                .flatMap(other -> other.formTargets().stream())
                .map(target -> " " + target)
                .collect(Collectors.joining());
        http.headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY + targets))
                .referrerPolicy(Customizer.withDefaults())
                .crossOriginOpenerPolicy(p -> p.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(p -> p.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(p -> p.policy("camera=(), microphone=(), geolocation=()")));
        return http.build();
    }

    /** The database holds no NUL in a text, so it comes no further than the door. */
    @Bean
    StrictHttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        // A parameter without a value (?wrong) may come as none at all.
        firewall.setAllowedParameterValues(value -> value == null || value.indexOf('\0') < 0);
        return firewall;
    }
}
