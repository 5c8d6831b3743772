package org.hoshimori.logarchive;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.duckdb.DuckDBAppender;
import org.hoshimori.logarchive.Indicators.Indicator;
import org.hoshimori.logarchive.IpKey.Range;
import org.hoshimori.logarchive.Networks.Place;
import org.jspecify.annotations.Nullable;

/**
 * What must be told of each address and name once, so that rules only join: {@code address} (to which network it belongs, whether it is
 * ours), and the matches of the indicator lists.
 */
final class KnownThings {

    private KnownThings() {}

    static void load(Questions questions, Registers registers, Indicators indicators) throws SQLException {
        addresses(questions, registers, indicators);
        names(questions, indicators);
        urls(questions, indicators);
        fingerprints(questions, indicators);
    }

    private static void addresses(Questions questions, Registers registers, Indicators indicators) throws SQLException {
        Networks networks = new Networks();
        for (Map<String, String> row : registers.rows("network")) {
            networks.add(row.getOrDefault("cidr", ""), row);
        }
        Cidrs<String> places = new Cidrs<>();
        for (Map<String, String> row : registers.rows("place")) {
            Range range = IpKey.range(row.getOrDefault("cidr", ""));
            if (range != null) {
                places.add(range, row.getOrDefault("place", ""));
            }
        }
        questions.run(
                "CREATE TABLE address (ip VARCHAR, network VARCHAR, zone VARCHAR, managed BOOLEAN, internal BOOLEAN,"
                        + " multicast BOOLEAN, place VARCHAR)");
        questions.run("CREATE TABLE indicator_address (ip VARCHAR, indicator VARCHAR, list VARCHAR, port INTEGER)");
        try (DuckDBAppender to = questions.engine().createAppender("address");
                DuckDBAppender bad = questions.engine().createAppender("indicator_address")) {
            each(
                    questions,
                    "SELECT DISTINCT src_endpoint_ip FROM log WHERE src_endpoint_ip IS NOT NULL UNION SELECT DISTINCT"
                            + " dst_endpoint_ip FROM log WHERE dst_endpoint_ip IS NOT NULL UNION SELECT DISTINCT src_endpoint_ip"
                            + " FROM log_past WHERE src_endpoint_ip IS NOT NULL UNION SELECT DISTINCT dst_endpoint_ip FROM"
                            + " log_past WHERE dst_endpoint_ip IS NOT NULL",
                    row -> address(String.valueOf(row.getFirst()), networks, places, indicators, to, bad));
        }
    }

    private static void address(
            String ip,
            Networks networks,
            Cidrs<String> places,
            Indicators indicators,
            DuckDBAppender to,
            DuckDBAppender bad)
            throws SQLException {
        Place place = networks.of(ip);
        if (place == null) {
            return;
        }
        String key = Objects.requireNonNullElse(IpKey.of(ip), "");
        String country = Objects.requireNonNullElse(places.of(key), "");
        to.beginRow()
                .append(ip)
                .append(place.network())
                .append(place.zone())
                .append(place.managed())
                .append(place.internal())
                .append(place.common())
                .append(country)
                .endRow();
        Indicator indicator = place.internal() || place.common() ? null : indicators.address(ip);
        if (indicator != null) {
            bad.beginRow()
                    .append(ip)
                    .append(indicator.value())
                    .append(indicator.list())
                    .append(indicator.port())
                    .endRow();
        }
    }

    private static void names(Questions questions, Indicators indicators) throws SQLException {
        questions.run("CREATE TABLE indicator_name (name VARCHAR, indicator VARCHAR, list VARCHAR)");
        if (indicators.size() == 0) {
            return;
        }
        try (DuckDBAppender to = questions.engine().createAppender("indicator_name")) {
            each(
                    questions,
                    "SELECT DISTINCT query_hostname FROM log WHERE query_hostname IS NOT NULL UNION SELECT DISTINCT"
                            + " http_request_url_hostname FROM log WHERE http_request_url_hostname IS NOT NULL UNION"
                            + " SELECT DISTINCT tls_sni FROM log WHERE tls_sni IS NOT NULL",
                    row -> matched(
                            to, String.valueOf(row.getFirst()), indicators.name(String.valueOf(row.getFirst()))));
        }
    }

    private static void urls(Questions questions, Indicators indicators) throws SQLException {
        questions.run("CREATE TABLE indicator_url (host VARCHAR, url VARCHAR, indicator VARCHAR, list VARCHAR)");
        if (!indicators.hasUrls()) {
            return;
        }
        try (DuckDBAppender to = questions.engine().createAppender("indicator_url")) {
            each(
                    questions,
                    "SELECT DISTINCT http_request_url_hostname, http_request_url_url_string FROM log"
                            + " WHERE http_request_url_url_string IS NOT NULL AND http_request_url_hostname IS NOT NULL",
                    row -> {
                        String host = String.valueOf(row.getFirst());
                        String url = String.valueOf(row.getLast());
                        Indicator indicator = indicators.url(host, url);
                        if (indicator != null) {
                            to.beginRow()
                                    .append(host)
                                    .append(url)
                                    .append(indicator.value())
                                    .append(indicator.list())
                                    .endRow();
                        }
                    });
        }
    }

    private static void fingerprints(Questions questions, Indicators indicators) throws SQLException {
        questions.run("CREATE TABLE indicator_fingerprint (fingerprint VARCHAR, indicator VARCHAR, list VARCHAR)");
        if (indicators.size() == 0) {
            return;
        }
        try (DuckDBAppender to = questions.engine().createAppender("indicator_fingerprint")) {
            each(
                    questions,
                    "SELECT DISTINCT tls_ja3_hash_value FROM log WHERE tls_ja3_hash_value IS NOT NULL UNION SELECT DISTINCT"
                            + " tls_ja4_fingerprint_value FROM log WHERE tls_ja4_fingerprint_value IS NOT NULL",
                    row -> matched(
                            to,
                            String.valueOf(row.getFirst()),
                            indicators.fingerprint(String.valueOf(row.getFirst()))));
        }
    }

    private static void matched(DuckDBAppender to, String value, @Nullable Indicator indicator) throws SQLException {
        if (indicator != null) {
            to.beginRow()
                    .append(value)
                    .append(indicator.value())
                    .append(indicator.list())
                    .endRow();
        }
    }

    /** Does something with a row. */
    private interface Doing {
        void with(List<@Nullable Object> row) throws SQLException;
    }

    private static void each(Questions questions, String sql, Doing doing) throws SQLException {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        questions.answer(sql, head -> {}, rows::add);
        for (List<@Nullable Object> row : rows) {
            doing.with(row);
        }
    }
}
