package org.hoshimori.core.tokens;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.hoshimori.core.api.Problems;
import org.hoshimori.core.api.Scoped;
import org.hoshimori.core.identity.Checkpoint;
import org.hoshimori.core.identity.SignedIn;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets in whoever shows a token that can be used, and counts. */
final class BearerFilter extends OncePerRequestFilter {

    static final String BEARER = "Bearer ";

    private final ApiTokens tokens;
    private final ApiTokenTable table;
    private final CallCounts counts;
    private final List<Scoped> guarded;
    private final Checkpoint checkpoint;
    private final Problems problems;
    private final Clock clock;

    BearerFilter(
            ApiTokens tokens,
            ApiTokenTable table,
            CallCounts counts,
            List<Scoped> guarded,
            Checkpoint checkpoint,
            Problems problems,
            Clock clock) {
        this.guarded = List.copyOf(guarded);
        this.tokens = tokens;
        this.table = table;
        this.counts = counts;
        this.checkpoint = checkpoint;
        this.problems = problems;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.startsWith(BEARER)) {
            unknown("token-needed", request, response);
            return;
        }
        Optional<ApiToken> found =
                tokens.opens(header.substring(BEARER.length()).strip());
        if (found.isEmpty()) {
            if (counts.allowsWrong(request.getRemoteAddr())) {
                unknown("token", request, response);
            } else {
                tooMany(request, response);
            }
            return;
        }
        ApiToken token = found.get();
        if (!counts.allows(token)) {
            tooMany(request, response);
            return;
        }
        if (token.kind() == ApiToken.Kind.PERSONAL
                && checkpoint.stops(token.person(), request).isPresent()) {
            problems.send(HttpStatus.FORBIDDEN, "terminal", request, response);
            return;
        }
        table.used(token.id(), clock.instant());
        SignedIn who = token.kind() == ApiToken.Kind.PERSONAL
                ? new SignedIn(token.person().value(), token.name(), "ja")
                : new SignedIn(token.id(), token.name(), "ja");
        BearerAuthentication bearer = new BearerAuthentication(token, who, tokens.permissions(token));
        Optional<String> missing = missing(bearer, request);
        if (missing.isPresent()) {
            problems.send(HttpStatus.FORBIDDEN, "scope", request, response, missing.get());
            return;
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(bearer);
        SecurityContextHolder.setContext(context);
        chain.doFilter(request, response);
    }

    /** The scope that is wanting for what is no resource; resources see to theirs themselves. */
    private Optional<String> missing(BearerAuthentication bearer, HttpServletRequest request) {
        boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        return guarded.stream()
                .filter(g -> g.covers(request.getRequestURI()))
                .filter(g -> reads ? !bearer.reads(g.scope()) : !bearer.writes(g.scope()))
                .map(g -> reads ? Scopes.read(g.scope()) : Scopes.write(g.scope()))
                .findFirst();
    }

    private void unknown(String code, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(
                HttpHeaders.WWW_AUTHENTICATE,
                code.equals("token") ? "Bearer error=\"invalid_token\"" : "Bearer realm=\"hoshimori\"");
        problems.send(HttpStatus.UNAUTHORIZED, code, request, response);
    }

    private void tooMany(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String pause = Long.toString(counts.pause());
        response.setHeader(HttpHeaders.RETRY_AFTER, pause);
        problems.send(HttpStatus.TOO_MANY_REQUESTS, "too-many", request, response, pause);
    }
}
