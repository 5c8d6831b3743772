package org.hoshimori.logarchive;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** BIND's log of queries. */
final class Named implements MessageFormat {

    private static final Pattern QUERY = Pattern.compile(
            "(?<before>.*?)client (?:@0x[0-9a-f]+ )?(?<ip>[0-9a-fA-F.:]+)#(?<port>\\d{1,9}) ?(?:\\((?<zone>[^)]*)\\))?: (?:view (?<view>\\S+): )?"
                    + "query: (?<name>\\S+) (?<class>\\S+) (?<type>\\S+) ?(?<flags>[^ ]*)(?: \\((?<server>[^)]*)\\))?.*");

    @Override
    public String name() {
        return "named";
    }

    @Override
    public Set<Column> columns() {
        return EnumSet.of(
                Column.CLASS_UID,
                Column.ACTIVITY_ID,
                Column.SRC_ENDPOINT_IP,
                Column.SRC_ENDPOINT_PORT,
                Column.DST_ENDPOINT_IP,
                Column.QUERY_HOSTNAME,
                Column.QUERY_TYPE,
                Column.QUERY_CLASS);
    }

    @Override
    public boolean claims(String message, String app) {
        return message.contains(": query: ") && message.contains("client ");
    }

    @Override
    public MessageReader reader(LogFormat.Setting setting) {
        Times times = setting.times();
        return (message, row) -> read(message, row, times);
    }

    private static @Nullable Reason read(String message, Rows row, Times times) {
        Matcher m = QUERY.matcher(message);
        if (!m.matches()) {
            return Reason.MALFORMED;
        }
        row.put(Column.CLASS_UID, 4003);
        row.put(Column.ACTIVITY_ID, 1);
        row.put(Column.SRC_ENDPOINT_IP, m.group("ip"));
        row.put(Column.SRC_ENDPOINT_PORT, Fields.number(m.group("port")));
        row.put(Column.QUERY_HOSTNAME, m.group("name").toLowerCase(Locale.ROOT));
        row.put(Column.QUERY_CLASS, m.group("class"));
        row.put(Column.QUERY_TYPE, m.group("type"));
        row.unmapped("flags", m.group("flags"));
        if (m.group("view") != null) {
            row.unmapped("view", m.group("view"));
        }
        if (m.group("server") != null && Fields.isAddress(m.group("server"))) {
            row.put(Column.DST_ENDPOINT_IP, m.group("server"));
        }
        // Its own file begins with 02-Jan-2026 03:04:05.678.
        String before = m.group("before");
        if (before.length() >= 20 && before.charAt(2) == '-' && before.charAt(6) == '-') {
            long time = times.at(
                    Times.number(before, 7, 11),
                    Times.month(before, 3),
                    Times.number(before, 0, 2),
                    Times.number(before, 12, 14),
                    Times.number(before, 15, 17),
                    Times.number(before, 18, 20),
                    Math.max(Times.number(before, 21, 24), 0) * 1000,
                    "");
            if (time == Times.NONE) {
                return Reason.NO_TIME;
            }
            row.put(Column.TIME, time);
        }
        return null;
    }
}
