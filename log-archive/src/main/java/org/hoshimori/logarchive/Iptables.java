package org.hoshimori.logarchive;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The kernel's packet log, written by iptables and nftables alike. The prefix that the rule's author chose tells rule and action. */
final class Iptables implements MessageFormat {

    private static final int PREFIXES = 1000;
    private static final Set<Column> COLUMNS = EnumSet.of(
            Column.CLASS_UID,
            Column.ACTIVITY_ID,
            Column.ACTION_ID,
            Column.FIREWALL_RULE_NAME,
            Column.SRC_ENDPOINT_IP,
            Column.SRC_ENDPOINT_PORT,
            Column.SRC_ENDPOINT_MAC,
            Column.SRC_ENDPOINT_INTERFACE_NAME,
            Column.DST_ENDPOINT_IP,
            Column.DST_ENDPOINT_PORT,
            Column.DST_ENDPOINT_MAC,
            Column.DST_ENDPOINT_INTERFACE_NAME,
            Column.CONNECTION_INFO_PROTOCOL_NAME,
            Column.CONNECTION_INFO_FLAG_HISTORY,
            Column.TRAFFIC_BYTES);

    @Override
    public String name() {
        return "iptables";
    }

    @Override
    public Set<Column> columns() {
        return EnumSet.copyOf(COLUMNS);
    }

    @Override
    public boolean claims(String message, String app) {
        int in = message.indexOf("IN=");
        return in >= 0
                && message.indexOf(" SRC=", in) > 0
                && message.indexOf(" DST=", in) > 0
                && message.contains(" OUT=");
    }

    @Override
    public MessageReader reader(LogFormat.Setting setting) {
        // A log has few prefixes: what each of them means is found out once.
        Map<String, Integer> actions = new HashMap<>();
        return (message, row) -> read(message, row, actions);
    }

    private static @Nullable Reason read(String message, Rows row, Map<String, Integer> actions) {
        int in = message.indexOf("IN=");
        String prefix = message.substring(0, in).strip();
        if (prefix.startsWith("[")) {
            int end = prefix.indexOf(']');
            String uptime = prefix.substring(1, Math.max(end, 1)).strip();
            if (end > 0 && !uptime.isEmpty() && uptime.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'))) {
                row.unmapped("uptime", uptime);
                prefix = prefix.substring(end + 1).strip();
            }
        }
        row.put(Column.CLASS_UID, 4001);
        row.put(Column.FIREWALL_RULE_NAME, prefix);
        if (actions.size() > PREFIXES) {
            actions.clear();
        }
        int action = actions.computeIfAbsent(prefix, Iptables::action);
        row.put(Column.ACTION_ID, action);
        row.put(Column.ACTIVITY_ID, action == 2 ? 5 : 6);
        Words words = new Words(message.substring(in), ' ');
        Map<String, Integer> seen = new HashMap<>();
        StringBuilder flags = new StringBuilder();
        for (String word = words.next(); !word.isEmpty(); word = words.next()) {
            int equals = word.indexOf('=');
            if (equals < 0) {
                flags.append(flags.isEmpty() ? "" : " ").append(word);
            } else if (equals + 1 < word.length()) {
                String key = word.substring(0, equals);
                int times = seen.merge(key, 1, Integer::sum);
                Reason reason = put(row, times == 1 ? key : key + times, word.substring(equals + 1));
                if (reason != null) {
                    return reason;
                }
            }
        }
        row.put(Column.CONNECTION_INFO_FLAG_HISTORY, flags.toString());
        return row.has(Column.SRC_ENDPOINT_IP) && row.has(Column.DST_ENDPOINT_IP) ? null : Reason.BAD_VALUE;
    }

    private static @Nullable Reason put(Rows row, String key, String value) {
        boolean fits = switch (key) {
            case "IN" -> Fields.text(row, value, Column.SRC_ENDPOINT_INTERFACE_NAME, Conversion.TEXT);
            case "OUT" -> Fields.text(row, value, Column.DST_ENDPOINT_INTERFACE_NAME, Conversion.TEXT);
            case "SRC" -> Fields.text(row, value, Column.SRC_ENDPOINT_IP, Conversion.ADDRESS);
            case "DST" -> Fields.text(row, value, Column.DST_ENDPOINT_IP, Conversion.ADDRESS);
            case "SPT" -> Fields.text(row, value, Column.SRC_ENDPOINT_PORT, Conversion.NUMBER);
            case "DPT" -> Fields.text(row, value, Column.DST_ENDPOINT_PORT, Conversion.NUMBER);
            case "LEN" -> Fields.text(row, value, Column.TRAFFIC_BYTES, Conversion.NUMBER);
            case "PROTO" -> {
                row.put(Column.CONNECTION_INFO_PROTOCOL_NAME, Protocols.name(value));
                yield true;
            }
            case "MAC" -> {
                // Destination, source and type in one.
                if (value.length() >= 35) {
                    row.put(Column.DST_ENDPOINT_MAC, value.substring(0, 17).toLowerCase(Locale.ROOT));
                    row.put(Column.SRC_ENDPOINT_MAC, value.substring(18, 35).toLowerCase(Locale.ROOT));
                }
                if (value.length() > 35) {
                    row.unmapped("MACTYPE", value.substring(36));
                } else if (value.length() < 35) {
                    row.unmapped(key, value);
                }
                yield true;
            }
            default -> {
                row.unmapped(key, value);
                yield true;
            }
        };
        return fits ? null : Reason.BAD_VALUE;
    }

    private static int action(String prefix) {
        String word = prefix.toUpperCase(Locale.ROOT);
        if (word.matches(".*(DROP|REJECT|BLOCK|DENY|DENIED|INVALID).*|.*-[DR]\\]?:?$|.*\\bD:?$")) {
            return 2;
        }
        return word.matches(".*(ACCEPT|ALLOW|PASS|PERMIT).*|.*-A\\]?:?$|.*\\bA:?$") ? 1 : 0;
    }
}
