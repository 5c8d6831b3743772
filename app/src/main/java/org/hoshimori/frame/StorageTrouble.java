package org.hoshimori.frame;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers where the disk is full or the database is not there: with what happened, that nothing was written, and what to do. Stands
 * before all others and needs no database itself, since sessions live there too.
 */
@Component
@ConditionalOnWebApplication
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class StorageTrouble extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(StorageTrouble.class);
    private static final int MOST_CAUSES = 20;
    private static final String RETRY_SECONDS = "10";

    private final MessageSource messages;

    StorageTrouble(MessageSource messages) {
        this.messages = messages;
    }

    /** What is wrong, and the status that says so (RFC 9110, RFC 4918). */
    enum Trouble {
        DISK_FULL(507),
        DATABASE_AWAY(503);

        private final int status;

        Trouble(int status) {
            this.status = status;
        }

        static Optional<Trouble> of(Throwable thrown) {
            return Stream.iterate(thrown, t -> t != null, Trouble::before)
                    .limit(MOST_CAUSES)
                    .flatMap(t -> one(t).stream())
                    .findFirst();
        }

        /** Where even taking back has failed, what had happened before that. */
        private static @Nullable Throwable before(Throwable thrown) {
            return thrown instanceof TransactionSystemException end && end.getApplicationException() != null
                    ? end.getApplicationException()
                    : thrown.getCause();
        }

        /** SQLSTATE 53100 is a full disk; 08 is no connection; 57P01 to 57P03 a server that stops, has crashed or only starts. */
        private static Optional<Trouble> one(Throwable thrown) {
            String state = thrown instanceof SQLException sql && sql.getSQLState() != null ? sql.getSQLState() : "";
            String said = thrown instanceof IOException && thrown.getMessage() != null ? thrown.getMessage() : "";
            return state.equals("53100") || said.contains("No space left on device")
                    ? Optional.of(DISK_FULL)
                    : state.startsWith("08")
                                    || state.startsWith("57P0")
                                    || thrown instanceof CannotGetJdbcConnectionException
                            ? Optional.of(DATABASE_AWAY)
                            : Optional.empty();
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException e) {
            Optional<Trouble> trouble = Trouble.of(e);
            if (trouble.isEmpty() || response.isCommitted()) {
                throw e;
            }
            LOG.error("{} {}: {}", request.getMethod(), request.getRequestURI(), trouble.get(), e);
            answer(trouble.get(), request, response);
        }
    }

    private void answer(Trouble trouble, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.reset();
        response.setStatus(trouble.status);
        if (trouble == Trouble.DATABASE_AWAY) {
            response.setHeader("Retry-After", RETRY_SECONDS);
        }
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'self'");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        Locale locale = language(request);
        String title = messages.getMessage("error.title", null, locale);
        String words = messages.getMessage("error." + trouble.status, null, locale);
        if (request.getRequestURI().startsWith("/api/")) {
            response.setContentType("application/problem+json");
            response.getWriter().write("""
                    {"type":"about:blank","title":"%s","status":%d}
                    """.formatted(words, trouble.status));
        } else {
            response.setContentType("text/html");
            response.getWriter().write("""
                    <!DOCTYPE html>
                    <html lang="%s"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
                    <title>%s</title><link rel="stylesheet" href="/frame/tokens.css"><link rel="stylesheet" href="/frame/frame.css"></head>
                    <body><main id="main" class="alone"><h1>%s</h1><p>%s</p></main></body></html>
                    """.formatted(locale.getLanguage(), title, title, words));
        }
    }

    /** Japanese, unless somebody has chosen English. */
    private static Locale language(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies != null
                        && Stream.of(cookies)
                                .anyMatch(c -> c.getName().endsWith("lang")
                                        && c.getValue().startsWith("en"))
                ? Locale.ENGLISH
                : Locale.JAPANESE;
    }
}
