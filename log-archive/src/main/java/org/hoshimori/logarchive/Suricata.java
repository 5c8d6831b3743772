package org.hoshimori.logarchive;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Suricata's EVE: one JSON object an event. Its kinds share one mapping, since each names its fields by a path of its own. */
final class Suricata implements MessageFormat {

    private static final Mapping MAPPING = Mapping.shipped("suricata");

    @Override
    public String name() {
        return "suricata";
    }

    @Override
    public Set<Column> columns() {
        Set<Column> columns = EnumSet.copyOf(MAPPING.columns());
        columns.add(Column.SEVERITY_ID);
        return columns;
    }

    @Override
    public boolean claims(String message, String app) {
        return message.startsWith("{") && message.contains("\"event_type\"") && message.contains("\"timestamp\"");
    }

    @Override
    public MessageReader reader(LogFormat.Setting setting) {
        Times times = setting.times();
        return (message, row) -> read(message, row, times);
    }

    private static @Nullable Reason read(String message, Rows row, Times times) {
        Map<String, String> fields = JsonFields.read(message);
        if (fields.isEmpty()) {
            return Reason.MALFORMED;
        }
        String kind = fields.getOrDefault("event_type", "");
        row.put(Column.CLASS_UID, classUid(kind, fields.containsKey("src_ip")));
        row.put(Column.ACTIVITY_ID, activity(kind, fields.getOrDefault("dns.type", "")));
        for (Map.Entry<String, String> field : fields.entrySet()) {
            String name = field.getKey();
            Reason reason = name.equals("proto")
                    ? protocol(row, field.getValue())
                    : MAPPING.put(row, name, field.getValue(), times);
            if (reason != null) {
                return reason;
            }
        }
        return null;
    }

    private static @Nullable Reason protocol(Rows row, String name) {
        row.put(Column.CONNECTION_INFO_PROTOCOL_NAME, Protocols.name(name));
        return null;
    }

    private static int classUid(String kind, boolean connection) {
        return switch (kind) {
            case "http" -> 4002;
            case "dns" -> 4003;
            case "dhcp" -> 4004;
            default -> connection ? 4001 : 0;
        };
    }

    private static int activity(String kind, String dns) {
        if (kind.equals("dns")) {
            return dns.equals("answer") || dns.equals("response") ? 2 : 1;
        }
        return kind.equals("http") || kind.equals("dhcp") ? Conversion.OTHER : 6;
    }
}
