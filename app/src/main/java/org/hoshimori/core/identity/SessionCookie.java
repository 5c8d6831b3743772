package org.hoshimori.core.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.HttpSessionIdResolver;

/**
 * The session's cookie. After a session is written its filter asks once more which one the request named, and would read all of it
 * from the database again only to see that it is the same; here the second question costs nothing.
 */
final class SessionCookie implements HttpSessionIdResolver {

    private static final String ASKED = SessionCookie.class.getName();

    private final CookieHttpSessionIdResolver cookie;

    SessionCookie(CookieHttpSessionIdResolver cookie) {
        this.cookie = cookie;
    }

    /** None the second time; a page of errors, which the filter serves as another request, asks for the first time again. */
    @Override
    public List<String> resolveSessionIds(HttpServletRequest request) {
        if (request.equals(request.getAttribute(ASKED))) {
            return List.of();
        }
        request.setAttribute(ASKED, request);
        return cookie.resolveSessionIds(request);
    }

    @Override
    public void setSessionId(HttpServletRequest request, HttpServletResponse response, String sessionId) {
        if (!cookie.resolveSessionIds(request).contains(sessionId)) {
            cookie.setSessionId(request, response, sessionId);
        }
    }

    @Override
    public void expireSession(HttpServletRequest request, HttpServletResponse response) {
        cookie.expireSession(request, response);
    }
}
