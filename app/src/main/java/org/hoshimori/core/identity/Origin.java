package org.hoshimori.core.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;

/**
 * Where somebody comes from.
 *
 * @param address of the network
 * @param agent what the browser says of itself, cut to {@value #LONGEST} characters
 */
public record Origin(String address, String agent) implements Serializable {

    static final Origin UNKNOWN = new Origin("", "");
    private static final int LONGEST = 200;

    /** Where a request comes from. */
    public static Origin of(HttpServletRequest request) {
        String agent = request.getHeader("User-Agent");
        String words = agent == null ? "" : agent.replaceAll("\\p{Cntrl}", " ");
        return new Origin(
                String.valueOf(request.getRemoteAddr()), words.substring(0, Math.min(LONGEST, words.length())));
    }
}
