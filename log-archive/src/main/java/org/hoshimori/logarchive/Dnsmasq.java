package org.hoshimori.logarchive;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** dnsmasq's log of queries: {@code query[A] name from client}, {@code reply name is address}, with or without serial and client before. */
final class Dnsmasq implements MessageFormat {

    private static final Pattern LINE = Pattern.compile(
            "(?:(?<serial>\\d{1,18}) (?<client>[0-9a-fA-F.:]+)/(?<port>\\d{1,9}) )?(?<verb>query\\[(?<type>[A-Z0-9=]+)\\]|reply|cached|forwarded|config|/\\S+) (?<name>\\S+) (?:from|is|to) (?<value>.+)");

    @Override
    public String name() {
        return "dnsmasq";
    }

    @Override
    public Set<Column> columns() {
        return EnumSet.of(
                Column.CLASS_UID,
                Column.ACTIVITY_ID,
                Column.METADATA_EVENT_CODE,
                Column.SRC_ENDPOINT_IP,
                Column.SRC_ENDPOINT_PORT,
                Column.DST_ENDPOINT_IP,
                Column.QUERY_HOSTNAME,
                Column.QUERY_TYPE,
                Column.QUERY_PACKET_UID,
                Column.RCODE,
                Column.ANSWERS_RDATA);
    }

    @Override
    public boolean claims(String message, String app) {
        return (app.equals("dnsmasq") || app.isEmpty())
                && LINE.matcher(message).matches()
                && (app.equals("dnsmasq") || message.startsWith("query["));
    }

    @Override
    public MessageReader reader(LogFormat.Setting setting) {
        return Dnsmasq::read;
    }

    private static @Nullable Reason read(String message, Rows row) {
        Matcher m = LINE.matcher(message);
        if (!m.matches()) {
            return Reason.MALFORMED;
        }
        String verb = m.group("verb");
        boolean query = verb.startsWith("query");
        row.put(Column.CLASS_UID, 4003);
        row.put(Column.ACTIVITY_ID, query ? 1 : verb.equals("forwarded") ? 6 : 2);
        row.put(Column.METADATA_EVENT_CODE, query ? "query" : verb);
        row.put(Column.QUERY_HOSTNAME, m.group("name").toLowerCase(Locale.ROOT));
        if (m.group("serial") != null) {
            row.put(Column.QUERY_PACKET_UID, Fields.number(m.group("serial")));
            row.put(Column.SRC_ENDPOINT_IP, m.group("client"));
            row.put(Column.SRC_ENDPOINT_PORT, Fields.number(m.group("port")));
        }
        String value = m.group("value").strip();
        if (query) {
            row.put(Column.QUERY_TYPE, m.group("type"));
            if (!Fields.isAddress(value)) {
                return Reason.BAD_VALUE;
            }
            row.put(Column.SRC_ENDPOINT_IP, value);
        } else if (verb.equals("forwarded")) {
            Fields.host(row, value, Column.DST_ENDPOINT_IP, Column.METADATA_EVENT_CODE);
        } else if (value.startsWith("NX")) {
            row.put(Column.RCODE, "NXDOMAIN");
        } else {
            row.put(Column.ANSWERS_RDATA, value);
        }
        return null;
    }
}
