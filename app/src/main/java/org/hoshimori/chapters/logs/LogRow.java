package org.hoshimori.chapters.logs;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A row of the archive, as people read it: when, who, with whom, about what, and all else below. */
record LogRow(Map<String, String> values, ZoneId zone) {

    /** What tells best what a row is about, in this order. */
    private static final List<String> ABOUT = List.of(
            "http_request_url_url_string",
            "query_hostname",
            "tls_sni",
            "finding_title",
            "app_name",
            "http_request_url_hostname",
            "connection_info_protocol_name",
            "message");

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private String value(String column) {
        return values.getOrDefault(column, "");
    }

    /** In the company's time zone, to the second. */
    public String time() {
        try {
            return SECONDS.format(Instant.parse(value("time")).atZone(zone));
        } catch (DateTimeParseException e) {
            return value("time");
        }
    }

    public String source() {
        return end("src_endpoint");
    }

    public String destination() {
        return end("dst_endpoint");
    }

    private String end(String which) {
        String port = value(which + "_port");
        String address = Stream.of("_ip", "_hostname", "_mac")
                .map(c -> value(which + c))
                .filter(v -> !v.isEmpty())
                .collect(Collectors.joining(" "));
        return port.isEmpty() ? address : address + " :" + port;
    }

    public String about() {
        Optional<String> bytes =
                Optional.ofNullable(values.get("traffic_bytes_out")).map(b -> "↑ " + b + " B");
        return Stream.concat(
                        ABOUT.stream().map(values::get).filter(Objects::nonNull).limit(1), bytes.stream())
                .collect(Collectors.joining(" "));
    }
}
