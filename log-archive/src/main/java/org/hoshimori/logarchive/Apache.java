package org.hoshimori.logarchive;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The common and the combined log format of Apache; Squid's combined form adds its result and hierarchy. */
final class Apache implements MessageFormat {

    private static final Set<Column> COLUMNS = EnumSet.of(
            Column.CLASS_UID,
            Column.ACTIVITY_ID,
            Column.SRC_ENDPOINT_IP,
            Column.SRC_ENDPOINT_HOSTNAME,
            Column.ACTOR_USER_NAME,
            Column.HTTP_REQUEST_HTTP_METHOD,
            Column.HTTP_REQUEST_URL_URL_STRING,
            Column.HTTP_REQUEST_URL_HOSTNAME,
            Column.DST_ENDPOINT_PORT,
            Column.HTTP_REQUEST_VERSION,
            Column.HTTP_REQUEST_REFERRER,
            Column.HTTP_REQUEST_USER_AGENT,
            Column.HTTP_RESPONSE_CODE,
            Column.TRAFFIC_BYTES_IN,
            Column.STATUS_CODE,
            Column.STATUS_DETAIL);

    @Override
    public String name() {
        return "apache";
    }

    @Override
    public Set<Column> columns() {
        return EnumSet.copyOf(COLUMNS);
    }

    @Override
    public boolean claims(String message, String app) {
        int bracket = message.indexOf('[');
        return bracket > 4
                && message.length() > bracket + 30
                && message.charAt(bracket - 1) == ' '
                && message.charAt(bracket + 3) == '/'
                && message.charAt(bracket + 7) == '/'
                && message.startsWith("] \"", bracket + 27);
    }

    @Override
    public MessageReader reader(LogFormat.Setting setting) {
        Times times = setting.times();
        return (message, row) -> read(message, row, times);
    }

    private static @Nullable Reason read(String message, Rows row, Times times) {
        Words words = new Words(message, ' ');
        Fields.host(row, words.next(), Column.SRC_ENDPOINT_IP, Column.SRC_ENDPOINT_HOSTNAME);
        String identity = words.next();
        String user = words.next();
        long time = times.clf(words.bracketed());
        if (time == Times.NONE) {
            return Reason.NO_TIME;
        }
        row.put(Column.TIME, time);
        row.put(Column.CLASS_UID, 4002);
        request(words.quoted(), row);
        long code = Fields.number(words.next());
        String bytes = words.next();
        if (code < 0 || (Fields.number(bytes) < 0 && !bytes.equals("-"))) {
            return Reason.MALFORMED;
        }
        row.put(Column.HTTP_RESPONSE_CODE, code);
        if (!bytes.equals("-")) {
            row.put(Column.TRAFFIC_BYTES_IN, Fields.number(bytes));
        }
        put(row, Column.ACTOR_USER_NAME, user);
        if (!identity.equals("-")) {
            row.unmapped("identity", identity);
        }
        put(row, Column.HTTP_REQUEST_REFERRER, words.quoted());
        put(row, Column.HTTP_REQUEST_USER_AGENT, words.quoted());
        rest(words.rest(), row);
        return null;
    }

    private static void request(String request, Rows row) {
        int first = request.indexOf(' ');
        int last = request.lastIndexOf(' ');
        if (first < 0) {
            put(row, Column.HTTP_REQUEST_URL_URL_STRING, request);
            row.put(Column.ACTIVITY_ID, Conversion.OTHER);
            return;
        }
        String method = request.substring(0, first);
        boolean versioned = last > first && request.startsWith("HTTP/", last + 1);
        Fields.text(row, method, Column.HTTP_REQUEST_HTTP_METHOD, Conversion.METHOD);
        Fields.url(row, request.substring(first + 1, versioned ? last : request.length()), method);
        if (versioned) {
            row.put(Column.HTTP_REQUEST_VERSION, request.substring(last + 6));
        }
    }

    private static void rest(String rest, Rows row) {
        int colon = rest.indexOf(':');
        if (colon > 0 && (rest.startsWith("TCP_") || rest.startsWith("NONE") || rest.startsWith("UDP_"))) {
            row.put(Column.STATUS_CODE, rest.substring(0, colon));
            row.put(Column.STATUS_DETAIL, rest.substring(colon + 1));
        } else if (!rest.isEmpty()) {
            row.unmapped("rest", rest);
        }
    }

    private static void put(Rows row, Column to, String text) {
        if (!text.equals("-")) {
            row.put(to, text);
        }
    }
}
