package org.hoshimori.logarchive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is read by hand is what the patterns read. */
class AsaConnectionTests {

    private static Map<String, Object> row(Rows rows) {
        Map<String, Object> row = new LinkedHashMap<>();
        rows.keep();
        for (Column c : Column.values()) {
            if (rows.given(c, 0)) {
                row.put(
                        c.sql(),
                        c.isText() ? new String(rows.texts(c)[0], StandardCharsets.UTF_8) : (Object) rows.number(c, 0));
            }
        }
        return row;
    }

    /** Whether it was read by hand at all. */
    private static boolean agree(String text) {
        Rows byHand = new Rows(1);
        if (!AsaConnection.read(text, byHand)) {
            assertThat(row(byHand)).as(text).isEmpty();
            return false;
        }
        Rows byPatterns = new Rows(1);
        assertThat(CiscoAsa.byPatterns(text, byPatterns)).isNull();
        assertThat(row(byHand)).as(text).isEqualTo(row(byPatterns));
        return true;
    }

    private static List<String> messages() throws IOException {
        List<String> texts = new ArrayList<>(TwinsTests.sample("asa.log")
                .lines()
                .map(l -> l.replaceFirst(".*%[A-Z]+-(?:\\w+-)?\\d-\\d{6}\\s?:\\s?", ""))
                .toList());
        texts.add(
                "Built outbound UDP connection 2234066391 for outside:10.110.192.80/55173 (10.110.192.80/55173)(LOCAL\\x)"
                        + " to inside:10.96.105.18/53 (10.96.105.18/53)");
        texts.add("Deny tcp src outside:192.0.2.1/5000 dst inside:10.1.1.1/22 by access-group \"out\" [0x0, 0x0]");
        texts.add("Deny udp src dmz:192.0.2.1/53(LOCAL\\me) dst inside:10.1.1.1/22 by access-group out");
        texts.add(
                "Teardown TCP connection 5 for outside:2001:db8::1/80 to inside:10.1.1.1/22 duration 0:00:01 bytes 5 TCP FINs");
        return texts;
    }

    @Test
    void readsRealMessagesAsThePatternsDo() throws IOException {
        assertThat(messages().stream().filter(AsaConnectionTests::agree).count())
                .isGreaterThan(40);
    }

    @Test
    void readsSpoiltMessagesAsThePatternsDo() throws IOException {
        Random random = new Random(17);
        List<String> messages = messages();
        int byHand = 0;
        for (int round = 0; round < 60_000; round++) {
            StringBuilder text = new StringBuilder(messages.get(random.nextInt(messages.size())));
            for (int i = random.nextInt(3); i > 0 && !text.isEmpty(); i--) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(3)) {
                    case 0 -> text.setCharAt(at, " ():/.0a\\-".charAt(random.nextInt(10)));
                    case 1 -> text.deleteCharAt(at);
                    default -> text.insert(at, " ():/.0a\\-".charAt(random.nextInt(10)));
                }
            }
            byHand += agree(text.toString()) ? 1 : 0;
        }
        assertThat(byHand).isGreaterThan(5000);
    }
}
