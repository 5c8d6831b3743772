package org.hoshimori.logarchive;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The {@code filterlog} of pfSense and OPNsense: fields by place, which depend on the IP version and the protocol. */
final class PfSense implements MessageFormat {

    private static final String[] COMMON = {
        "rule", "subrule", "anchor", "tracker", "interface", "reason", "action", "direction", "ipversion"
    };
    private static final String[] V4 = {"tos", "ecn", "ttl", "id", "offset", "flags", "protonum", "proto", "length"};
    private static final String[] V6 = {"class", "flowlabel", "hoplimit", "proto", "protonum", "length"};
    private static final String[] TCP = {"tcpflags", "seq", "ack", "window", "urg", "options"};

    @Override
    public String name() {
        return "pfsense";
    }

    @Override
    public Set<Column> columns() {
        return EnumSet.of(
                Column.CLASS_UID,
                Column.ACTIVITY_ID,
                Column.ACTION_ID,
                Column.STATUS_CODE,
                Column.FIREWALL_RULE_NAME,
                Column.SRC_ENDPOINT_IP,
                Column.SRC_ENDPOINT_PORT,
                Column.SRC_ENDPOINT_INTERFACE_NAME,
                Column.DST_ENDPOINT_IP,
                Column.DST_ENDPOINT_PORT,
                Column.CONNECTION_INFO_PROTOCOL_NAME,
                Column.CONNECTION_INFO_DIRECTION_ID,
                Column.CONNECTION_INFO_FLAG_HISTORY,
                Column.TRAFFIC_BYTES);
    }

    @Override
    public boolean claims(String message, String app) {
        return (app.equals("filterlog") || message.startsWith("filterlog:")) && message.indexOf(',') > 0;
    }

    @Override
    public MessageReader reader(LogFormat.Setting setting) {
        return PfSense::read;
    }

    private static @Nullable Reason read(String message, Rows row) {
        String[] f = Escapes.parts(
                message.substring(message.startsWith("filterlog:") ? 10 : 0).strip(), ',');
        if (f.length < COMMON.length) {
            return Reason.MALFORMED;
        }
        boolean six = f[8].equals("6");
        String[] names = six ? V6 : V4;
        int addresses = COMMON.length + names.length;
        if (f.length < addresses + 2 || !(six || f[8].equals("4"))) {
            return Reason.MALFORMED;
        }
        row.put(Column.CLASS_UID, 4001);
        row.put(Column.FIREWALL_RULE_NAME, f[3].isEmpty() ? f[0] : f[3]);
        row.put(Column.SRC_ENDPOINT_INTERFACE_NAME, f[4]);
        row.put(Column.STATUS_CODE, f[6]);
        row.put(Column.ACTION_ID, Conversion.action(f[6]));
        row.put(Column.ACTIVITY_ID, f[6].equals("pass") ? 6 : 5);
        row.put(Column.CONNECTION_INFO_DIRECTION_ID, f[7].equals("in") ? Conversion.INBOUND : Conversion.OUTBOUND);
        for (int i : new int[] {0, 1, 2, 5, 8}) {
            keep(row, COMMON[i], f[i]);
        }
        String protocol = "";
        for (int i = 0; i < names.length; i++) {
            String value = f[COMMON.length + i];
            switch (names[i]) {
                case "proto" -> protocol = Protocols.name(value);
                case "length" -> {
                    if (!Fields.text(row, value, Column.TRAFFIC_BYTES, Conversion.NUMBER)) {
                        return Reason.BAD_VALUE;
                    }
                }
                default -> keep(row, names[i], value);
            }
        }
        row.put(Column.CONNECTION_INFO_PROTOCOL_NAME, protocol.toLowerCase(Locale.ROOT));
        if (!Fields.text(row, f[addresses], Column.SRC_ENDPOINT_IP, Conversion.ADDRESS)
                || !Fields.text(row, f[addresses + 1], Column.DST_ENDPOINT_IP, Conversion.ADDRESS)) {
            return Reason.BAD_VALUE;
        }
        return ports(row, f, addresses + 2, protocol);
    }

    private static @Nullable Reason ports(Rows row, String[] f, int from, String protocol) {
        int at = from;
        if (protocol.equals("tcp") || protocol.equals("udp")) {
            if (f.length < from + 3
                    || !Fields.text(row, f[from], Column.SRC_ENDPOINT_PORT, Conversion.NUMBER)
                    || !Fields.text(row, f[from + 1], Column.DST_ENDPOINT_PORT, Conversion.NUMBER)) {
                return Reason.BAD_VALUE;
            }
            keep(row, "datalen", f[from + 2]);
            at = from + 3;
        }
        if (protocol.equals("tcp") && at < f.length) {
            row.put(Column.CONNECTION_INFO_FLAG_HISTORY, f[at]);
            for (int i = 1; i < TCP.length && at + i < f.length; i++) {
                keep(row, TCP[i], f[at + i]);
            }
            at += TCP.length;
        }
        for (; at < f.length; at++) {
            keep(row, "field" + (at + 1), f[at]);
        }
        return null;
    }

    private static void keep(Rows row, String name, String value) {
        if (!value.isEmpty()) {
            row.unmapped(name, value);
        }
    }
}
