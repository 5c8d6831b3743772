package org.hoshimori.logarchive;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The messages that make up nearly all of a firewall's log – connections built and torn down, packets denied – read by hand: what
 * {@link CiscoAsa}'s patterns read, several times as fast. Whatever is not exactly of this form is left to them.
 */
final class AsaConnection {

    private final String text;
    private int at;

    private AsaConnection(String text) {
        this.text = text;
    }

    /** One end of a connection. */
    private record End(String zone, String ip, long port, String nat, String user) {}

    /** Puts the message's values into the row; false, and nothing is put, if it is none of these. */
    static boolean read(String text, Rows row) {
        boolean built = text.startsWith("Built ");
        if (built || text.startsWith("Teardown ")) {
            return new AsaConnection(text).connection(built ? "Built" : "Teardown", row);
        }
        return text.startsWith("Deny ") && new AsaConnection(text).denial(row);
    }

    private boolean connection(String verb, Rows row) {
        at = verb.length() + 1;
        String direction = taken("inbound ") ? "inbound" : taken("outbound ") ? "outbound" : "";
        String protocol = taken("TCP ") ? "tcp" : taken("UDP ") ? "udp" : "";
        if (protocol.isEmpty() || !taken("connection ")) {
            return false;
        }
        String id = digits();
        if (id.isEmpty() || !taken(" for ")) {
            return false;
        }
        End from = end();
        if (from == null || !taken(" to ")) {
            return false;
        }
        End to = end();
        if (to == null || !ended()) {
            return false;
        }
        row.put(Column.CLASS_UID, 4001);
        row.put(Column.ACTION_ID, 1);
        row.put(Column.ACTIVITY_ID, verb.equals("Built") ? 1 : 2);
        row.put(Column.CONNECTION_INFO_PROTOCOL_NAME, protocol);
        put(row, from, "nat_a", Column.SRC_ENDPOINT_ZONE, Column.SRC_ENDPOINT_IP, Column.SRC_ENDPOINT_PORT);
        put(row, to, "nat_b", Column.DST_ENDPOINT_ZONE, Column.DST_ENDPOINT_IP, Column.DST_ENDPOINT_PORT);
        row.put(Column.CONNECTION_INFO_UID, id);
        if (!direction.isEmpty()) {
            row.put(
                    Column.CONNECTION_INFO_DIRECTION_ID,
                    direction.equals("inbound") ? Conversion.INBOUND : Conversion.OUTBOUND);
        }
        row.put(Column.STATUS_CODE, verb);
        CiscoAsa.rest(text.substring(at), row);
        return true;
    }

    private boolean denial(Rows row) {
        at = 5;
        String protocol = taken("tcp ") ? "tcp" : taken("udp ") ? "udp" : "";
        if (protocol.isEmpty() || !taken("src ")) {
            return false;
        }
        End from = end();
        if (from == null || !taken(" dst ")) {
            return false;
        }
        End to = end();
        if (to == null || !ended()) {
            return false;
        }
        row.put(Column.CLASS_UID, 4001);
        row.put(Column.ACTION_ID, 2);
        row.put(Column.ACTIVITY_ID, 5);
        row.put(Column.CONNECTION_INFO_PROTOCOL_NAME, protocol);
        put(row, from, "nat_a", Column.SRC_ENDPOINT_ZONE, Column.SRC_ENDPOINT_IP, Column.SRC_ENDPOINT_PORT);
        put(row, to, "nat_b", Column.DST_ENDPOINT_ZONE, Column.DST_ENDPOINT_IP, Column.DST_ENDPOINT_PORT);
        row.put(Column.STATUS_CODE, "Deny");
        CiscoAsa.rest(text.substring(at), row);
        return true;
    }

    private static void put(Rows row, End end, String nat, Column zone, Column ip, Column port) {
        row.put(ip, end.ip().toLowerCase(Locale.ROOT));
        row.put(zone, end.zone());
        row.put(port, end.port());
        if (!end.nat().isEmpty()) {
            row.unmapped(nat, end.nat());
        }
        if (!end.user().isEmpty()) {
            row.put(Column.ACTOR_USER_NAME, end.user());
        }
    }

    /** {@code outside:192.0.2.1/443}, with the address behind it and the user in brackets. */
    private @Nullable End end() {
        int colon = text.indexOf(':', at);
        if (colon <= at) {
            return null;
        }
        for (int i = at; i < colon; i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c == '/' || c == '(' || c == ')') {
                return null;
            }
        }
        String zone = text.substring(at, colon);
        int slash = address(colon + 1);
        if (slash == colon + 1 || slash >= text.length() || text.charAt(slash) != '/') {
            return null;
        }
        String ip = text.substring(colon + 1, slash);
        at = slash + 1;
        String port = digits();
        if (port.isEmpty() || port.length() > 9 || Long.parseLong(port) > 65_535) {
            return null;
        }
        String nat = "";
        String user = "";
        int open = text.startsWith(" (", at) ? at + 1 : at;
        if (open < text.length() && text.charAt(open) == '(') {
            int close = text.indexOf(')', open);
            if (close < 0 || !isAddressAndPort(open + 1, close)) {
                return null;
            }
            nat = text.substring(open + 1, close);
            at = close + 1;
            if (at < text.length() && text.charAt(at) == '(') {
                int last = text.indexOf(')', at);
                if (last < 0) {
                    return null;
                }
                user = text.substring(at + 1, last);
                at = last + 1;
            }
        }
        return new End(zone, ip, Long.parseLong(port), nat, user);
    }

    /** Where an address of IPv4 that begins here ends; IPv6 is left to the patterns. */
    private int address(int from) {
        int i = from;
        while (i < text.length() && ((text.charAt(i) >= '0' && text.charAt(i) <= '9') || text.charAt(i) == '.')) {
            i++;
        }
        return i > from && text.charAt(i - 1) != '.' ? i : from;
    }

    private boolean isAddressAndPort(int from, int to) {
        int slash = address(from);
        if (slash == from || slash + 1 >= to || text.charAt(slash) != '/') {
            return false;
        }
        for (int i = slash + 1; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private boolean taken(String word) {
        if (text.startsWith(word, at)) {
            at += word.length();
            return true;
        }
        return false;
    }

    private String digits() {
        int from = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return text.substring(from, at);
    }

    /** Whether a word ends here, and no bracket follows that the patterns would read. */
    private boolean ended() {
        return at == text.length()
                || (text.charAt(at) == ' ' && (at + 1 == text.length() || text.charAt(at + 1) != '('));
    }
}
