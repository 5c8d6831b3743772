package org.hoshimori.logarchive;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Palo Alto Networks' TRAFFIC and THREAT: fields parted by commas, told by their place. Other types are kept as events of no class. */
final class PaloAlto implements MessageFormat {

    private static final Mapping TRAFFIC = Mapping.shipped("paloalto-traffic");
    private static final Mapping THREAT = Mapping.shipped("paloalto-threat");
    private static final int TYPE = 3;
    private static final int SUBTYPE = 4;
    private static final int ENOUGH = 30;

    private final List<String> traffic = TRAFFIC.list("fields");
    private final List<String> threat = THREAT.list("fields");

    @Override
    public String name() {
        return "paloalto";
    }

    @Override
    public Set<Column> columns() {
        Set<Column> columns = EnumSet.copyOf(TRAFFIC.columns());
        columns.addAll(THREAT.columns());
        columns.addAll(Set.of(Column.HTTP_REQUEST_URL_HOSTNAME, Column.MESSAGE));
        return columns;
    }

    @Override
    public boolean claims(String message, String app) {
        if (message.length() < 40 || !Character.isDigit(message.charAt(0)) || message.indexOf(',') > 3) {
            return false;
        }
        return message.charAt(message.indexOf(',') + 5) == '/'
                && (message.contains(",TRAFFIC,")
                        || message.contains(",THREAT,")
                        || message.contains(",SYSTEM,")
                        || message.contains(",CONFIG,"));
    }

    @Override
    public MessageReader reader(LogFormat.Setting setting) {
        Times times = setting.times();
        return (message, row) -> read(message, row, times);
    }

    private @Nullable Reason read(String message, Rows row, Times times) {
        String[] values = Escapes.csv(message, ',');
        String type = values.length > SUBTYPE ? values[TYPE] : "";
        if (!type.equals("TRAFFIC") && !type.equals("THREAT")) {
            long time = values.length > 6 ? times.iso(values[6]) : Times.NONE;
            if (time == Times.NONE) {
                return Reason.NO_TIME;
            }
            row.put(Column.TIME, time);
            row.put(Column.CLASS_UID, 0);
            row.put(Column.METADATA_EVENT_CODE, type);
            row.put(Column.MESSAGE, message);
            return null;
        }
        if (values.length < ENOUGH) {
            return Reason.MALFORMED;
        }
        Mapping mapping = type.equals("TRAFFIC") ? TRAFFIC : THREAT;
        List<String> fields = type.equals("TRAFFIC") ? traffic : threat;
        boolean url = values[SUBTYPE].equals("url");
        mapping.begin(row);
        row.put(Column.METADATA_LOG_NAME, "paloalto");
        if (url) {
            row.put(Column.CLASS_UID, 4002);
        }
        for (int i = 0; i < values.length; i++) {
            String name = i < fields.size() ? fields.get(i) : "field" + (i + 1);
            Reason reason = mapping.put(row, name, values[i].strip(), times);
            if (reason != null) {
                return reason;
            }
        }
        if (url) {
            String address = row.text(Column.HTTP_REQUEST_URL_URL_STRING);
            int slash = address.indexOf('/');
            row.put(Column.HTTP_REQUEST_URL_HOSTNAME, slash < 0 ? address : address.substring(0, slash));
        }
        return null;
    }
}
