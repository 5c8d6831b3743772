package org.hoshimori.frame;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.hoshimori.core.identity.Crowded;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.DefaultRedirectStrategy;
import org.springframework.security.web.RedirectStrategy;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Leads back to the log-in, whatever was wrong, and keeps nothing of it; where too many ask at once, says so at once. */
final class LogInFailures implements AuthenticationFailureHandler {

    private static final String PAUSE_SECONDS = "10";

    private final RedirectStrategy away = new DefaultRedirectStrategy();
    private final MessageSource messages;

    LogInFailures(MessageSource messages) {
        this.messages = messages;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (failure instanceof Crowded) {
            response.setHeader(HttpHeaders.RETRY_AFTER, PAUSE_SECONDS);
            CurtRefusal.send(response, HttpStatus.TOO_MANY_REQUESTS, messages);
        } else {
            away.sendRedirect(request, response, "/log-in?wrong");
        }
    }
}
