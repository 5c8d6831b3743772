package org.hoshimori.core.hooks;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which addresses may be told: https to hosts of the public network. Where the administrator has named a host, it may stand inside,
 * and be told over http. Judged when a webhook is made and again before each delivery; names are looked up then, and every address
 * that a name has must do.
 *
 * @param allowed host names in lower case
 */
record Reachable(Set<String> allowed) {

    private static final int CARRIER = 100;
    private static final int BENCHMARK = 198;

    /** Keeps its own copy. */
    Reachable {
        allowed = Set.copyOf(allowed);
    }

    /** What somebody has typed, if it can be an address at all. */
    static Optional<URI> read(String text) {
        try {
            URI address = new URI(text.strip());
            boolean whole = address.getHost() != null
                    && address.getUserInfo() == null
                    && address.getFragment() == null
                    && Set.of("http", "https").contains(scheme(address));
            return whole ? Optional.of(address) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Whether it may be told now. */
    boolean may(URI address) {
        String host = address.getHost().toLowerCase(Locale.ROOT);
        if (allowed.contains(host)) {
            return true;
        }
        if (!scheme(address).equals("https")) {
            return false;
        }
        try {
            return Arrays.stream(InetAddress.getAllByName(host)).allMatch(Reachable::outside);
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static String scheme(URI address) {
        return String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    }

    /** Whether an address belongs to the public network. */
    static boolean outside(InetAddress address) {
        if (address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        return switch (address) {
            case Inet4Address _ ->
                first != 0
                        && first < 240
                        && !(first == CARRIER && second >= 64 && second < 128)
                        && !(first == 192 && second == 0)
                        && !(first == BENCHMARK && (second == 18 || second == 19));
            // Unique local, and what leads back to addresses of version 4.
            case Inet6Address v6 ->
                (first & 0xfe) != 0xfc
                        && !v6.isIPv4CompatibleAddress()
                        && !(first == 0x20 && second == 0x02)
                        && !(first == 0x00 && second == 0x64)
                        && !(first == 0x20 && second == 0x01 && bytes[2] == 0 && bytes[3] == 0);
            default -> false;
        };
    }
}
