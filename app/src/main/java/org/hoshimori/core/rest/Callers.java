package org.hoshimori.core.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.hoshimori.core.api.Caller;
import org.hoshimori.core.api.Problems;
import org.hoshimori.core.identity.SignedIn;
import org.hoshimori.core.tokens.BearerAuthentication;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Tells who calls, and refuses who may not: first what the token was made for, then what its holder may do. */
@Component
class Callers {

    private final Clock clock;

    Callers(Clock clock) {
        this.clock = clock;
    }

    /** Somebody who reads what a room serves. */
    Caller reads(String scope, Set<String> readers, HttpServletRequest request) {
        if (authentication() instanceof BearerAuthentication bearer && !bearer.reads(scope)) {
            throw Refused.of(HttpStatus.FORBIDDEN, "scope", scope + ":read");
        }
        return allowed(readers, request);
    }

    /** Somebody who changes what it serves: by a token only. */
    Caller writes(String scope, Set<String> doers, HttpServletRequest request) {
        if (!(authentication() instanceof BearerAuthentication bearer) || !bearer.writes(scope)) {
            throw Refused.of(HttpStatus.FORBIDDEN, "scope", scope + ":write");
        }
        return allowed(doers, request);
    }

    private Caller allowed(Set<String> any, HttpServletRequest request) {
        Caller caller = caller(request);
        if (!caller.mayAny(any)) {
            throw Refused.of(
                    HttpStatus.FORBIDDEN, "permission", any.stream().sorted().collect(Collectors.joining(", ")));
        }
        return caller;
    }

    private Caller caller(HttpServletRequest request) {
        Authentication found = authentication();
        if (!(found.getPrincipal() instanceof SignedIn who)) {
            throw Refused.of(HttpStatus.UNAUTHORIZED, "token-needed");
        }
        Locale locale =
                found instanceof BearerAuthentication ? Problems.language(request) : LocaleContextHolder.getLocale();
        LocaleContextHolder.setLocale(locale);
        return new Caller(
                who.person(),
                found instanceof BearerAuthentication b ? b.actor() : who.actor(),
                found.getAuthorities().stream()
                        .map(a -> String.valueOf(a.getAuthority()))
                        .collect(Collectors.toUnmodifiableSet()),
                locale,
                LocalDate.now(clock));
    }

    private static Authentication authentication() {
        Authentication found = SecurityContextHolder.getContext().getAuthentication();
        if (found == null) {
            throw Refused.of(HttpStatus.UNAUTHORIZED, "token-needed");
        }
        return found;
    }
}
