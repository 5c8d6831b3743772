package org.hoshimori.logarchive;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** ISC's dhcpd, and dnsmasq where it serves DHCP. The client is the source. */
final class Dhcpd implements MessageFormat {

    private static final Pattern ISC = Pattern.compile(
            "(?:DHCP|BOOT)(?<kind>[A-Z]+) (?:(?:on|for|of) (?<ip>[0-9a-fA-F.:]+) )?(?:\\((?<server>[0-9a-fA-F.:]+)\\) )?"
                    + "(?:(?:from|to) (?<mac>[0-9a-fA-F:]{11,})\\s?)?(?:\\((?<name>[^)]*)\\) ?)?(?:via (?<via>[^ :]+):?)?(?<rest>.*)");
    private static final Pattern DNSMASQ = Pattern.compile(
            "(?:(?<xid>\\d+) )?DHCP(?<kind>[A-Z]+)\\((?<via>[^)]+)\\)(?: (?<ip>[0-9a-fA-F.:]+(?=[ ]|$)))?(?: (?<mac>(?:[0-9a-fA-F]{2}:){5}[0-9a-fA-F]{2}))?(?: (?<name>\\S+))?(?<rest>.*)");
    private static final Pattern LEASE = Pattern.compile("lease-duration (\\d{1,15})");

    @Override
    public String name() {
        return "dhcpd";
    }

    @Override
    public Set<Column> columns() {
        return EnumSet.of(
                Column.CLASS_UID,
                Column.ACTIVITY_ID,
                Column.METADATA_EVENT_CODE,
                Column.SRC_ENDPOINT_IP,
                Column.SRC_ENDPOINT_MAC,
                Column.SRC_ENDPOINT_HOSTNAME,
                Column.SRC_ENDPOINT_INTERFACE_NAME,
                Column.DST_ENDPOINT_IP,
                Column.LEASE_DUR,
                Column.MESSAGE);
    }

    @Override
    public boolean claims(String message, String app) {
        return app.endsWith("dhcpd")
                || message.startsWith("DHCP")
                || message.startsWith("BOOTREQUEST")
                || (app.startsWith("dnsmasq-dhcp") && message.contains("DHCP"));
    }

    @Override
    public MessageReader reader(LogFormat.Setting setting) {
        return Dhcpd::read;
    }

    private static @Nullable Reason read(String message, Rows row) {
        Matcher m = DNSMASQ.matcher(message);
        if (!m.matches()) {
            m = ISC.matcher(message);
        }
        row.put(Column.MESSAGE, message);
        if (!m.matches() || (m.group("ip") == null && m.group("mac") == null)) {
            row.put(Column.CLASS_UID, 0); // what the server says of itself
            return null;
        }
        row.put(Column.CLASS_UID, 4004);
        row.put(Column.ACTIVITY_ID, Conversion.dhcpActivity(m.group("kind")));
        row.put(Column.METADATA_EVENT_CODE, m.group("kind"));
        if (m.group("ip") != null && Fields.isAddress(m.group("ip"))) {
            row.put(Column.SRC_ENDPOINT_IP, m.group("ip").toLowerCase(Locale.ROOT));
        }
        if (m.group("mac") != null) {
            row.put(Column.SRC_ENDPOINT_MAC, Conversion.mac(m.group("mac")));
        }
        if (m.group("name") != null) {
            row.put(Column.SRC_ENDPOINT_HOSTNAME, m.group("name").toLowerCase(Locale.ROOT));
        }
        if (m.group("via") != null) {
            row.put(Column.SRC_ENDPOINT_INTERFACE_NAME, m.group("via"));
        }
        if (m.namedGroups().containsKey("server") && m.group("server") != null) {
            row.put(Column.DST_ENDPOINT_IP, m.group("server"));
        }
        Matcher lease = LEASE.matcher(m.group("rest"));
        if (lease.find()) {
            row.put(Column.LEASE_DUR, Long.parseLong(lease.group(1)));
        }
        return null;
    }
}
