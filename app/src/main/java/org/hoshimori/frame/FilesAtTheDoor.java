package org.hoshimori.frame;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes no files from strangers. Whoever looks for the token of a form has all of a body with files read and kept first, whoever
 * sent it; so those of people who are not logged in are refused before.
 */
final class FilesAtTheDoor extends OncePerRequestFilter {

    private final MessageSource messages;

    FilesAtTheDoor(MessageSource messages) {
        this.messages = messages;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String type = request.getContentType();
        if (type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/") && stranger()) {
            Remainder.refuse(request, response, HttpStatus.FORBIDDEN, messages);
            return;
        }
        chain.doFilter(request, response);
    }

    /** Whether nobody is logged in where this request comes from. */
    static boolean stranger() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who == null || !who.isAuthenticated() || who instanceof AnonymousAuthenticationToken;
    }
}
