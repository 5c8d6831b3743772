package org.hoshimori.core.identity;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.hoshimori.catalog.Span;
import org.hoshimori.catalog.parameters.AccParameters;
import org.hoshimori.core.regulation.RegulationInForce;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/** Ends a session that nobody uses after the time that the regulation sets ({@code acc-8}). */
@Component
public class IdleTime extends SavedRequestAwareAuthenticationSuccessHandler {

    private final RegulationInForce inForce;

    IdleTime(RegulationInForce inForce) {
        this.inForce = inForce;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws ServletException, IOException {
        applyTo(request);
        super.onAuthenticationSuccess(request, response, authentication);
    }

    void applyTo(HttpServletRequest request) {
        Optional<Span> idle = inForce.now().value(AccParameters.TIMEOUT);
        HttpSession session = request.getSession(false);
        if (idle.isPresent() && session != null) {
            session.setMaxInactiveInterval(Math.toIntExact(idle.get().approximateSeconds()));
        }
    }
}
