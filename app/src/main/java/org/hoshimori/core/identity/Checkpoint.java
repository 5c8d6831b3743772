package org.hoshimori.core.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.hoshimori.core.organization.PersonId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;

/** Sees which terminal a request comes from, and stops who may not come from there ({@code acc-7}). */
@Component
public class Checkpoint extends OncePerRequestFilter {

    private static final RequestMatcher STILL = new OrRequestMatcher(Stream.of("/frame/**", "/webjars/**", "/health")
            .<RequestMatcher>map(PathPatternRequestMatcher::pathPattern)
            .toList());

    private final Terminals terminals;
    private final RulesNow rules;
    private final LogInHistory history;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    Checkpoint(
            Terminals terminals,
            RulesNow rules,
            LogInHistory history,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.terminals = terminals;
        this.rules = rules;
        this.history = history;
        this.events = events;
        this.transaction = transaction;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return STILL.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        seen(request);
        chain.doFilter(request, response);
    }

    /** Why this person, whatever proof of who it is was given, may not come from the terminal of this request. */
    public Optional<Terminal.Why> stops(PersonId person, HttpServletRequest request) {
        return stops(rules.of(person), request);
    }

    Optional<Terminal.Why> stops(AccountRule rule, HttpServletRequest request) {
        if (!rule.terminal() || terminals.atHome(request)) {
            return Optional.empty();
        }
        return switch (seen(request)) {
            case Terminal.Known known -> Optional.empty();
            case Terminal.Unknown(Terminal.Why why) -> Optional.of(why);
        };
    }

    /** Notes that somebody was stopped who had given what he or she logs in with. */
    void note(PersonId person, Terminal.Why why, Origin origin) {
        transaction.executeWithoutResult(t -> {
            events.publishEvent(new AccountEvent.TerminalRefused(Turnstile.DOOR, person, origin.address(), why));
            history.note(person, Door.TERMINAL, false, origin);
        });
    }

    private Terminal seen(HttpServletRequest request) {
        if (request.getAttribute(Origin.TERMINAL) instanceof Terminal before) {
            return before;
        }
        Terminal terminal = terminals.of(request);
        request.setAttribute(Origin.TERMINAL, terminal);
        return terminal;
    }
}
