package org.hoshimori.logarchive;

import java.util.Locale;

/** Protocols above IP, by number or name. */
final class Protocols {

    private Protocols() {}

    /** Its name in small letters; a number that has no common name stays one. */
    static String name(String text) {
        return switch (text.strip()) {
            case "1" -> "icmp";
            case "2" -> "igmp";
            case "6" -> "tcp";
            case "17" -> "udp";
            case "41" -> "ipv6";
            case "47" -> "gre";
            case "50" -> "esp";
            case "51" -> "ah";
            case "58", "ICMP6", "ICMPv6", "IPv6-ICMP", "ipv6-icmp", "icmp6", "icmpv6" -> "ipv6-icmp";
            case "89" -> "ospf";
            case "112" -> "vrrp";
            case "132" -> "sctp";
            default -> text.strip().toLowerCase(Locale.ROOT);
        };
    }
}
