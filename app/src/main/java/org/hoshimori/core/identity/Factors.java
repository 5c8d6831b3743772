package org.hoshimori.core.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** What a session holds of how somebody logged in: factors, and nothing else. What he or she may do is read at every request. */
final class Factors {

    /** The code of an authenticator app or a recovery code. */
    static final String TOTP = "FACTOR_TOTP";

    private static final HttpSessionSecurityContextRepository SESSION = new HttpSessionSecurityContextRepository();

    private Factors() {}

    /** Somebody whose password was right. */
    static Authentication byPassword(SignedIn who) {
        return UsernamePasswordAuthenticationToken.authenticated(
                who, null, List.of(FactorGrantedAuthority.fromAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY)));
    }

    /** Whether somebody came in by our own door with this factor. */
    static boolean has(Authentication authentication, String factor) {
        return authentication.getAuthorities().stream()
                .anyMatch(a -> a instanceof FactorGrantedAuthority && factor.equals(a.getAuthority()));
    }

    /** The same person, who may do this at this request. */
    static Authentication with(SignedIn who, Authentication authentication, List<? extends GrantedAuthority> more) {
        List<GrantedAuthority> authorities = new ArrayList<>(authentication.getAuthorities());
        authorities.addAll(more);
        var token = UsernamePasswordAuthenticationToken.authenticated(who, null, authorities);
        token.setDetails(authentication.getDetails());
        return token;
    }

    /** Notes in the session, which gets a new id, that the second factor was given. */
    static void giveSecond(HttpServletRequest request, HttpServletResponse response, SignedIn who, Origin origin) {
        request.changeSessionId();
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        var both = UsernamePasswordAuthenticationToken.authenticated(
                who,
                null,
                List.of(
                        FactorGrantedAuthority.fromAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY),
                        FactorGrantedAuthority.fromAuthority(TOTP)));
        both.setDetails(origin);
        context.setAuthentication(both);
        SESSION.saveContext(context, request, response);
    }
}
