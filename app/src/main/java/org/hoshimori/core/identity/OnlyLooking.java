package org.hoshimori.core.identity;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What holds for auditors: they see and do not touch, and what they see is on record before they see it. */
@Component
class OnlyLooking {

    private static final Set<String> LOOKS = Set.of("GET", "HEAD");
    /** One's own log-in may be changed: password, second factor, sessions. */
    private static final RequestMatcher OWN = new OrRequestMatcher(Stream.of("/account/**", "/second-factor/**")
            .<RequestMatcher>map(PathPatternRequestMatcher::pathPattern)
            .toList());

    /** Takes long and changes nothing, which is all that makes it a form. */
    private static final RequestMatcher VERIFIES =
            PathPatternRequestMatcher.pathPattern(HttpMethod.POST, "/record/verify");

    private static final Pattern SECRET = Pattern.compile("(?i)(key|token|code|password|secret|_csrf)=.*");
    private static final int LONGEST = 500;

    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    OnlyLooking(ApplicationEventPublisher events, TransactionTemplate transaction) {
        this.events = events;
        this.transaction = transaction;
    }

    boolean refuses(HttpServletRequest request) {
        return !looks(request) && !OWN.matches(request);
    }

    private static boolean looks(HttpServletRequest request) {
        return LOOKS.contains(request.getMethod()) || VERIFIES.matches(request);
    }

    /** Records that an auditor asks for this page; a page that can't be recorded is not shown. */
    void record(SignedIn who, HttpServletRequest request) {
        if (request.getDispatcherType() == DispatcherType.REQUEST && looks(request)) {
            String path = path(request);
            transaction.executeWithoutResult(
                    t -> events.publishEvent(new AccountEvent.AccountLooked(who.actor(), who.id(), path)));
        }
    }

    private static String path(HttpServletRequest request) {
        String query = request.getQueryString();
        String open = query == null
                ? ""
                : Arrays.stream(query.split("&"))
                        .filter(p -> !SECRET.matcher(p).matches())
                        .collect(Collectors.joining("&"));
        String path = request.getRequestURI() + (open.isEmpty() ? "" : "?" + open);
        return path.substring(0, Math.min(LONGEST, path.length()));
    }
}
