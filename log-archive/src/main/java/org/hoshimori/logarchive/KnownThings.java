package org.hoshimori.logarchive;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.hoshimori.logarchive.Asking.Field;
import org.hoshimori.logarchive.Indicators.Indicator;
import org.hoshimori.logarchive.IpKey.Range;
import org.hoshimori.logarchive.Networks.Place;
import org.jspecify.annotations.Nullable;

/**
 * What must be worked out once, so that rules only join: who talked to whom ({@code conversation}) and when ({@code hourly}), of each address
 * to which network it belongs and whether it is ours ({@code address}), and the matches of the indicator lists.
 */
final class KnownThings {

    private static final List<Field> ADDRESS = List.of(
            new Field("ip", Asking.Type.ADDRESS),
            new Field("network", Asking.Type.TEXT),
            new Field("zone", Asking.Type.TEXT),
            new Field("managed", Asking.Type.TRUTH),
            new Field("internal", Asking.Type.TRUTH),
            new Field("multicast", Asking.Type.TRUTH),
            new Field("place", Asking.Type.TEXT));

    private final Asking asking;
    private final Indicators indicators;

    private KnownThings(Asking asking, Indicators indicators) {
        this.asking = asking;
        this.indicators = indicators;
    }

    static void load(Asking asking, Registers registers, Indicators indicators) throws SQLException {
        KnownThings things = new KnownThings(asking, indicators);
        asking.keep("known_address", Rule.table("known_address"));
        asking.addresses("known_address");
        asking.keep("conversation", Rule.table("conversation"));
        things.addresses(registers);
        asking.keep("hourly", Rule.table("hourly"));
        things.names();
        things.urls();
        things.fingerprints();
    }

    private void addresses(Registers registers) throws SQLException {
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
        List<List<@Nullable Object>> known = new ArrayList<>();
        List<List<@Nullable Object>> bad = new ArrayList<>();
        each(
                "SELECT ip FROM known_address",
                row -> address(String.valueOf(row.getFirst()), networks, places, known, bad));
        asking.table("address", ADDRESS, known);
        asking.table(
                "indicator_address",
                List.of(
                        new Field("ip", Asking.Type.ADDRESS),
                        new Field("indicator", Asking.Type.TEXT),
                        new Field("list", Asking.Type.TEXT),
                        new Field("port", Asking.Type.INTEGER)),
                bad);
    }

    private void address(
            String ip,
            Networks networks,
            Cidrs<String> places,
            List<List<@Nullable Object>> known,
            List<List<@Nullable Object>> bad) {
        Place place = networks.of(ip);
        if (place == null) {
            return;
        }
        String country = places.of(Objects.requireNonNullElse(IpKey.of(ip), ""));
        known.add(List.of(
                ip,
                place.network(),
                place.zone(),
                place.managed(),
                place.internal(),
                place.common(),
                country == null ? "" : country));
        Indicator indicator = place.internal() || place.common() ? null : indicators.address(ip);
        if (indicator != null) {
            bad.add(List.of(ip, indicator.value(), indicator.list(), indicator.port()));
        }
    }

    private void names() throws SQLException {
        List<List<@Nullable Object>> found = new ArrayList<>();
        if (indicators.size() > 0) {
            each(
                    "SELECT DISTINCT query_hostname FROM log WHERE query_hostname IS NOT NULL UNION SELECT DISTINCT"
                            + " http_request_url_hostname FROM log WHERE http_request_url_hostname IS NOT NULL UNION"
                            + " SELECT DISTINCT tls_sni FROM log WHERE tls_sni IS NOT NULL",
                    row -> {
                        String name = String.valueOf(row.getFirst());
                        matched(found, name, indicators.name(name));
                    });
        }
        asking.table("indicator_name", texts("name", "indicator", "list"), found);
    }

    /** URLs are as many as requests, so only those of hosts that a listed one has are looked at. */
    private void urls() throws SQLException {
        List<List<@Nullable Object>> found = new ArrayList<>();
        List<List<@Nullable Object>> hosts = new ArrayList<>();
        indicators.urlHosts().forEach(h -> hosts.add(List.of(h)));
        if (!hosts.isEmpty()) {
            asking.table("indicator_host", texts("host"), hosts);
            each(
                    "SELECT DISTINCT http_request_url_hostname, http_request_url_url_string FROM log"
                            + " WHERE http_request_url_url_string IS NOT NULL"
                            + " AND http_request_url_hostname IN (SELECT host FROM indicator_host)",
                    row -> {
                        String host = String.valueOf(row.getFirst());
                        String url = String.valueOf(row.getLast());
                        Indicator indicator = indicators.url(host, url);
                        if (indicator != null) {
                            found.add(List.of(host, url, indicator.value(), indicator.list()));
                        }
                    });
        }
        asking.table("indicator_url", texts("host", "url", "indicator", "list"), found);
    }

    private void fingerprints() throws SQLException {
        List<List<@Nullable Object>> found = new ArrayList<>();
        if (indicators.size() > 0) {
            each(
                    "SELECT DISTINCT tls_ja3_hash_value FROM log WHERE tls_ja3_hash_value IS NOT NULL UNION SELECT DISTINCT"
                            + " tls_ja4_fingerprint_value FROM log WHERE tls_ja4_fingerprint_value IS NOT NULL",
                    row -> {
                        String hash = String.valueOf(row.getFirst());
                        matched(found, hash, indicators.fingerprint(hash));
                    });
        }
        asking.table("indicator_fingerprint", texts("fingerprint", "indicator", "list"), found);
    }

    private static List<Field> texts(String... names) {
        List<Field> fields = new ArrayList<>();
        for (String name : names) {
            fields.add(new Field(name, Asking.Type.TEXT));
        }
        return fields;
    }

    private static void matched(List<List<@Nullable Object>> to, String value, @Nullable Indicator indicator) {
        if (indicator != null) {
            to.add(List.of(value, indicator.value(), indicator.list()));
        }
    }

    private void each(String sql, Consumer<List<@Nullable Object>> row) throws SQLException {
        asking.answer(sql, head -> {}, row);
    }
}
