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
 * further in it would fail wherever somebody asks first, the page of errors included, each time with all that was called. Of
 * strangers, who have little to say, a large form is not read at all.
 */
final class FormsAtTheDoor extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(FormsAtTheDoor.class);
    private static final long OF_STRANGERS = 64 * 1_024;

    private final MessageSource messages;

    FormsAtTheDoor(MessageSource messages) {
        this.messages = messages;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (readable(request)) {
            chain.doFilter(request, response);
        } else {
            LOG.warn("refused: a form that can't be read, from {}", request.getRemoteAddr());
            Remainder.refuse(request, response, HttpStatus.CONTENT_TOO_LARGE, messages);
        }
    }

    private static boolean readable(HttpServletRequest request) {
        String type = String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT);
        if (type.startsWith("multipart/")) {
            // Another door's.
            return true;
        }
        long length = request.getContentLengthLong();
        if (type.startsWith("application/x-www-form-urlencoded")
                && (length < 0 || length > OF_STRANGERS)
                && FilesAtTheDoor.stranger()) {
            return false;
        }
        try {
            request.getParameterMap();
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }
}
