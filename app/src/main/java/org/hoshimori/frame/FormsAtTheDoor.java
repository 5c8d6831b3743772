package org.hoshimori.frame;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads the fields of a form before anybody else asks for one. What is too large or holds too many is refused here in a line of the log;
 * further in it would fail wherever somebody asks first, the page of errors included, each time with all that was called.
 */
final class FormsAtTheDoor extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(FormsAtTheDoor.class);

    private final MessageSource messages;

    FormsAtTheDoor(MessageSource messages) {
        this.messages = messages;
    }

    /** Programs send bodies, and whoever calls them so, no forms. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/api/")
                || request.getRequestURI().startsWith("/scim/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (readable(request)) {
            chain.doFilter(request, response);
        } else {
            LOG.warn("refused: a form that can't be read, from {}", request.getRemoteAddr());
            CurtRefusal.send(response, HttpStatus.CONTENT_TOO_LARGE, messages);
        }
    }

    /** Bodies with files are another door's. */
    private static boolean readable(HttpServletRequest request) {
        String type = request.getContentType();
        if (type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
            return true;
        }
        try {
            request.getParameterMap();
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }
}
