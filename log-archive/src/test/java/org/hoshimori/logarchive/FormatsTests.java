package org.hoshimori.logarchive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.hoshimori.logarchive.Bench.Read;
import org.junit.jupiter.api.Test;

/** Lines as vendors write and document them. */
class FormatsTests {

    private static void isRead(String line, Map<String, Object> expected) {
        Read read = Bench.read(line);
        assertThat(read.reason()).as(line).isNull();
        assertThat(read.row()).as(line).containsAllEntriesOf(expected);
    }

    @Test
    void readsSquidAsApacheWrites() {
        isRead(
                "192.0.2.7 - taro [17/May/2015:10:05:03 +0900] \"CONNECT example.jp:443 HTTP/1.1\" 200 3912 \"-\" \"Mozilla/5.0 (X11)\" TCP_TUNNEL:HIER_DIRECT",
                Map.of(
                        "metadata_log_name", "apache",
                        "class_uid", 4002L,
                        "src_endpoint_ip", "192.0.2.7",
                        "actor_user_name", "taro",
                        "http_request_url_hostname", "example.jp",
                        "dst_endpoint_port", 443L,
                        "activity_id", 1L,
                        "status_code", "TCP_TUNNEL",
                        "http_request_user_agent", "Mozilla/5.0 (X11)"));
    }

    @Test
    void readsDeniedRequestsOfSquid() {
        isRead(
                "1461576382.642      0 10.1.2.3 TCP_DENIED/403 3900 CONNECT bad.example:443 hanako HIER_NONE/- text/html",
                Map.of(
                        "metadata_log_name",
                        "squid",
                        "action_id",
                        2L,
                        "http_response_code",
                        403L,
                        "http_request_url_hostname",
                        "bad.example",
                        "dst_endpoint_port",
                        443L,
                        "actor_user_name",
                        "hanako"));
    }

    @Test
    void readsIptablesWithAPrefixAndHardwareAddresses() {
        isRead(
                "<4>Jan 25 01:58:06 gw kernel: [14167.983249] [UFW BLOCK] IN=eth0 OUT= MAC=02:bd:e5:4f:d0:e2:02:d8:14:81:fc:48:08:00 SRC=10.240.1.60 DST=10.230.1.23 LEN=84 TOS=0x00 PREC=0x00 TTL=63 ID=45312 DF PROTO=TCP SPT=50428 DPT=443 WINDOW=65535 RES=0x00 SYN URGP=0",
                Map.of(
                        "metadata_log_name", "iptables",
                        "action_id", 2L,
                        "firewall_rule_name", "[UFW BLOCK]",
                        "src_endpoint_ip", "10.240.1.60",
                        "dst_endpoint_port", 443L,
                        "src_endpoint_mac", "02:d8:14:81:fc:48",
                        "connection_info_flag_history", "DF SYN",
                        "device_hostname", "gw",
                        "connection_info_protocol_name", "tcp"));
        isRead(
                "<4>Nov 10 23:04:06 USG kernel: [LAN_LOCAL-default-A]IN=eth0.2004 OUT= MAC= SRC=10.254.3.1 DST=224.0.0.251 LEN=348 TOS=0x00 PREC=0x00 TTL=255 ID=32463 DF PROTO=UDP SPT=5353 DPT=5353 LEN=328",
                Map.of("action_id", 1L, "traffic_bytes", 348L, "connection_info_protocol_name", "udp"));
    }

    @Test
    void readsArgus() {
        String heading =
                "StartTime,Dur,Proto,SrcAddr,Sport,Dir,DstAddr,Dport,State,sTos,dTos,TotPkts,TotBytes,SrcBytes,Label";
        LogFormat format =
                Formats.shipped().choose("auto", (heading + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(format.name()).isEqualTo("argus");
        java.util.List<Bench.Read> read = Bench.all(
                format,
                Bench.UTC,
                heading,
                "2011/08/10 09:46:59.607825,1.026539,tcp,94.44.127.113,1577,   ->,147.32.84.59,6881,S_RA,0,0,4,276,156,flow=x",
                "2011/08/10 09:47:00.000001,0.0,icmp,10.0.0.1,0x0008,  <->,10.0.0.2,0x0303,ECO,0,0,2,120,60,");
        assertThat(read).extracting(Bench.Read::reason).containsOnlyNulls();
        assertThat(read.getFirst().row())
                .containsEntry("src_endpoint_ip", "94.44.127.113")
                .containsEntry("dst_endpoint_port", 6881L)
                .containsEntry("duration_us", 1_026_539L)
                .containsEntry("traffic_bytes_out", 156L)
                .containsEntry("traffic_bytes_in", 120L)
                .containsEntry("status_code", "S_RA");
        assertThat(read.getLast().row()).doesNotContainKey("dst_endpoint_port");
        assertThat(read.getLast().get("unmapped").toString()).contains("0x0303");
    }

    @Test
    void readsFortiGate() {
        isRead(
                "<111> Aug 17 00:00:00 fortigate date=2015-08-11 time=19:19:43 devname=Nosey devid=FG800C3912801080 logid=0004000017 type=traffic subtype=sniffer level=notice vd=root srcip=fe80::20c:29ff:fe77:20d4 srcintf=\"port3\" dstip=ff02::1:ff77:20d4 dstintf=\"port3\" sessionid=408903 proto=58 action=accept policyid=2 dstcountry=\"Reserved\" service=\"icmp6/131/0\" duration=36 sentbyte=0 rcvdbyte=40 sentpkt=0 rcvdpkt=0 app=\"IPv6.ICMP\"",
                Map.of(
                        "metadata_log_name",
                        "fortigate",
                        "class_uid",
                        4001L,
                        "device_hostname",
                        "nosey",
                        "src_endpoint_ip",
                        "fe80::20c:29ff:fe77:20d4",
                        "connection_info_protocol_name",
                        "ipv6-icmp",
                        "traffic_bytes_in",
                        40L,
                        "duration_us",
                        36_000_000L,
                        "action_id",
                        1L));
        Read web = Bench.read(
                "<111>date=2015-08-11 time=19:21:40 logver=52 devname=US-Corp_Main1 devid=FGT37D4613800138 logid=0317013312 type=utm subtype=webfilter eventtype=ftgd_allow level=notice vd=root sessionid=1490845588 user=\"\" srcip=172.30.16.119 srcport=53235 srcintf=\"Internal\" dstip=114.112.67.75 dstport=80 dstintf=\"External-SDC\" proto=6 service=HTTP hostname=\"popo.wan.ijinshan.com\" profile=\"scan\" action=passthrough reqtype=direct url=\"/popo/launch?c=cHA9\" sentbyte=525 rcvdbyte=325 direction=outgoing msg=\"URL belongs to an allowed category in policy\" method=domain cat=52 catdesc=\"Information Technology\"");
        assertThat(web.get("class_uid")).isEqualTo(4002L);
        assertThat(web.get("http_request_url_hostname")).isEqualTo("popo.wan.ijinshan.com");
        assertThat(web.time()).hasToString("2015-08-11T19:21:40Z");
        assertThat(web.get("unmapped").toString()).contains("\"catdesc\":\"Information Technology\"");
    }

    @Test
    void readsPaloAlto() {
        isRead(
                "<190>Jan 28 01:28:35 PA-VM300-goran1 1,2014/01/28 01:28:35,007200001056,TRAFFIC,end,1,2014/01/28 01:28:34,192.168.41.30,192.168.41.255,10.193.16.193,192.168.41.255,allow-all,,,netbios-ns,vsys1,Trust,Untrust,ethernet1/1,ethernet1/2,To-Panorama,2014/01/28 01:28:34,8720,1,137,137,11637,137,0x400000,udp,allow,276,276,0,3,2014/01/28 01:28:02,2,any,0,2076326,0x0,192.168.0.0-192.168.255.255,192.168.0.0-192.168.255.255,0,3,0",
                Map.of(
                        "metadata_log_name",
                        "paloalto",
                        "class_uid",
                        4001L,
                        "src_endpoint_ip",
                        "192.168.41.30",
                        "dst_endpoint_port",
                        137L,
                        "firewall_rule_name",
                        "allow-all",
                        "traffic_bytes_out",
                        276L,
                        "action_id",
                        1L,
                        "device_hostname",
                        "pa-vm300-goran1"));
        isRead(
                "<190>Jan 28 01:28:35 fw 1,2020/07/08 16:48:50,013201020735,THREAT,url,2049,2020/07/08 16:48:48,10.1.1.1,1.1.1.2,1.1.1.1,1.1.1.3,URLFilter,testuser,,arcgis,vsys1,DMZ,Outside,ae3,ae1,Panorama-Only,2020/07/08 16:48:48,357728,1,61066,80,33396,80,0x8403000,tcp,alert,\"geocode.arcgis.com/a?location={\"\"x\"\":-33,\"\"y\"\":22.3}\",(9999),ALL,informational,client-to-server,6816029286804555581,0xa000000000000000,Internal,United States,0,application/json,0",
                Map.of(
                        "class_uid", 4002L,
                        "http_request_url_hostname", "geocode.arcgis.com",
                        "http_request_url_url_string", "geocode.arcgis.com/a?location={\"x\":-33,\"y\":22.3}",
                        "actor_user_name", "testuser"));
    }

    @Test
    void readsPfSense() {
        isRead(
                "<27>Jan 25 01:58:06 filterlog: 82,,,1000002666,mvneta2,match,pass,out,6,0x00,0x00000,64,ICMPv6,58,8,fe80::208:a2ff:fe0f:cb66,fe80::56a6:5cff:fe7d:1d43,",
                Map.of(
                        "metadata_log_name", "pfsense",
                        "src_endpoint_ip", "fe80::208:a2ff:fe0f:cb66",
                        "connection_info_protocol_name", "ipv6-icmp",
                        "action_id", 1L));
        isRead(
                "<134>1 2026-01-25T01:58:06.123456+09:00 pf.example filterlog 1234 - - 5,,,1000000103,igb0,match,block,in,4,0x0,,112,2716,0,none,6,tcp,60,203.0.113.9,192.0.2.10,51234,22,0,S,1405,,29200,,mss;sackOK",
                Map.of(
                        "dst_endpoint_port", 22L,
                        "src_endpoint_port", 51_234L,
                        "action_id", 2L,
                        "connection_info_flag_history", "S",
                        "device_hostname", "pf.example",
                        "connection_info_direction_id", 1L));
    }

    @Test
    void readsLeasesOfDhcpdAndDnsmasq() {
        isRead(
                "<111>Jan 25 01:58:06 dhcp1 dhcpd[123]: DHCPACK on 192.168.1.120 to 00:50:56:13:60:56 (dummyhost) via eth1 relay eth1 lease-duration 600 uid 01:00:50:56:13:60:56",
                Map.of(
                        "metadata_log_name", "dhcpd",
                        "class_uid", 4004L,
                        "activity_id", 5L,
                        "src_endpoint_ip", "192.168.1.120",
                        "src_endpoint_mac", "00:50:56:13:60:56",
                        "src_endpoint_hostname", "dummyhost",
                        "lease_dur", 600L));
        isRead(
                "<111>Jan 25 01:58:06 dhcp1 dhcpd[123]: DHCPREQUEST for 192.168.1.120 (192.168.1.2) from 00:50:56:13:60:56 (dummyhost) via eth1 TransID 9a5fbd6e",
                Map.of("activity_id", 3L, "src_endpoint_ip", "192.168.1.120", "dst_endpoint_ip", "192.168.1.2"));
        isRead(
                "<111>Jan 25 01:58:06 dhcp1 dhcpd[123]: DHCPDISCOVER from 00:50:56:13:60:56 via eth1 TransID c02c6bb8",
                Map.of("activity_id", 1L, "src_endpoint_mac", "00:50:56:13:60:56"));
        isRead(
                "Jan 25 01:58:06 gw dnsmasq-dhcp[812]: DHCPACK(br0) 192.168.1.50 aa:bb:cc:dd:ee:ff laptop",
                Map.of("activity_id", 5L, "src_endpoint_ip", "192.168.1.50", "src_endpoint_hostname", "laptop"));
    }

    @Test
    void readsQuestionsOfDnsmasqAndBind() {
        isRead(
                "Jan 25 01:58:06 gw dnsmasq[812]: query[A] www.Example.jp from 192.168.1.50",
                Map.of(
                        "class_uid",
                        4003L,
                        "query_hostname",
                        "www.example.jp",
                        "src_endpoint_ip",
                        "192.168.1.50",
                        "query_type",
                        "A"));
        isRead(
                "<111>Jan 25 01:58:06 ns named[9]: queries: info: client @0x7f0c840cc860 192.168.1.3#61569 (abc.com): query: abc.com IN AAAA + (192.168.1.2)",
                Map.of("query_type", "AAAA", "src_endpoint_port", 61_569L, "dst_endpoint_ip", "192.168.1.2"));
    }

    @Test
    void readsSuricataInSyslogAndAlone() {
        isRead(
                "<135>Jul  4 10:20:34 hostname suricata[5885]: {\"timestamp\":\"2025-07-04T10:20:34.876151+0000\",\"flow_id\":254581151187804,\"in_iface\":\"ens5\",\"event_type\":\"flow\",\"src_ip\":\"10.202.11.111\",\"src_port\":33008,\"dest_ip\":\"169.254.169.254\",\"dest_port\":80,\"proto\":\"TCP\",\"app_proto\":\"http\",\"flow\":{\"pkts_toserver\":5,\"pkts_toclient\":5,\"bytes_toserver\":572,\"bytes_toclient\":864,\"start\":\"2025-07-04T10:19:28.124810+0000\",\"state\":\"closed\",\"alerted\":false}}",
                Map.of(
                        "metadata_log_name", "suricata",
                        "class_uid", 4001L,
                        "traffic_bytes_out", 572L,
                        "connection_info_protocol_name", "tcp",
                        "connection_info_uid", "254581151187804"));
        Read dns = Bench.read(
                "{\"timestamp\":\"2025-07-04T10:21:02.629670+0000\",\"event_type\":\"dns\",\"src_ip\":\"10.202.11.111\",\"src_port\":60883,\"dest_ip\":\"10.136.2.4\",\"dest_port\":53,\"proto\":\"UDP\",\"dns\":{\"version\":2,\"type\":\"query\",\"id\":54196,\"rrname\":\"monitoring.us-west-2.amazonaws.com\",\"rrtype\":\"AAAA\",\"tx_id\":0}}");
        assertThat(dns.get("class_uid")).isEqualTo(4003L);
        assertThat(dns.get("query_hostname")).isEqualTo("monitoring.us-west-2.amazonaws.com");
        assertThat(dns.get("unmapped").toString()).contains("\"dns.tx_id\":\"0\"");
    }

    @Test
    void readsAsaThroughEveryEnvelopeThatDevicesWrite() {
        for (String envelope : List.of(
                "<166>2018-06-27T12:17:46Z asa : ",
                "<164>Jan 31 2020 17:24:03: ",
                "<111> Jan 25 01:58:06: ",
                "<127> Jan 25 01:58:06 asa : ",
                "<111>:Jan 25 01:58:06 UTC: ",
                "Apr 15 2017 00:22:42 192.168.12.1 : ")) {
            isRead(
                    envelope
                            + "%ASA-3-710003: TCP access denied by ACL from 179.236.133.160/8949 to outside:72.142.18.38/23",
                    Map.of(
                            "metadata_event_code", "710003",
                            "src_endpoint_ip", "179.236.133.160",
                            "dst_endpoint_port", 23L,
                            "dst_endpoint_zone", "outside",
                            "action_id", 2L,
                            "connection_info_protocol_name", "tcp"));
        }
    }

    @Test
    void saysWhyALineIsNoRow() {
        assertThat(Bench.read("hello").reason()).isEqualTo(Reason.UNKNOWN_FORMAT);
        assertThat(Bench.read("{\"ts\":\"yesterday\",\"uid\":\"C1\"}").reason()).isEqualTo(Reason.NO_TIME);
        assertThat(Bench.read("{\"ts\":1.0,\"uid\":\"C1\",\"id.orig_h\":\"not an address\"}")
                        .reason())
                .isEqualTo(Reason.BAD_VALUE);
        assertThat(Bench.read("{\"ts\":1.0,\"uid\":\"C1\",\"id.ori").reason()).isEqualTo(Reason.MALFORMED);
    }
}
