package org.hoshimori.logarchive;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Addresses of both versions as 16 bytes in hexadecimal, so that a network is a range of texts; IPv4 as IPv6 maps it. */
final class IpKey {

    private static final String MAPPED = "00000000000000000000ffff";

    private IpKey() {}

    /** Null if the text is no address. */
    static @Nullable String of(String text) {
        String address = text.strip();
        if (address.indexOf(':') < 0) {
            String four = four(address);
            return four == null ? null : MAPPED + four;
        }
        return six(address);
    }

    private static @Nullable String four(String text) {
        StringBuilder key = new StringBuilder(8);
        int value = -1;
        int parts = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : '.';
            if (c == '.') {
                if (value < 0 || value > 255) {
                    return null;
                }
                key.append(Character.forDigit(value >> 4, 16)).append(Character.forDigit(value & 15, 16));
                parts++;
                value = -1;
            } else if (c >= '0' && c <= '9' && value < 1000) {
                value = Math.max(value, 0) * 10 + c - '0';
            } else {
                return null;
            }
        }
        return parts == 4 ? key.toString() : null;
    }

    private static @Nullable String six(String text) {
        String address = text.toLowerCase(Locale.ROOT);
        int zone = address.indexOf('%');
        if (zone >= 0) {
            address = address.substring(0, zone);
        }
        int point = address.indexOf('.');
        if (point >= 0) {
            int colon = address.lastIndexOf(':');
            String tail = four(address.substring(colon + 1));
            if (tail == null) {
                return null;
            }
            address = address.substring(0, colon + 1) + tail.substring(0, 4) + ":" + tail.substring(4);
        }
        int gap = address.indexOf("::");
        String[] before = Escapes.parts(gap < 0 ? address : address.substring(0, gap), ':');
        String[] after = gap < 0 ? new String[0] : Escapes.parts(address.substring(gap + 2), ':');
        int known = count(before) + count(after);
        if (known > 8 || (gap < 0 && known != 8)) {
            return null;
        }
        StringBuilder key = new StringBuilder(32);
        if (!groups(before, key)) {
            return null;
        }
        key.append("0000".repeat(8 - known));
        return groups(after, key) && key.length() == 32 ? key.toString() : null;
    }

    private static int count(String[] groups) {
        return groups.length == 1 && groups[0].isEmpty() ? 0 : groups.length;
    }

    private static boolean groups(String[] groups, StringBuilder key) {
        if (count(groups) == 0) {
            return true;
        }
        for (String group : groups) {
            if (group.isEmpty() || group.length() > 4 || !group.chars().allMatch(c -> Character.digit(c, 16) >= 0)) {
                return false;
            }
            key.append("0".repeat(4 - group.length())).append(group);
        }
        return true;
    }

    /** Addresses from the first to the last key. */
    record Range(String first, String last, int bits) {
        boolean holds(String key) {
            return first.compareTo(key) <= 0 && key.compareTo(last) <= 0;
        }
    }

    /** {@code 192.0.2.0/24}, or one address; null if it is neither. */
    static @Nullable Range range(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        String key = of(address);
        if (key == null) {
            return null;
        }
        int most = address.indexOf(':') < 0 ? 32 : 128;
        long given = slash < 0 ? most : Fields.number(text.substring(slash + 1).strip());
        if (given < 0 || given > most) {
            return null;
        }
        int bits = (int) given + 128 - most;
        StringBuilder first = new StringBuilder(32);
        StringBuilder last = new StringBuilder(32);
        for (int i = 0; i < 32; i++) {
            int mask = Math.clamp(bits - i * 4L, 0, 4);
            int digit = Character.digit(key.charAt(i), 16);
            int keep = (0xF << (4 - mask)) & 0xF;
            first.append(Character.forDigit(digit & keep, 16));
            last.append(Character.forDigit((digit & keep) | (~keep & 0xF), 16));
        }
        return new Range(first.toString(), last.toString(), bits);
    }
}
