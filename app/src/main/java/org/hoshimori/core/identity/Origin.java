package org.hoshimori.core.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;

/**
 * Where somebody comes from.
 *
 * @param address of the network
 * @param agent what the browser says of itself, cut to {@value #LONGEST} characters
 * @param terminal the number of the device, where it is one of ours; else empty
 */
public record Origin(String address, String agent, String terminal) implements Serializable {

    /** Where a request bears which terminal it comes from. */
    static final String TERMINAL = Origin.class.getName() + ".terminal";

    /** Of what came from nowhere that is known. */
    public static final Origin UNKNOWN = new Origin("", "");

    private static final int LONGEST = 200;

    /** Sessions of before terminals were told apart hold none. */
    public Origin {
        terminal = terminal == null ? "" : terminal;
    }

    /** From no terminal that is known. */
    public Origin(String address, String agent) {
        this(address, agent, "");
    }

    /** Where a request comes from. */
    public static Origin of(HttpServletRequest request) {
        String agent = request.getHeader("User-Agent");
        String words = agent == null ? "" : agent.replaceAll("\\p{Cntrl}", " ");
        return new Origin(
                String.valueOf(request.getRemoteAddr()),
                words.substring(0, Math.min(LONGEST, words.length())),
                request.getAttribute(TERMINAL) instanceof Terminal.Known(String number) ? number : "");
    }
}
