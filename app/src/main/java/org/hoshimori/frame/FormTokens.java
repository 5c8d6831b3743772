package org.hoshimori.frame;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.hoshimori.proof.Hash;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;

/**
 * The token that every form carries; none is kept here. That of whoever is logged in is a hash of the session's id, which it doesn't
 * tell and nobody guesses. A stranger's is in a cookie of its own, so that who only looks at the log-in leaves nothing in the
 * database; other sites can neither read that cookie nor, where it is named {@code __Host-}, set it.
 */
final class FormTokens implements CsrfTokenRepository {

    private static final String HEADER = "X-CSRF-TOKEN";
    private static final String FIELD = "_csrf";

    /** Before an id, so that its hash is none that is made of it for something else. */
    private static final String PURPOSE = "form ";

    private final SecurityContextRepository loggedIn = new HttpSessionSecurityContextRepository();
    private final CookieCsrfTokenRepository strangers = new CookieCsrfTokenRepository();

    /** Beside a session's cookie of this name, which goes over TLS only or not. */
    FormTokens(String sessionCookie, boolean encrypted) {
        strangers.setCookieName(sessionCookie + "-form");
        strangers.setHeaderName(HEADER);
        strangers.setParameterName(FIELD);
        strangers.setCookiePath("/");
        strangers.setCookieCustomizer(c -> c.httpOnly(true).secure(encrypted).sameSite("Lax"));
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        return ofSession(request).orElseGet(() -> strangers.generateToken(request));
    }

    /** Keeps a stranger's, or, where there is none, forgets it: somebody has logged in or out. */
    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        if (token == null || ofSession(request).isEmpty()) {
            strangers.saveToken(token, request, response);
        }
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        return ofSession(request).orElseGet(() -> strangers.loadToken(request));
    }

    private Optional<CsrfToken> ofSession(HttpServletRequest request) {
        if (!loggedIn.containsContext(request)) {
            return Optional.empty();
        }
        String id = request.getSession().getId();
        Hash hash = Hash.sha256((PURPOSE + id).getBytes(StandardCharsets.US_ASCII));
        return Optional.of(new DefaultCsrfToken(HEADER, FIELD, hash.hex()));
    }
}
