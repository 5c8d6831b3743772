package org.hoshimori.core.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** What a session holds of how somebody logged in: factors, and nothing else. What he or she may do is read at every request. */
public final class Factors {

    /** The code of an authenticator app or a recovery code. */
    static final String TOTP = "FACTOR_TOTP";
    /** The company's single sign-on, which says that it has asked for two factors itself. */
    static final String SIGN_ON_SECOND = "FACTOR_SIGN_ON_SECOND";

    /** By which one comes in. */
    private static final Set<String> FIRST = Set.of(
            FactorGrantedAuthority.PASSWORD_AUTHORITY,
            FactorGrantedAuthority.WEBAUTHN_AUTHORITY,
            FactorGrantedAuthority.AUTHORIZATION_CODE_AUTHORITY);
    /** What stands for a second: a passkey is possessed, and asks who holds it for a PIN or a finger. */
    private static final Set<String> SECOND = Set.of(TOTP, FactorGrantedAuthority.WEBAUTHN_AUTHORITY, SIGN_ON_SECOND);

    private static final Duration FRESH = Duration.ofMinutes(10);
    private static final HttpSessionSecurityContextRepository SESSION = new HttpSessionSecurityContextRepository();

    private Factors() {}

    /** Somebody whose password was right. */
    static Authentication byPassword(SignedIn who) {
        return UsernamePasswordAuthenticationToken.authenticated(
                who, null, List.of(FactorGrantedAuthority.fromAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY)));
    }

    /** Somebody who has come in by this door. */
    static Authentication by(Door door, boolean second, SignedIn who, Origin origin) {
        Stream<String> factors = switch (door) {
            case PASSWORD -> Stream.of(FactorGrantedAuthority.PASSWORD_AUTHORITY);
            case SECOND_FACTOR -> Stream.of(TOTP);
            case PASSKEY -> Stream.of(FactorGrantedAuthority.WEBAUTHN_AUTHORITY);
            case TERMINAL -> throw new IllegalArgumentException("a terminal is nobody");
            case SIGN_ON ->
                second
                        ? Stream.of(FactorGrantedAuthority.AUTHORIZATION_CODE_AUTHORITY, SIGN_ON_SECOND)
                        : Stream.of(FactorGrantedAuthority.AUTHORIZATION_CODE_AUTHORITY);
        };
        var token = UsernamePasswordAuthenticationToken.authenticated(
                who, null, factors.map(FactorGrantedAuthority::fromAuthority).toList());
        token.setDetails(origin);
        return token;
    }

    /** Whether somebody came in by a door of ours with this factor. */
    static boolean has(Authentication authentication, String factor) {
        return hasAny(authentication, Set.of(factor));
    }

    /** Whether somebody came in by a door of ours at all. */
    static boolean first(Authentication authentication) {
        return hasAny(authentication, FIRST);
    }

    /** Whether somebody has given what stands for a second factor. */
    static boolean second(Authentication authentication) {
        return hasAny(authentication, SECOND);
    }

    /** Whether somebody has given a factor not long before this instant. */
    static boolean freshAt(Authentication authentication, Instant now) {
        return authentication.getAuthorities().stream()
                .filter(FactorGrantedAuthority.class::isInstance)
                .map(FactorGrantedAuthority.class::cast)
                .anyMatch(f -> f.getIssuedAt().plus(FRESH).isAfter(now));
    }

    private static boolean hasAny(Authentication authentication, Set<String> factors) {
        return authentication.getAuthorities().stream()
                .anyMatch(a -> a instanceof FactorGrantedAuthority factor && factors.contains(factor.getAuthority()));
    }

    /** The same person, who may do this at this request. */
    static Authentication with(SignedIn who, Authentication authentication, List<? extends GrantedAuthority> more) {
        List<GrantedAuthority> authorities = new ArrayList<>(authentication.getAuthorities());
        authorities.addAll(more);
        var token = UsernamePasswordAuthenticationToken.authenticated(who, null, authorities);
        token.setDetails(authentication.getDetails());
        return token;
    }

    /** Notes in the session, which gets a new id, that the second factor was given besides the first. */
    public static void giveSecond(
            HttpServletRequest request, HttpServletResponse response, SignedIn who, Origin origin) {
        request.changeSessionId();
        Authentication found = SecurityContextHolder.getContext().getAuthentication();
        Stream<? extends GrantedAuthority> before = found == null
                ? Stream.empty()
                : found.getAuthorities().stream().filter(FactorGrantedAuthority.class::isInstance);
        var both = UsernamePasswordAuthenticationToken.authenticated(
                who,
                null,
                Stream.<GrantedAuthority>concat(before, Stream.of(FactorGrantedAuthority.fromAuthority(TOTP)))
                        .toList());
        both.setDetails(origin);
        keep(request, response, both);
    }

    /** Keeps in the session who it is. */
    static void keep(HttpServletRequest request, HttpServletResponse response, Authentication who) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(who);
        SESSION.saveContext(context, request, response);
    }
}
