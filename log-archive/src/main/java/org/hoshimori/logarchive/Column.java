package org.hoshimori.logarchive;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The columns of the archive: attributes of OCSF, their path's points written as underlines. What a log says and OCSF has no word for
 * stands in {@link #UNMAPPED}, a JSON object of the original names and values. A file has only those that its format fills, numbered; new
 * ones are added at the end.
 */
enum Column {
    TIME(Kind.TIME),
    CLASS_UID(Kind.SMALL),
    ACTIVITY_ID(Kind.SMALL),
    SEVERITY_ID(Kind.SMALL),
    ACTION_ID(Kind.SMALL),
    STATUS_ID(Kind.SMALL),
    STATUS_CODE(Kind.TEXT),
    STATUS_DETAIL(Kind.TEXT),
    MESSAGE(Kind.TEXT),
    START_TIME(Kind.TIME),
    END_TIME(Kind.TIME),
    /** OCSF's {@code duration} in microseconds, where OCSF counts milliseconds: no log loses a digit. */
    DURATION_US(Kind.WHOLE),
    METADATA_LOG_NAME(Kind.TEXT),
    METADATA_EVENT_CODE(Kind.TEXT),
    METADATA_UID(Kind.TEXT),
    METADATA_LOGGED_TIME(Kind.TIME),
    DEVICE_HOSTNAME(Kind.TEXT),
    DEVICE_IP(Kind.TEXT),
    SRC_ENDPOINT_IP(Kind.TEXT),
    SRC_ENDPOINT_PORT(Kind.SMALL),
    SRC_ENDPOINT_HOSTNAME(Kind.TEXT),
    SRC_ENDPOINT_MAC(Kind.TEXT),
    SRC_ENDPOINT_INTERFACE_NAME(Kind.TEXT),
    SRC_ENDPOINT_ZONE(Kind.TEXT),
    DST_ENDPOINT_IP(Kind.TEXT),
    DST_ENDPOINT_PORT(Kind.SMALL),
    DST_ENDPOINT_HOSTNAME(Kind.TEXT),
    DST_ENDPOINT_MAC(Kind.TEXT),
    DST_ENDPOINT_INTERFACE_NAME(Kind.TEXT),
    DST_ENDPOINT_ZONE(Kind.TEXT),
    ACTOR_USER_NAME(Kind.TEXT),
    APP_NAME(Kind.TEXT),
    FIREWALL_RULE_NAME(Kind.TEXT),
    CONNECTION_INFO_UID(Kind.TEXT),
    CONNECTION_INFO_PROTOCOL_NAME(Kind.TEXT),
    CONNECTION_INFO_DIRECTION_ID(Kind.SMALL),
    CONNECTION_INFO_FLAG_HISTORY(Kind.TEXT),
    TRAFFIC_BYTES(Kind.WHOLE),
    TRAFFIC_PACKETS(Kind.WHOLE),
    TRAFFIC_BYTES_IN(Kind.WHOLE),
    TRAFFIC_BYTES_OUT(Kind.WHOLE),
    TRAFFIC_PACKETS_IN(Kind.WHOLE),
    TRAFFIC_PACKETS_OUT(Kind.WHOLE),
    TRAFFIC_BYTES_MISSED(Kind.WHOLE),
    HTTP_REQUEST_HTTP_METHOD(Kind.TEXT),
    HTTP_REQUEST_URL_URL_STRING(Kind.TEXT),
    HTTP_REQUEST_URL_HOSTNAME(Kind.TEXT),
    HTTP_REQUEST_USER_AGENT(Kind.TEXT),
    HTTP_REQUEST_REFERRER(Kind.TEXT),
    HTTP_REQUEST_VERSION(Kind.TEXT),
    HTTP_RESPONSE_CODE(Kind.SMALL),
    HTTP_RESPONSE_STATUS(Kind.TEXT),
    HTTP_RESPONSE_CONTENT_TYPE(Kind.TEXT),
    QUERY_HOSTNAME(Kind.TEXT),
    QUERY_TYPE(Kind.TEXT),
    QUERY_CLASS(Kind.TEXT),
    QUERY_PACKET_UID(Kind.WHOLE),
    RCODE(Kind.TEXT),
    ANSWERS_RDATA(Kind.TEXT),
    LEASE_DUR(Kind.WHOLE),
    TLS_VERSION(Kind.TEXT),
    TLS_CIPHER(Kind.TEXT),
    TLS_SNI(Kind.TEXT),
    TLS_JA3_HASH_VALUE(Kind.TEXT),
    TLS_JA4_FINGERPRINT_VALUE(Kind.TEXT),
    TLS_CERTIFICATE_SUBJECT(Kind.TEXT),
    TLS_CERTIFICATE_ISSUER(Kind.TEXT),
    FINDING_TITLE(Kind.TEXT),
    UNMAPPED(Kind.TEXT);

    /** How a column is kept. Times are microseconds since 1970 in UTC. */
    enum Kind {
        TEXT("VARCHAR"),
        SMALL("INTEGER"),
        WHOLE("BIGINT"),
        TIME("TIMESTAMP");

        private final String sql;

        Kind(String sql) {
            this.sql = sql;
        }

        String sql() {
            return sql;
        }
    }

    static final int COUNT = values().length;

    private static final Map<String, Column> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Column::sql, Function.identity()));

    private final Kind kind;
    private final String sql;

    Column(Kind kind) {
        this.kind = kind;
        this.sql = name().toLowerCase(Locale.ROOT);
    }

    Kind kind() {
        return kind;
    }

    /** Its name in SQL and in the files. */
    String sql() {
        return sql;
    }

    /** Its number in the files, by which it is found there whatever else a file has: it never changes, and a new column gets the next one. */
    @SuppressWarnings("EnumOrdinal")
    int number() {
        return ordinal() + 1;
    }

    boolean isText() {
        return kind == Kind.TEXT;
    }

    /** All of them, as other engines are told. */
    static List<Asking.Field> fields() {
        return Arrays.stream(values())
                .map(c -> new Asking.Field(
                        c.sql(),
                        switch (c.kind()) {
                            case TEXT -> Asking.Type.TEXT;
                            case SMALL -> Asking.Type.INTEGER;
                            case WHOLE -> Asking.Type.WHOLE;
                            case TIME -> Asking.Type.TIME;
                        }))
                .toList();
    }

    static @Nullable Column named(String sql) {
        return BY_NAME.get(sql);
    }
}
