package org.hoshimori.logarchive;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Cisco's ASA, FTD, PIX and FWSM. Messages about connections are network activity; any other number is kept as a message. As the vendor
 * writes it, the first address is the source, except where it names a local address.
 */
final class CiscoAsa implements MessageFormat {

    private static final String END =
            "(?:(?<zone%1$s>[^\\s:/()]+):)?(?<ip%1$s>[0-9a-fA-F.:]*[0-9a-fA-F])(?:/(?<port%1$s>\\d+))?"
                    + "(?:\\s?\\((?!type)(?:(?<nat%1$s>[0-9a-fA-F.:]+/\\d+)|(?<user%1$s>[^)]*))\\))?(?:\\((?<more%1$s>[^)]*)\\))?";
    private static final Pattern TAG = Pattern.compile("%(?:ASA|FTD|PIX|FWSM)-(?:\\w+-)?([0-7])-(\\d{6})\\s?:\\s?");
    private static final Pattern LOCAL = Pattern.compile(
            "(?<verb>Built|Teardown)(?: (?<dir>inbound|outbound))? (?<proto>ICMP) connection(?: (?<id>\\d+))? for faddr "
                    + String.format(END, "b") + " gaddr (?<gaddr>\\S+) laddr " + String.format(END, "a")
                    + "(?<rest>.*)");
    private static final List<Pattern> KINDS = List.of(
            Pattern.compile(
                    "(?<verb>Built|Teardown)(?: (?<dir>inbound|outbound))? (?<proto>TCP|UDP|GRE|SCTP|[A-Za-z0-9-]+) connection (?<id>\\d+) (?:for|from) "
                            + String.format(END, "a") + " to " + String.format(END, "b") + "(?<rest>.*)"),
            LOCAL,
            Pattern.compile("(?<verb>Built|Teardown) (?:dynamic|static) (?<proto>\\w+) translation from "
                    + String.format(END, "a") + " to (?<rest>.*)"),
            Pattern.compile(
                    "(?<verb>Deny|Denied|Inbound TCP connection denied|access denied|Dropped) ?(?:inbound |outbound )?(?:protocol )?(?<proto>\\w+)?(?: \\([a-z ]+\\)| reverse path check)?"
                            + "(?: type=\\d+, (?:code=\\d+)?)? ?(?:from|src) (?:laddr )?" + String.format(END, "a")
                            + " (?:to|dst) " + String.format(END, "b")
                            + "(?<rest>.*)"),
            Pattern.compile(
                    "(?<proto>TCP|UDP|ICMP) (?:access|request) (?<verb>denied|discarded|permitted)(?: by ACL)? from "
                            + String.format(END, "a") + " to " + String.format(END, "b") + "(?<rest>.*)"),
            Pattern.compile(
                    "(?<verb>Failed|Bad TCP hdr length|Denied ICMP type=\\d+)[^:]*? (?:for (?<proto>TCP|UDP|ICMP) )?from (?:laddr )?"
                            + String.format(END, "a") + "(?:,? on interface \\S+)?(?: to " + String.format(END, "b")
                            + ")?(?<rest>.*)"),
            Pattern.compile("(?<verb>No matching connection) for ICMP error message: (?<proto>icmp) src "
                    + String.format(END, "a") + " dst " + String.format(END, "b") + "(?<rest>.*)"),
            Pattern.compile(
                    "access-list (?<acl>\\S+) (?<verb>permitted|denied|est-allowed) (?<proto>\\w+) (?<zonea>[^/]+)/(?<ipa>[0-9a-fA-F.:]+)\\((?<porta>\\d+)\\)(?:\\((?<usera>[^)]*)\\))? -> (?<zoneb>[^/]+)/(?<ipb>[0-9a-fA-F.:]+)\\((?<portb>\\d+)\\)(?<rest>.*)"));
    private static final Pattern REFUSED = Pattern.compile("den|discard|drop|fail|no match|bad");
    private static final Pattern LASTED = Pattern.compile("duration (\\d{1,9}):(\\d\\d):(\\d\\d)");
    private static final Pattern BYTES = Pattern.compile("bytes (\\d+)\\s*(.*)");
    private static final Pattern GROUP = Pattern.compile("by access-group \"?([^\"\\s]+)\"?");

    private static final Set<Column> COLUMNS = EnumSet.of(
            Column.CLASS_UID,
            Column.ACTIVITY_ID,
            Column.SEVERITY_ID,
            Column.ACTION_ID,
            Column.STATUS_CODE,
            Column.STATUS_DETAIL,
            Column.MESSAGE,
            Column.DURATION_US,
            Column.METADATA_EVENT_CODE,
            Column.SRC_ENDPOINT_IP,
            Column.SRC_ENDPOINT_PORT,
            Column.SRC_ENDPOINT_ZONE,
            Column.DST_ENDPOINT_IP,
            Column.DST_ENDPOINT_PORT,
            Column.DST_ENDPOINT_ZONE,
            Column.ACTOR_USER_NAME,
            Column.FIREWALL_RULE_NAME,
            Column.CONNECTION_INFO_UID,
            Column.CONNECTION_INFO_PROTOCOL_NAME,
            Column.CONNECTION_INFO_DIRECTION_ID,
            Column.TRAFFIC_BYTES);

    @Override
    public String name() {
        return "cisco-asa";
    }

    @Override
    public Set<Column> columns() {
        return EnumSet.copyOf(COLUMNS);
    }

    @Override
    public boolean claims(String message, String app) {
        int at = message.indexOf('%');
        return at >= 0
                && at < 80
                && (message.startsWith("ASA-", at + 1)
                        || message.startsWith("FTD-", at + 1)
                        || message.startsWith("PIX-", at + 1)
                        || message.startsWith("FWSM-", at + 1));
    }

    @Override
    public MessageReader reader(LogFormat.Setting setting) {
        return CiscoAsa::read;
    }

    private static @Nullable Reason read(String message, Rows row) {
        int percent = Math.max(message.indexOf('%'), 0);
        Matcher tag = TAG.matcher(message);
        if (!tag.find(percent)) {
            return Reason.MALFORMED;
        }
        row.put(Column.METADATA_EVENT_CODE, tag.group(2));
        row.put(Column.SEVERITY_ID, severity(tag.group(1).charAt(0)));
        String text = message.substring(tag.end());
        return AsaConnection.read(text, row) ? null : byPatterns(text, row);
    }

    static @Nullable Reason byPatterns(String text, Rows row) {
        for (Pattern kind : KINDS) {
            Matcher matcher = kind.matcher(text);
            if (matcher.lookingAt()) {
                connection(matcher, row);
                return null;
            }
        }
        row.put(Column.CLASS_UID, 0);
        row.put(Column.MESSAGE, text);
        return null;
    }

    /** Cisco's levels 0 to 7 as OCSF's severity: 6 fatal to 1 informational. */
    private static int severity(char level) {
        return switch (level) {
            case '0' -> 6;
            case '1' -> 5;
            case '2' -> 5;
            case '3' -> 4;
            case '4' -> 3;
            case '5' -> 2;
            default -> 1;
        };
    }

    private static void connection(Matcher m, Rows row) {
        row.put(Column.CLASS_UID, 4001);
        String verb = m.group("verb").toLowerCase(Locale.ROOT);
        row.put(Column.ACTION_ID, REFUSED.matcher(verb).find() ? 2 : 1);
        row.put(
                Column.ACTIVITY_ID,
                verb.equals("built") ? 1 : verb.equals("teardown") ? 2 : row.number(Column.ACTION_ID) == 2 ? 5 : 6);
        String proto = has(m, "proto") ? m.group("proto") : verb.contains("tcp") ? "tcp" : null;
        if (proto != null) {
            row.put(Column.CONNECTION_INFO_PROTOCOL_NAME, proto.toLowerCase(Locale.ROOT));
        }
        end(m, "a", row, Column.SRC_ENDPOINT_ZONE, Column.SRC_ENDPOINT_IP, Column.SRC_ENDPOINT_PORT);
        end(m, "b", row, Column.DST_ENDPOINT_ZONE, Column.DST_ENDPOINT_IP, Column.DST_ENDPOINT_PORT);
        if (has(m, "id")) {
            row.put(Column.CONNECTION_INFO_UID, m.group("id"));
        }
        if (has(m, "dir")) {
            row.put(
                    Column.CONNECTION_INFO_DIRECTION_ID,
                    m.group("dir").equals("inbound") ? Conversion.INBOUND : Conversion.OUTBOUND);
        }
        if (has(m, "acl")) {
            row.put(Column.FIREWALL_RULE_NAME, m.group("acl"));
        }
        row.put(Column.STATUS_CODE, m.group("verb"));
        if (has(m, "gaddr")) {
            row.unmapped("gaddr", m.group("gaddr"));
        }
        rest(m.group("rest"), row);
    }

    private static void end(Matcher m, String which, Rows row, Column zone, Column ip, Column port) {
        if (!has(m, "ip" + which)) {
            return;
        }
        row.put(ip, m.group("ip" + which).toLowerCase(Locale.ROOT));
        if (has(m, "zone" + which)) {
            row.put(zone, m.group("zone" + which));
        }
        if (has(m, "port" + which)) {
            long number = Fields.number(m.group("port" + which));
            if (number >= 0 && number <= 65_535) {
                row.put(port, number);
            } else {
                row.unmapped("port_" + which, m.group("port" + which));
            }
        }
        if (has(m, "nat" + which)) {
            row.unmapped("nat_" + which, m.group("nat" + which));
        }
        String user = has(m, "user" + which)
                ? m.group("user" + which)
                : has(m, "more" + which) ? m.group("more" + which) : "";
        if (!user.isEmpty()) {
            row.put(Column.ACTOR_USER_NAME, user);
        }
    }

    private static boolean has(Matcher m, String group) {
        return m.namedGroups().containsKey(group) && m.group(group) != null;
    }

    /** What follows the addresses: duration, bytes and reason, the rule; anything else is kept as it is. */
    static void rest(String text, Rows row) {
        String rest = text;
        if (rest.isEmpty()) {
            return;
        }
        Matcher lasted = LASTED.matcher(rest);
        if (rest.contains("duration ") && lasted.find()) {
            long seconds = Long.parseLong(lasted.group(1)) * 3600
                    + Long.parseLong(lasted.group(2)) * 60
                    + Long.parseLong(lasted.group(3));
            row.put(Column.DURATION_US, seconds * 1_000_000);
            rest = rest.substring(0, lasted.start()) + rest.substring(lasted.end());
        }
        Matcher bytes = BYTES.matcher(rest);
        if (rest.contains("bytes ") && bytes.find() && bytes.group(1).length() <= 18) {
            row.put(Column.TRAFFIC_BYTES, Long.parseLong(bytes.group(1)));
            row.put(Column.STATUS_DETAIL, bytes.group(2));
            rest = rest.substring(0, bytes.start());
        }
        Matcher group = GROUP.matcher(rest);
        if (rest.contains("by access-group ") && group.find()) {
            row.put(Column.FIREWALL_RULE_NAME, group.group(1));
        }
        if (!rest.isBlank()) {
            row.unmapped("rest", rest.strip());
        }
    }
}
