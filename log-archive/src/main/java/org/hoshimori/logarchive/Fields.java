package org.hoshimori.logarchive;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What many formats write alike. */
final class Fields {

    private Fields() {}

    /** A whole number, -1 if it is none. */
    static long number(String text) {
        if (text.isEmpty() || text.length() > 18) {
            return -1;
        }
        long value = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    /** Whether a text is an address of IPv4 or IPv6 and not a name. */
    static boolean isAddress(String text) {
        if (text.isEmpty() || text.length() > 45) {
            return false;
        }
        boolean colon = text.indexOf(':') >= 0;
        int points = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            points += c == '.' ? 1 : 0;
            boolean fits = c == '.' || (c >= '0' && c <= '9') || (colon && (c == ':' || Character.digit(c, 16) >= 0));
            if (!fits) {
                return false;
            }
        }
        return colon || points == 3;
    }

    /** An address or a name, to where it belongs. */
    static void host(Rows row, String text, Column address, Column name) {
        if (isAddress(text)) {
            row.put(address, text.toLowerCase(Locale.ROOT));
        } else {
            row.put(name, text.toLowerCase(Locale.ROOT));
        }
    }

    static boolean text(Rows row, String text, Column to, Conversion conversion) {
        byte[] b = text.getBytes(StandardCharsets.UTF_8);
        return b.length == 0 || conversion.put(row, to, b, 0, b.length, NO_TIMES);
    }

    private static final Times NO_TIMES = new Times(java.time.ZoneOffset.UTC, java.time.Instant.EPOCH);

    /** A URL, its host in small letters, and its port if it names one or its scheme has one. */
    static void url(Rows row, String url, String method) {
        row.put(Column.HTTP_REQUEST_URL_URL_STRING, url);
        int scheme = url.indexOf("://");
        if (scheme < 0 && !method.equals("CONNECT")) {
            return;
        }
        int from = scheme < 0 ? 0 : scheme + 3;
        int to = from;
        while (to < url.length() && "/?#".indexOf(url.charAt(to)) < 0) {
            to++;
        }
        String authority = url.substring(from, to);
        authority = authority.substring(authority.lastIndexOf('@') + 1);
        int colon = authority.lastIndexOf(':');
        long port = colon < 0 || colon < authority.indexOf(']') ? -1 : number(authority.substring(colon + 1));
        String host = port < 0 ? authority : authority.substring(0, colon);
        if (host.startsWith("[") && host.endsWith("]")) {
            host = host.substring(1, host.length() - 1);
        }
        row.put(Column.HTTP_REQUEST_URL_HOSTNAME, host.toLowerCase(Locale.ROOT));
        long usual = url.startsWith("https:") ? 443 : url.startsWith("http:") ? 80 : url.startsWith("ftp:") ? 21 : -1;
        if (port >= 0 || usual >= 0) {
            row.put(Column.DST_ENDPOINT_PORT, port >= 0 && port <= 65_535 ? port : usual);
        }
    }
}
