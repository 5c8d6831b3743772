package org.hoshimori.logarchive;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.hoshimori.logarchive.IpKey.Range;
import org.jspecify.annotations.Nullable;

/** To which registered network an address belongs: the narrowest that holds it. */
final class Networks {

    private static final List<Range> PRIVATE = Stream.of(
                    "10.0.0.0/8",
                    "172.16.0.0/12",
                    "192.168.0.0/16",
                    "169.254.0.0/16",
                    "127.0.0.0/8",
                    "100.64.0.0/10",
                    "fc00::/7",
                    "fe80::/10",
                    "::1")
            .map(IpKey::range)
            .map(Objects::requireNonNull)
            .toList();
    private static final List<Range> NOBODY = Stream.of("224.0.0.0/4", "255.255.255.255", "0.0.0.0/8", "ff00::/8", "::")
            .map(IpKey::range)
            .map(Objects::requireNonNull)
            .toList();

    private final Cidrs<Map<String, String>> networks = new Cidrs<>();

    /** What is known of an address. */
    record Place(String network, String zone, boolean managed, boolean internal, boolean common) {}

    void add(String cidr, Map<String, String> values) {
        Range range = IpKey.range(cidr);
        if (range == null) {
            throw new ArchiveRefused("logs.register", "networks.csv", cidr);
        }
        networks.add(range, values);
    }

    @Nullable
    Place of(String ip) {
        String key = IpKey.of(ip);
        if (key == null) {
            return null;
        }
        boolean common = NOBODY.stream().anyMatch(r -> r.holds(key));
        Map<String, String> v = networks.of(key);
        if (v != null) {
            String zone = v.getOrDefault("zone", "");
            return new Place(
                    v.getOrDefault("name", ""),
                    zone,
                    !v.getOrDefault("managed", "yes").matches("(?i)no|false|0|いいえ|否"),
                    !zone.equals("internet"),
                    common);
        }
        return new Place("", "", false, PRIVATE.stream().anyMatch(r -> r.holds(key)), common);
    }
}
