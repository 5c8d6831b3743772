package org.hoshimori.frame;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who may read {@code /metrics}: whoever shows the token, and a program on this very machine. What somebody else's request passed
 * through to get here is not this machine, however it looks: where a proxy stands before us, only the token counts.
 *
 * @param token empty where none is set
 */
record MetricsDoor(String token, boolean behindProxy) {

    private static final String BEARER = "Bearer ";

    boolean opens(HttpServletRequest request) {
        return shows(request.getHeader("Authorization")) || (!behindProxy && comesFromHere(request));
    }

    private boolean shows(@Nullable String header) {
        return !token.isEmpty()
                && header != null
                && header.startsWith(BEARER)
                && MessageDigest.isEqual(
                        header.substring(BEARER.length()).getBytes(StandardCharsets.UTF_8),
                        token.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean comesFromHere(HttpServletRequest request) {
        try {
            return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress()
                    && Stream.of("Forwarded", "X-Forwarded-For", "X-Real-IP", "Via")
                            .noneMatch(passed -> request.getHeader(passed) != null);
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
