package org.hoshimori.core.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hoshimori.core.grants.Permission;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Looks at everybody who comes in by our own door, at every request: what is still missing – second factor, new password – is
 * asked for first, and what he or she may do is read anew, so that what was withdrawn is gone at once. Whoever has left is shown
 * out, and auditors only look.
 */
@Component
public class Doorkeeper extends OncePerRequestFilter {

    /** Bears the step that is still missing, where one is. */
    public static final String MISSING = Doorkeeper.class.getName();

    private static final RequestMatcher OPEN = new OrRequestMatcher(
            Stream.of("/frame/**", "/webjars/**", "/health", "/favicon.ico", "/error", "/log-in", "/log-in/**")
                    .<RequestMatcher>map(PathPatternRequestMatcher::pathPattern)
                    .toList());

    private static final Duration LONGEST = Duration.ofHours(12);

    /** Nowhere that somebody wants to go on to afterwards. */
    private static final RequestMatcher OF_STEPS = PathPatternRequestMatcher.pathPattern("/second-factor/**");

    private final Holders holders;
    private final LogInSteps steps;
    private final Permissions permissions;
    private final RulesNow rules;
    private final OnlyLooking looking;
    private final Checkpoint checkpoint;
    private final Clock clock;
    private final RequestCache asked = new HttpSessionRequestCache();

    Doorkeeper(
            Holders holders,
            LogInSteps steps,
            Permissions permissions,
            RulesNow rules,
            OnlyLooking looking,
            Checkpoint checkpoint,
            Clock clock) {
        this.holders = holders;
        this.steps = steps;
        this.permissions = permissions;
        this.rules = rules;
        this.looking = looking;
        this.checkpoint = checkpoint;
        this.clock = clock;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return OPEN.matches(request);
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication found = SecurityContextHolder.getContext().getAuthentication();
        if (found == null || !(found.getPrincipal() instanceof SignedIn who) || !Factors.first(found)) {
            chain.doFilter(request, response);
            return;
        }
        Optional<Holder> holder = holders.find(who.id()).filter(h -> h.hereOn(LocalDate.now(clock)));
        if (holder.isEmpty() || tooOld(request)) {
            request.getSession().invalidate();
            SecurityContextHolder.clearContext();
            send("/log-in?ended", request, response);
            return;
        }
        Set<Permission> permitted = permissions.of(holder.get());
        AccountRule rule = rules.of(!permitted.isEmpty());
        Optional<Terminal.Why> stopped = checkpoint.stops(rule, request);
        if (stopped.isPresent()) {
            checkpoint.note(who.id(), stopped.get(), Origin.of(request));
            request.getSession().invalidate();
            SecurityContextHolder.clearContext();
            send("/log-in?terminal=" + stopped.get().code(), request, response);
            return;
        }
        LogInSteps.Step step = steps.missing(who.id(), rule, found);
        if (step != LogInSteps.Step.NONE) {
            request.setAttribute(MISSING, step);
            if (PathPatternRequestMatcher.pathPattern(step.place()).matches(request)) {
                chain.doFilter(request, response);
            } else {
                send(step.place(), request, response);
            }
            return;
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(Factors.with(
                who,
                found,
                permitted.stream()
                        .map(p -> new SimpleGrantedAuthority(p.code()))
                        .toList()));
        SecurityContextHolder.setContext(context);
        if (holder.get().auditor()) {
            if (looking.refuses(request)) {
                response.setStatus(HttpStatus.FORBIDDEN.value());
                request.getRequestDispatcher("/account/read-only").forward(request, response);
                return;
            }
            looking.record(who, request);
        }
        chain.doFilter(request, response);
    }

    /** However busy: after half a day everybody logs in anew (NIST SP 800-63B, AAL2). */
    private boolean tooOld(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getCreationTime() < clock.millis() - LONGEST.toMillis();
    }

    private void send(String place, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", place);
            response.setStatus(HttpStatus.OK.value());
            return;
        }
        if (request.getMethod().equals("GET") && !OF_STEPS.matches(request)) {
            asked.saveRequest(request, response);
        }
        response.sendRedirect(place);
    }
}
