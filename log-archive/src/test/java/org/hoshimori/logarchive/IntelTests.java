package org.hoshimori.logarchive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.hoshimori.logarchive.IpKey.Range;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists of harm and lists that guard against them, as others publish them. */
class IntelTests {

    @TempDir
    Path folder;

    private static Path published(String inner) throws URISyntaxException {
        return Path.of(IntelTests.class.getResource("intel/README.txt").toURI()).resolveSibling(inner);
    }

    private static Indicators published() throws IOException, URISyntaxException {
        return Indicators.read(published("indicators"), Guards.read(published("guards")));
    }

    @Test
    void readsPublishedTrails() throws IOException, URISyntaxException {
        Indicators all = published();
        assertThat(all.name("instsync.eu")).isNotNull();
        assertThat(all.name("www.instsync.eu")).isNotNull();
        assertThat(all.name("xinstsync.eu")).isNull();
        assertThat(all.address("68.183.219.190"))
                .as("a URL without a path means its host")
                .isNotNull();
        assertThat(all.address("213.174.157.151"))
                .extracting(Indicators.Indicator::port)
                .isEqualTo(21);
    }

    @Test
    void respectsPublishedGuards() throws IOException, URISyntaxException {
        Guards guards = Guards.read(published("guards"));
        assertThat(List.of("10.1.2.3", "bit.ly", "x.bit.ly", "captive.apple.com", "192.0.2.9", "some.blogspot.com"))
                .allMatch(guards::guards);
        assertThat(List.of("68.183.219.190", "xbit.ly", "instsync.eu", "blogspot.com.evil.example"))
                .noneMatch(guards::guards);
        Path lists = folder.resolve("lists");
        Bench.file(lists, "mine.txt", "bit.ly\n10.9.9.9\ninstsync.eu\n");
        Indicators kept = Indicators.read(lists, guards);
        assertThat(kept.guarded()).isEqualTo(2);
        assertThat(kept.size()).isEqualTo(1);
    }

    @Test
    void readsStixPatternsAndMispAttributesOfEveryKind() throws IOException {
        Path lists = folder.resolve("lists");
        Bench.file(lists, "stix.json", """
                {"type": "bundle", "id": "bundle--5d0092c5-5f74-4287-9642-33f4c354e56d", "objects": [
                 {"type": "identity", "spec_version": "2.1", "name": "x"},
                 {"type": "indicator", "spec_version": "2.1", "pattern_type": "stix",
                  "pattern": "[ipv4-addr:value = '198.51.100.1/32' OR ipv4-addr:value = '203.0.113.33/32']"},
                 {"type": "indicator", "spec_version": "2.1", "pattern_type": "stix",
                  "pattern": "[url:value = 'http://x4z9arb.cn/4712/']"},
                 {"type": "indicator", "spec_version": "2.1", "pattern_type": "stix",
                  "pattern": "[network-traffic:dst_ref.type = 'ipv4-addr' AND network-traffic:dst_ref.value = '198.51.100.77']"},
                 {"type": "indicator", "spec_version": "2.1", "pattern_type": "stix",
                  "pattern": "[file:hashes.'SHA-256' = 'aec070645fe53ee3b3763059376134f058cc337247c978add178b6ccdfb0019f']"},
                 {"type": "indicator", "spec_version": "2.1", "pattern_type": "stix",
                  "pattern": "[network-traffic:extensions.'tls-ext'.ja3 = 'e7d705a3286e19ea42f587b344ee6865']"}]}
                """);
        Bench.file(lists, "misp.json", """
                {"response": [{"Event": {"info": "x", "Attribute": [
                  {"type": "ip-dst|port", "category": "Network activity", "to_ids": true, "value": "198.51.100.9|4444"},
                  {"type": "domain|ip", "category": "Network activity", "to_ids": true, "value": "two.example|198.51.100.10"},
                  {"type": "url", "category": "Network activity", "to_ids": true, "value": "https://three.example/a?b=c"},
                  {"type": "ja3-fingerprint-md5", "category": "Network activity", "to_ids": true, "value": "6734f37431670b3ab4292b8f60f29984"},
                  {"type": "sha256", "category": "Payload delivery", "to_ids": true, "value": "aec070645fe53ee3b3763059376134f058cc337247c978add178b6ccdfb0019f"},
                  {"type": "ip-dst", "category": "Network activity", "to_ids": false, "value": "198.51.100.11"}],
                 "Object": [{"name": "domain-ip", "Attribute": [
                  {"type": "hostname", "category": "Network activity", "to_ids": true, "value": "four.example"}]}]}}]}
                """);
        Indicators all = Indicators.read(lists, Guards.read(null));
        assertThat(all.address("198.51.100.1")).isNotNull();
        assertThat(all.address("203.0.113.33")).isNotNull();
        assertThat(all.address("198.51.100.77")).isNotNull();
        assertThat(all.address("198.51.100.9"))
                .extracting(Indicators.Indicator::port)
                .isEqualTo(4444);
        assertThat(all.address("198.51.100.10")).isNotNull();
        assertThat(all.address("198.51.100.11")).as("kept for context only").isNull();
        assertThat(all.name("two.example")).isNotNull();
        assertThat(all.name("four.example")).isNotNull();
        assertThat(all.url("x4z9arb.cn", "/4712/")).isNotNull();
        assertThat(all.url("three.example", "https://three.example/a?b=c")).isNotNull();
        assertThat(all.fingerprint("E7D705A3286E19EA42F587B344EE6865")).isNotNull();
        assertThat(all.fingerprint("6734f37431670b3ab4292b8f60f29984")).isNotNull();
        assertThat(all.name("ipv4-addr")).isNull();
        assertThat(all.size()).as("files are nothing that a gateway sees").isEqualTo(11);
    }

    @Test
    void findsTheNarrowestNetworkAsASearchOfAllWould() {
        Random random = new Random(3);
        for (int round = 0; round < 50; round++) {
            Cidrs<String> cidrs = new Cidrs<>();
            List<Range> ranges = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                String text = String.format(
                        Locale.ROOT, "10.%d.%d.0/%d", random.nextInt(3), random.nextInt(4), 8 + random.nextInt(25));
                Range range = IpKey.range(text);
                ranges.add(range);
                cidrs.add(range, text + "#" + i);
            }
            for (int i = 0; i < 500; i++) {
                String key = IpKey.of("10." + random.nextInt(4) + "." + random.nextInt(5) + "." + random.nextInt(256));
                int best = -1;
                for (int r = 0; r < ranges.size(); r++) {
                    if (ranges.get(r).holds(key)
                            && (best < 0
                                    || ranges.get(r).bits() > ranges.get(best).bits())) {
                        best = r;
                    }
                }
                String found = cidrs.of(key);
                assertThat(found == null ? "" : found.replaceAll(".*#", "")).isEqualTo(best < 0 ? "" : "" + best);
            }
        }
    }
}
