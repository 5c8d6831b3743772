package org.hoshimori.logarchive;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Squid's native access log: {@code time elapsed client result/status bytes method url user hierarchy/peer type}. */
final class Squid implements MessageFormat {

    private static final Set<Column> COLUMNS = EnumSet.of(
            Column.TIME,
            Column.CLASS_UID,
            Column.ACTIVITY_ID,
            Column.METADATA_LOG_NAME,
            Column.DURATION_US,
            Column.SRC_ENDPOINT_IP,
            Column.SRC_ENDPOINT_HOSTNAME,
            Column.STATUS_CODE,
            Column.ACTION_ID,
            Column.HTTP_RESPONSE_CODE,
            Column.TRAFFIC_BYTES_IN,
            Column.HTTP_REQUEST_HTTP_METHOD,
            Column.HTTP_REQUEST_URL_URL_STRING,
            Column.HTTP_REQUEST_URL_HOSTNAME,
            Column.DST_ENDPOINT_PORT,
            Column.ACTOR_USER_NAME,
            Column.STATUS_DETAIL,
            Column.DST_ENDPOINT_IP,
            Column.DST_ENDPOINT_HOSTNAME,
            Column.HTTP_RESPONSE_CONTENT_TYPE,
            Column.UNMAPPED);

    @Override
    public String name() {
        return "squid";
    }

    @Override
    public Set<Column> columns() {
        return EnumSet.copyOf(COLUMNS);
    }

    @Override
    public boolean claims(String message, String app) {
        int space = message.indexOf(' ');
        if (space < 12 || message.charAt(space - 4) != '.' || !Character.isDigit(message.charAt(0))) {
            return false;
        }
        Words words = new Words(message, ' ');
        words.next();
        return Fields.number(words.next()) >= 0
                && !words.next().isEmpty()
                && words.next().indexOf('/') > 0;
    }

    @Override
    public MessageReader reader(LogFormat.Setting setting) {
        return Squid::read;
    }

    static @Nullable Reason read(String line, Rows row) {
        Words words = new Words(line, ' ');
        long time = Times.epoch(words.next());
        if (time == Times.NONE) {
            return Reason.NO_TIME;
        }
        row.put(Column.TIME, time);
        row.put(Column.CLASS_UID, 4002);
        long elapsed = Fields.number(words.next());
        String client = words.next();
        String result = words.next();
        long bytes = Fields.number(words.next());
        String method = words.next();
        String url = words.next();
        String user = words.next();
        String peer = words.next();
        int slash = result.indexOf('/');
        if (elapsed < 0 || bytes < 0 || slash < 0 || peer.indexOf('/') < 0) {
            return Reason.MALFORMED;
        }
        row.put(Column.DURATION_US, elapsed * 1000);
        Fields.host(row, client, Column.SRC_ENDPOINT_IP, Column.SRC_ENDPOINT_HOSTNAME);
        row.put(Column.STATUS_CODE, result.substring(0, slash));
        row.put(Column.ACTION_ID, result.contains("DENIED") ? 2 : 1);
        long code = Fields.number(result.substring(slash + 1));
        if (code < 0) {
            return Reason.BAD_VALUE;
        }
        row.put(Column.HTTP_RESPONSE_CODE, code);
        row.put(Column.TRAFFIC_BYTES_IN, bytes);
        Fields.text(row, method, Column.HTTP_REQUEST_HTTP_METHOD, Conversion.METHOD);
        Fields.url(row, url, method);
        if (!user.equals("-")) {
            row.put(Column.ACTOR_USER_NAME, user);
        }
        int way = peer.indexOf('/');
        row.put(Column.STATUS_DETAIL, peer.substring(0, way));
        if (!peer.endsWith("/-")) {
            Fields.host(row, peer.substring(way + 1), Column.DST_ENDPOINT_IP, Column.DST_ENDPOINT_HOSTNAME);
        }
        String type = words.next();
        if (!type.equals("-")) {
            row.put(Column.HTTP_RESPONSE_CONTENT_TYPE, type);
        }
        String rest = words.rest();
        if (!rest.isEmpty()) {
            row.unmapped("rest", rest);
        }
        return null;
    }
}
