package org.hoshimori.logarchive;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Fortinet's FortiGate: pairs of names and values. What is not about traffic is kept as an event of no class. */
final class FortiGate implements MessageFormat {

    private static final Mapping MAPPING = Mapping.shipped("fortigate");

    @Override
    public String name() {
        return "fortigate";
    }

    @Override
    public Set<Column> columns() {
        Set<Column> columns = EnumSet.copyOf(MAPPING.columns());
        columns.addAll(Set.of(Column.SEVERITY_ID, Column.ACTION_ID, Column.CONNECTION_INFO_DIRECTION_ID));
        return columns;
    }

    @Override
    public boolean claims(String message, String app) {
        return message.contains("logid=")
                && message.contains("type=")
                && (message.contains("devid=") || message.contains("devname="));
    }

    @Override
    public MessageReader reader(LogFormat.Setting setting) {
        Times times = setting.times();
        return (message, row) -> read(message, row, times);
    }

    private static @Nullable Reason read(String message, Rows row, Times times) {
        Map<String, String> pairs = KeyValues.read(message.startsWith("date=") ? message : from(message));
        String date = pairs.getOrDefault("date", "");
        String clock = pairs.getOrDefault("time", "");
        long time = times.iso(date + " " + clock + pairs.getOrDefault("tz", "").strip());
        if (time == Times.NONE) {
            return Reason.NO_TIME;
        }
        row.put(Column.TIME, time);
        String kind = pairs.getOrDefault("type", "");
        String subtype = pairs.getOrDefault("subtype", "");
        row.put(Column.CLASS_UID, classUid(kind, subtype));
        row.put(Column.ACTIVITY_ID, 6);
        String direction = pairs.getOrDefault("direction", "");
        if (direction.equals("outgoing") || direction.equals("incoming")) {
            row.put(
                    Column.CONNECTION_INFO_DIRECTION_ID,
                    direction.equals("outgoing") ? Conversion.OUTBOUND : Conversion.INBOUND);
        }
        row.put(Column.SEVERITY_ID, severity(pairs.getOrDefault("level", "")));
        for (Map.Entry<String, String> pair : pairs.entrySet()) {
            Reason reason = switch (pair.getKey()) {
                case "date", "time" -> null;
                case "proto" -> {
                    row.put(Column.CONNECTION_INFO_PROTOCOL_NAME, Protocols.name(pair.getValue()));
                    yield null;
                }
                default -> MAPPING.put(row, pair.getKey(), pair.getValue(), times);
            };
            if (reason != null) {
                return reason;
            }
        }
        return null;
    }

    /** The message without what stood before its first pair. */
    private static String from(String message) {
        int date = message.indexOf("date=");
        return date < 0 ? message : message.substring(date);
    }

    private static int classUid(String kind, String subtype) {
        if (kind.equals("traffic")) {
            return 4001;
        }
        if (!kind.equals("utm")) {
            return kind.equals("dns") ? 4003 : 0;
        }
        return switch (subtype) {
            case "webfilter", "waf" -> 4002;
            case "dns" -> 4003;
            default -> 4001;
        };
    }

    private static int severity(String level) {
        return switch (level) {
            case "emergency" -> 6;
            case "alert", "critical" -> 5;
            case "error" -> 4;
            case "warning" -> 3;
            case "notice" -> 2;
            default -> 1;
        };
    }
}
