package org.hoshimori.frame;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;

/** Notes who was refused what in the log of the server: the account, the address without its query, nothing that was sent. */
final class Refusals implements AccessDeniedHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private final AccessDeniedHandler page = new AccessDeniedHandlerImpl();

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
            throws IOException, ServletException {
        Principal who = request.getUserPrincipal();
        LOG.warn(
                "refused: {} {} {} from {} ({})",
                who == null ? "nobody" : who.getName(),
                request.getMethod(),
                request.getRequestURI(),
                request.getRemoteAddr(),
                refused.getClass().getSimpleName());
        page.handle(request, response, refused);
    }
}
