package org.hoshimori.logarchive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The columns are attributes of the published OCSF 1.4.0, or named in the documents as ours. */
class OcsfTests {

    private static final Pattern CLASS = Pattern.compile("class (\\d+) ([a-z_]+): (.*)");

    private static List<String> lines() throws IOException {
        try (InputStream in = OcsfTests.class.getResourceAsStream("ocsf-" + Archive.OCSF + ".txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(l -> !l.isBlank() && !l.startsWith("#"))
                    .toList();
        }
    }

    private static TreeSet<String> attributes() throws IOException {
        TreeSet<String> names = new TreeSet<>();
        for (String line : lines()) {
            if (line.startsWith("attributes ")) {
                String path = line.substring(11, line.indexOf(':'));
                for (String word : line.substring(line.indexOf(':') + 1).strip().split(" ")) {
                    names.add((path.equals("event") ? word : path + "." + word).replace('.', '_'));
                }
            }
        }
        return names;
    }

    @Test
    void namesColumnsAsThePublishedSchemaDoes() throws IOException {
        TreeSet<String> strange = new TreeSet<>();
        Arrays.stream(Column.values()).map(Column::sql).forEach(strange::add);
        strange.removeAll(attributes());
        assertThat(strange).containsExactly("duration_us", "finding_title", "tls_ja4_fingerprint_value");
    }

    /** A mapping of one class fills no attribute that the class does not have. */
    @Test
    void mapsEachFieldToAnAttributeOfItsClass() throws IOException {
        Map<Integer, List<String>> only = new LinkedHashMap<>();
        for (String line : lines()) {
            if (line.startsWith("only ")) {
                only.put(
                        Integer.parseInt(line.substring(5, 9)),
                        List.of(line.substring(10).strip().split(" ", -1)));
            }
        }
        for (String name :
                List.of("zeek-conn", "zeek-http", "zeek-dns", "zeek-dhcp", "zeek-ssl", "nfdump", "yaf", "argus")) {
            Mapping mapping = Mapping.shipped(name);
            int uid = Integer.parseInt(mapping.key("class", "4001"));
            for (Column column : mapping.columns()) {
                only.forEach((other, attributes) -> {
                    if (other != uid) {
                        assertThat(attributes.stream()
                                        .noneMatch(a -> column.sql().equals(a)
                                                || column.sql().startsWith(a + "_")))
                                .as(name + ": " + column.sql())
                                .isTrue();
                    }
                });
            }
        }
        assertThat(only).containsOnlyKeys(4002, 4003, 4004);
    }

    @Test
    void tellsOfEveryDifference() throws IOException {
        Path docs = Path.of("..", "docs", "logs.md");
        assertThat(Files.readString(docs))
                .contains(
                        "`duration_us`",
                        "`finding_title`",
                        "`tls_ja4_fingerprint_value`",
                        "`unmapped`",
                        "`answers_rdata`");
    }

    @Test
    void numbersClassesAndActivitiesAsThePublishedSchemaDoes() throws IOException {
        Map<Integer, Map<Integer, String>> classes = new LinkedHashMap<>();
        for (String line : lines()) {
            Matcher matcher = CLASS.matcher(line);
            if (matcher.matches()) {
                Map<Integer, String> activities = new LinkedHashMap<>();
                for (String one : matcher.group(3).split(", ")) {
                    activities.put(
                            Integer.parseInt(one.substring(0, one.indexOf(' '))), one.substring(one.indexOf(' ') + 1));
                }
                classes.put(Integer.parseInt(matcher.group(1)), activities);
            }
        }
        assertThat(classes).containsOnlyKeys(4001, 4002, 4003, 4004);
        classes.get(4002).forEach((id, name) -> {
            if (id > 0 && id < 99) {
                Bench.Read row = Bench.read(
                        "1461576382.642 1 127.0.0.1 TCP_MISS/200 1 %s http://a.example/ - DIRECT/192.0.2.1 text/html"
                                .formatted(name.toUpperCase(java.util.Locale.ROOT)));
                assertThat(row.get("activity_id")).as(name).isEqualTo((long) id);
            }
        });
        classes.get(4004).forEach((id, name) -> {
            if (id > 0 && id < 99) {
                assertThat(Conversion.dhcpActivity("DHCP" + name)).as(name).isEqualTo(id);
            }
        });
        assertThat(classes.get(4001))
                .containsEntry(1, "Open")
                .containsEntry(2, "Close")
                .containsEntry(5, "Refuse");
        assertThat(Bench.read(
                                "<166>2018-06-27T12:17:46Z asa : %ASA-3-710003: TCP access denied by ACL from 179.236.133.160/8949 to outside:72.142.18.38/23")
                        .get("activity_id"))
                .isEqualTo(5L);
    }
}
