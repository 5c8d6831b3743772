package org.hoshimori.core.duties;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;

class CalendarTests {

    private static final String LONG =
            "委託先の対策の評価; とても長い題名、カンマ, と\\と\n改行 🚀 ".repeat(6).strip();

    private final String text = Calendar.of(
            "星守 実施事項",
            List.of(
                    new Calendar.Item(
                            "duty-1@hoshi.example",
                            Instant.parse("2026-11-28T01:02:03Z"),
                            4,
                            LocalDate.of(2028, 2, 29),
                            LONG,
                            "根拠: sup-4\nhttps://hoshi.example/duties/1",
                            "https://hoshi.example/duties/1"),
                    new Calendar.Item(
                            "duty-2@hoshi.example",
                            Instant.EPOCH,
                            0,
                            LocalDate.of(2026, 12, 31),
                            "ログの点検",
                            "",
                            "https://hoshi.example/duties/2")));

    @Test
    void anotherLibraryReadsWhatWasWritten() throws Exception {
        net.fortuna.ical4j.model.Calendar read = new CalendarBuilder().build(new StringReader(text));
        read.validate(true);
        List<VEvent> events = read.getComponents(Component.VEVENT);
        assertThat(events).hasSize(2);
        VEvent first = events.getFirst();
        assertThat(first.getSummary().getValue()).isEqualTo(LONG);
        assertThat(first.getUid().orElseThrow().getValue()).isEqualTo("duty-1@hoshi.example");
        assertThat(first.getDateTimeStart().getDate()).isEqualTo(LocalDate.of(2028, 2, 29));
        assertThat(first.getDateTimeEnd().getDate()).isEqualTo(LocalDate.of(2028, 3, 1));
        assertThat(first.getDescription().getValue()).contains("\nhttps://hoshi.example");
    }

    @Test
    void linesEndInCarriageReturnAndLineFeedAndHold75OctetsAtMost() {
        assertThat(text).endsWith("\r\n").doesNotContainPattern("[^\r]\n");
        assertThat(text.split("\r\n", -1))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
    }
}
