package org.hoshimori.logarchive;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Zeek's logs as JSON, one object a line, alone or as the value of its log's name. */
final class Zeek implements MessageFormat {

    @Override
    public String name() {
        return "zeek-json";
    }

    @Override
    public Set<Column> columns() {
        return ZeekMappings.columns();
    }

    @Override
    public boolean claims(String message, String app) {
        return message.startsWith("{") && message.contains("\"ts\":") && !message.contains("\"event_type\"");
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
        String wrapper = wrapper(fields);
        String prefix = wrapper.isEmpty() ? "" : wrapper + ".";
        String path =
                wrapper.isEmpty() ? fields.getOrDefault("_path", ZeekMappings.guess(fields::containsKey)) : wrapper;
        Mapping mapping = ZeekMappings.of(path);
        mapping.begin(row);
        for (Map.Entry<String, String> field : fields.entrySet()) {
            String name =
                    field.getKey().startsWith(prefix) ? field.getKey().substring(prefix.length()) : field.getKey();
            if (field.getValue().isEmpty()) {
                if (mapping.target(name) == null) {
                    row.unmapped(name, "");
                }
                continue;
            }
            boolean stamp = name.equals("ts") && field.getValue().indexOf('T') > 0;
            Reason reason = stamp
                    ? Mapping.put(
                            row,
                            DATE,
                            bytes(field.getValue()),
                            0,
                            field.getValue().length(),
                            times)
                    : mapping.put(row, name, field.getValue(), times);
            if (reason != null) {
                return reason;
            }
        }
        ZeekMappings.classify(mapping, row);
        return null;
    }

    /** The log's name where an object of that name holds everything. */
    private static String wrapper(Map<String, String> fields) {
        String first = fields.keySet().iterator().next();
        String prefix = first.substring(0, Math.max(first.indexOf('.'), 0) + 1);
        return prefix.length() > 1 && fields.containsKey(prefix + "ts") ? prefix.substring(0, prefix.length() - 1) : "";
    }

    private static final Mapping.Target DATE = new Mapping.Target(Column.TIME, Conversion.DATE);

    private static byte[] bytes(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    }
}
