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
