package org.hoshimori.mail;

import java.util.Optional;

/** An IPv4 address in any way that browsers read: four parts or fewer, decimal, octal or hexadecimal. */
final class Ipv4 {

    private Ipv4() {}

    /** In dotted form; empty if it is a name. */
    static Optional<String> of(String host) {
        if (host.isEmpty() || host.length() > 60 || Character.digit(host.charAt(0), 10) < 0) {
            return Optional.empty();
        }
        String[] parts = host.split("\\.", -1);
        if (parts.length > 4) {
            return Optional.empty();
        }
        long address = 0;
        for (int i = 0; i < parts.length; i++) {
            long part = number(parts[i]);
            boolean last = i == parts.length - 1;
            long most = last ? (1L << (8 * (5 - parts.length))) - 1 : 255;
            if (part < 0 || part > most) {
                return Optional.empty();
            }
            address = (address << (last ? 8 * (5 - parts.length) : 8)) | part;
        }
        return Optional.of(
                (address >> 24) + "." + ((address >> 16) & 255) + "." + ((address >> 8) & 255) + "." + (address & 255));
    }

    private static long number(String part) {
        try {
            return part.startsWith("0x")
                    ? Long.parseLong(part.substring(2), 16)
                    : part.length() > 1 && part.startsWith("0") ? Long.parseLong(part, 8) : Long.parseLong(part);
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
