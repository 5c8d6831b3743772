package org.hoshimori.logarchive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hoshimori.logarchive.Bench.Read;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The same events written twice are the same rows. */
class TwinsTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static String sample(String name) throws IOException {
        try (InputStream in = TwinsTests.class.getResourceAsStream("samples/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<Read> read(String name, LogFormat.Setting setting) throws IOException {
        byte[] all = sample(name).getBytes(StandardCharsets.UTF_8);
        LogFormat format = Formats.shipped().choose("auto", all);
        return Bench.all(format, setting, "", sample(name).lines().toArray(String[]::new));
    }

    private static void agree(String name, Map<String, String> columns) throws IOException {
        List<JsonNode> parsed =
                sample(name + ".parsed").lines().map(JSON::readTree).toList();
        List<Read> rows = read(name + (name.equals("bro") ? ".json" : name.equals("yaf") ? ".txt" : ".log"), Bench.UTC);
        assertThat(rows).hasSameSizeAs(parsed);
        int compared = 0;
        for (int i = 0; i < parsed.size(); i++) {
            JsonNode twin = parsed.get(i);
            Read row = rows.get(i);
            assertThat(row.reason()).as(twin.toString()).isNull();
            for (Map.Entry<String, String> column : columns.entrySet()) {
                if (twin.has(column.getKey()) && !row.get(column.getValue()).equals("")) {
                    assertThat(row.get(column.getValue()).toString())
                            .as(column.getKey() + " of " + twin)
                            .isEqualToIgnoringCase(twin.get(column.getKey()).asString());
                    compared++;
                }
            }
            // The library that the published form was made with takes the year of the file, not always the line's.
            if (!name.equals("asa") && twin.has("timestamp")) {
                assertThat(row.time().toEpochMilli())
                        .isEqualTo(twin.get("timestamp").asLong());
            }
        }
        assertThat(compared).isGreaterThan(parsed.size() * 3);
    }

    @Test
    void readsSquidAsItsPublishedForm() throws IOException {
        agree(
                "squid",
                Map.of(
                        "code", "http_response_code",
                        "ip_dst_addr", "dst_endpoint_ip",
                        "method", "http_request_http_method",
                        "bytes", "traffic_bytes_in",
                        "action", "status_code",
                        "ip_src_addr", "src_endpoint_ip",
                        "url", "http_request_url_url_string",
                        "full_hostname", "http_request_url_hostname"));
    }

    @Test
    void readsAsaAsItsPublishedForm() throws IOException {
        agree(
                "asa",
                Map.of(
                        "ip_src_addr", "src_endpoint_ip",
                        "ip_dst_addr", "dst_endpoint_ip",
                        "ip_src_port", "src_endpoint_port",
                        "ip_dst_port", "dst_endpoint_port",
                        "protocol", "connection_info_protocol_name"));
    }

    @Test
    void findsTheAddressesThatThePublishedFormOfAsaHas() throws IOException {
        List<JsonNode> parsed = sample("asa.parsed").lines().map(JSON::readTree).toList();
        List<Read> rows = read("asa.log", Bench.UTC);
        List<String> missing = new ArrayList<>();
        for (int i = 0; i < parsed.size(); i++) {
            if (parsed.get(i).has("ip_src_addr")
                    && rows.get(i).get("src_endpoint_ip").equals("")) {
                missing.add(parsed.get(i).get("original_string").asString());
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void readsZeekAsItsPublishedForm() throws IOException {
        agree(
                "bro",
                Map.of(
                        "ip_src_addr", "src_endpoint_ip",
                        "ip_dst_addr", "dst_endpoint_ip",
                        "ip_src_port", "src_endpoint_port",
                        "ip_dst_port", "dst_endpoint_port",
                        "uid", "connection_info_uid",
                        "host", "http_request_url_hostname",
                        "status_code", "http_response_code",
                        "query", "query_hostname"));
    }

    @Test
    void readsFlowsAsTheirPublishedForm() throws IOException {
        agree(
                "yaf",
                Map.of(
                        "ip_src_addr", "src_endpoint_ip",
                        "ip_dst_addr", "dst_endpoint_ip",
                        "ip_src_port", "src_endpoint_port",
                        "ip_dst_port", "dst_endpoint_port",
                        "protocol", "connection_info_protocol_name",
                        "oct", "traffic_bytes_out",
                        "pkt", "traffic_packets_out"));
    }

    @Test
    void readsZeekInColumnsAndAsJsonAlike() {
        String heading = """
                #separator \\x09
                #set_separator\t,
                #empty_field\t(empty)
                #unset_field\t-
                #path\tdns
                #fields\tts\tuid\tid.orig_h\tid.orig_p\tid.resp_h\tid.resp_p\tproto\ttrans_id\trtt\tquery\tqclass\tqclass_name\tqtype\tqtype_name\trcode\trcode_name\tAA\tTC\tRD\tRA\tZ\tanswers\tTTLs\trejected
                #types\ttime\tstring\taddr\tport\taddr\tport\tenum\tcount\tinterval\tstring\tcount\tstring\tcount\tstring\tcount\tstring\tbool\tbool\tbool\tbool\tcount\tvector[string]\tvector[interval]\tbool
                """;
        String columns =
                "1484167797.685113\tC6MvbX3LOBTaZxwFCd\t192.168.138.158\t60078\t192.168.138.2\t53\tudp\t18350\t0.012300\tva872g.g90e1h.in\t1\tC_INTERNET\t1\tA\t0\tNOERROR\tF\tF\tT\tT\t0\t62.75.195.236,a\\x2cb\t29.000000,3600.500000\tF";
        String json =
                "{\"ts\":1484167797.685113,\"uid\":\"C6MvbX3LOBTaZxwFCd\",\"id.orig_h\":\"192.168.138.158\",\"id.orig_p\":60078,\"id.resp_h\":\"192.168.138.2\",\"id.resp_p\":53,\"proto\":\"udp\",\"trans_id\":18350,\"rtt\":0.0123,\"query\":\"va872g.g90e1h.in\",\"qclass\":1,\"qclass_name\":\"C_INTERNET\",\"qtype\":1,\"qtype_name\":\"A\",\"rcode\":0,\"rcode_name\":\"NOERROR\",\"AA\":false,\"TC\":false,\"RD\":true,\"RA\":true,\"Z\":0,\"answers\":[\"62.75.195.236\",\"a,b\"],\"TTLs\":[29.0,3600.5],\"rejected\":false}";
        Read one = Bench.all(new ZeekTsv(), Bench.UTC, heading, columns).getFirst();
        Read two = Bench.read(json);
        assertThat(one.reason()).isNull();
        assertThat(one.row()).isEqualTo(two.row());
    }

    /** Real lines, written out as columns field by field, become the same row. */
    @Test
    void readsRealLinesInColumnsAndAsJsonAlike() throws IOException {
        int compared = 0;
        for (String text : sample("bro2.json").lines().toList()) {
            JsonNode whole = JSON.readTree(text);
            String path = whole.propertyNames().iterator().next();
            JsonNode event = whole.get(path);
            StringBuilder fields = new StringBuilder("#fields");
            StringBuilder types = new StringBuilder("#types");
            List<String> values = new java.util.ArrayList<>();
            for (Map.Entry<String, JsonNode> field : event.properties()) {
                fields.append('\t').append(field.getKey());
                JsonNode value = field.getValue();
                boolean decimal = value.isArray()
                        ? !value.isEmpty() && value.get(0).isFloatingPointNumber()
                        : value.isFloatingPointNumber();
                types.append('\t').append(value.isBoolean() ? "bool" : decimal ? "interval" : "string");
                values.add(column(value));
            }
            Read one = Bench.all(
                            new ZeekTsv(),
                            Bench.UTC,
                            "#separator \\x09\n#set_separator\t,\n#empty_field\t(empty)\n#unset_field\t-\n#path\t"
                                    + path + "\n" + fields + "\n" + types + "\n",
                            String.join("\t", values))
                    .getFirst();
            assertThat(one.reason()).as(text).isNull();
            assertThat(one.row()).isEqualTo(Bench.read(text).row());
            compared++;
        }
        assertThat(compared).isEqualTo(60);
    }

    private static String column(JsonNode value) {
        if (value.isArray()) {
            List<String> items = new java.util.ArrayList<>();
            value.forEach(v -> items.add(column(v).replace(",", "\\x2c")));
            return items.isEmpty() ? "(empty)" : String.join(",", items);
        }
        if (value.isBoolean()) {
            return value.asBoolean() ? "T" : "F";
        }
        if (value.isFloatingPointNumber()) {
            return String.format(java.util.Locale.ROOT, "%.6f", value.asDouble());
        }
        String text =
                value.asString().replace("\\", "\\x5c").replace("\t", "\\x09").replace("\n", "\\x0a");
        return text.isEmpty() ? "(empty)" : text;
    }

    @Test
    void readsConnectionsInColumnsAndAsJsonAlike() {
        String heading = """
                #separator \\x09
                #empty_field\t(empty)
                #unset_field\t-
                #path\tconn
                #fields\tts\tuid\tid.orig_h\tid.orig_p\tid.resp_h\tid.resp_p\tproto\tservice\tduration\torig_bytes\tresp_bytes\tconn_state\tlocal_orig\tlocal_resp\tmissed_bytes\thistory\torig_pkts\torig_ip_bytes\tresp_pkts\tresp_ip_bytes\ttunnel_parents
                #types\ttime\tstring\taddr\tport\taddr\tport\tenum\tstring\tinterval\tcount\tcount\tstring\tbool\tbool\tcount\tstring\tcount\tcount\tcount\tcount\tset[string]
                """;
        String columns =
                "1700000000.039004\tCW3xAQ6tvdTsEmLkCx\t10.0.0.1\t31376\t179.49.98.153\t443\ttcp\tssl\t0.074217\t215\t1861\tSF\tT\tF\t0\tShADadFf\t1\t275\t2\t1921\t(empty)";
        String json =
                "{\"ts\":1700000000.039004,\"uid\":\"CW3xAQ6tvdTsEmLkCx\",\"id.orig_h\":\"10.0.0.1\",\"id.orig_p\":31376,\"id.resp_h\":\"179.49.98.153\",\"id.resp_p\":443,\"proto\":\"tcp\",\"service\":\"ssl\",\"duration\":0.074217,\"orig_bytes\":215,\"resp_bytes\":1861,\"conn_state\":\"SF\",\"local_orig\":true,\"local_resp\":false,\"missed_bytes\":0,\"history\":\"ShADadFf\",\"orig_pkts\":1,\"orig_ip_bytes\":275,\"resp_pkts\":2,\"resp_ip_bytes\":1921,\"tunnel_parents\":[]}";
        Read one = Bench.all(new ZeekTsv(), Bench.UTC, heading, columns).getFirst();
        assertThat(one.reason()).isNull();
        assertThat(one.get("connection_info_direction_id")).isEqualTo(2L);
        assertThat(one.row()).isEqualTo(Bench.read(json).row());
    }

    private static void alike(String path, String fields, String types, String values, String json) {
        String heading = "#separator \\x09\n#set_separator\t,\n#empty_field\t(empty)\n#unset_field\t-\n#path\t" + path
                + "\n#fields\t" + fields.replace(' ', '\t') + "\n#types\t" + types.replace(' ', '\t') + "\n";
        Read one = Bench.all(new ZeekTsv(), Bench.UTC, heading, values.replace('|', '\t'))
                .getFirst();
        assertThat(one.reason()).isNull();
        assertThat(one.row().size()).isGreaterThan(10);
        assertThat(one.row()).isEqualTo(Bench.read(json).row());
    }

    @Test
    void readsRequestsInColumnsAndAsJsonAlike() {
        alike(
                "http",
                "ts uid id.orig_h id.orig_p id.resp_h id.resp_p trans_depth method host uri referrer version user_agent origin request_body_len response_body_len status_code status_msg info_code info_msg tags username password proxied orig_fuids orig_filenames orig_mime_types resp_fuids resp_filenames resp_mime_types",
                "time string addr port addr port count string string string string string string string count count count string count string set[enum] string string set[string] vector[string] vector[string] vector[string] vector[string] vector[string] vector[string]",
                "1484167797.685113|C6MvbX3LOBTaZxwFCd|192.168.138.158|49184|95.163.121.204|80|1|GET|Host.example|/img/a\\x09b.png|http://r.example/|1.1|Mozilla/5.0 (compatible; MSIE 10.0)|-|0|121635|200|OK|-|-|(empty)|-|-|-|-|-|-|FnkPuN2D9LuuIBZ2c4|-|image/png",
                "{\"ts\":1484167797.685113,\"uid\":\"C6MvbX3LOBTaZxwFCd\",\"id.orig_h\":\"192.168.138.158\",\"id.orig_p\":49184,\"id.resp_h\":\"95.163.121.204\",\"id.resp_p\":80,\"trans_depth\":1,\"method\":\"GET\",\"host\":\"Host.example\",\"uri\":\"/img/a\\tb.png\",\"referrer\":\"http://r.example/\",\"version\":\"1.1\",\"user_agent\":\"Mozilla/5.0 (compatible; MSIE 10.0)\",\"request_body_len\":0,\"response_body_len\":121635,\"status_code\":200,\"status_msg\":\"OK\",\"tags\":[],\"resp_fuids\":[\"FnkPuN2D9LuuIBZ2c4\"],\"resp_mime_types\":[\"image/png\"]}");
    }

    @Test
    void readsHandshakesInColumnsAndAsJsonAlike() {
        alike(
                "ssl",
                "ts uid id.orig_h id.orig_p id.resp_h id.resp_p version cipher curve server_name resumed last_alert next_protocol established ssl_history cert_chain_fps client_cert_chain_fps sni_matches_cert ja3 ja3s",
                "time string addr port addr port string string string string bool string string bool string vector[string] vector[string] bool string string",
                "1598377391.921726|CsukF91Bx9mrqdEaH9|192.168.4.49|56718|13.32.202.10|443|TLSv12|TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256|secp256r1|www.Taosecurity.com|F|-|h2|T|CsxknGIti|f2e0,a1|(empty)|T|e7d705a3286e19ea42f587b344ee6865|-",
                "{\"ts\":1598377391.921726,\"uid\":\"CsukF91Bx9mrqdEaH9\",\"id.orig_h\":\"192.168.4.49\",\"id.orig_p\":56718,\"id.resp_h\":\"13.32.202.10\",\"id.resp_p\":443,\"version\":\"TLSv12\",\"cipher\":\"TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256\",\"curve\":\"secp256r1\",\"server_name\":\"www.Taosecurity.com\",\"resumed\":false,\"next_protocol\":\"h2\",\"established\":true,\"ssl_history\":\"CsxknGIti\",\"cert_chain_fps\":[\"f2e0\",\"a1\"],\"client_cert_chain_fps\":[],\"sni_matches_cert\":true,\"ja3\":\"e7d705a3286e19ea42f587b344ee6865\"}");
    }

    @Test
    void readsLeasesInColumnsAndAsJsonAlike() {
        alike(
                "dhcp",
                "ts uids client_addr server_addr mac host_name client_fqdn domain requested_addr assigned_addr lease_time client_message server_message msg_types duration",
                "time set[string] addr addr string string string string addr addr interval string string vector[string] interval",
                "1591367999.305988|CMuQTo4mFMb1JMtlv7|192.168.4.76|192.168.4.1|3c:58:c2:2F:91:21|3071N0098017422|-|localdomain|-|192.168.4.76|86400.000000|-|-|REQUEST,ACK|0.416348",
                "{\"ts\":1591367999.305988,\"uids\":[\"CMuQTo4mFMb1JMtlv7\"],\"client_addr\":\"192.168.4.76\",\"server_addr\":\"192.168.4.1\",\"mac\":\"3c:58:c2:2F:91:21\",\"host_name\":\"3071N0098017422\",\"domain\":\"localdomain\",\"assigned_addr\":\"192.168.4.76\",\"lease_time\":86400.0,\"msg_types\":[\"REQUEST\",\"ACK\"],\"duration\":0.416348}");
    }

    @Test
    void readsEveryLineOfTheRealSamples() throws IOException {
        for (String name : List.of("apache.log", "bro.json", "bro2.json", "yaf.txt", "asa.log")) {
            assertThat(read(name, Bench.UTC))
                    .as(name)
                    .allSatisfy(r -> assertThat(r.reason()).isNull());
        }
        String flows = sample("flows.csv");
        assertThat(Bench.all(
                        new Csv(Mapping.shipped("nfdump")),
                        Bench.UTC,
                        flows.lines().findFirst().orElseThrow(),
                        flows.lines().toArray(String[]::new)))
                .hasSize(199)
                .allSatisfy(r -> assertThat(r.reason()).isNull());
    }
}
