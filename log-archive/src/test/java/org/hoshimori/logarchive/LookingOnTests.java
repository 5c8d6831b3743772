package org.hoshimori.logarchive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody sees of the archive without asking its rows, and while it is verified or reviewed. */
class LookingOnTests {

    private static final String LINE =
            "%d.000 1 10.0.0.1 TCP_MISS/200 10 GET http://a.example/ - DIRECT/192.0.2.1 text/html%n";
    private static final Instant MORNING = Instant.parse("2026-03-02T00:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @TempDir
    Path folder;

    private Archive archive;

    /** A row an hour on the first day, none on the second, two on the third; and a line that is none. */
    @BeforeEach
    void threeDays() throws IOException {
        archive = Archive.create(folder.resolve("archive"));
        StringBuilder text = new StringBuilder("no line\n");
        for (int hour = 0; hour < 24; hour++) {
            text.append(LINE.formatted(MORNING.plusSeconds(hour * 3600L).getEpochSecond()));
        }
        text.append(LINE.formatted(MORNING.plus(Duration.ofHours(50)).getEpochSecond()));
        text.append(LINE.formatted(MORNING.plus(Duration.ofHours(51)).getEpochSecond()));
        Importing.run(
                archive,
                new Importing.Options("squid", "proxy", ZoneId.of("Asia/Tokyo"), Formats.shipped()),
                List.of(Bench.file(folder, "access.log", text.toString())),
                outcome -> {});
    }

    @Test
    void countsEachDay() throws IOException {
        assertThat(Daily.of(archive, DAY, DAY.plusDays(2)))
                .isEqualTo(new Daily(
                        new TreeMap<>(Map.of("proxy", new TreeMap<>(Map.of(DAY, 24L, DAY.plusDays(2), 2L)))),
                        new TreeMap<>(Map.of("malformed", 1L))));
        assertThat(Daily.of(archive, DAY.plusDays(1), DAY.plusDays(1)).rows()).isEmpty();
        Compacting.of(archive);
        assertThat(Daily.of(archive, DAY, DAY).rows().get("proxy")).containsExactly(Map.entry(DAY, 24L));
    }

    @Test
    void findsSilences() throws IOException {
        assertThat(Gaps.of(archive, Duration.ofHours(6)))
                .containsExactly(
                        new Gaps.Gap("proxy", MORNING.plus(Duration.ofHours(24)), MORNING.plus(Duration.ofHours(50))));
        assertThat(Gaps.of(archive, Duration.ofHours(27))).isEmpty();
    }

    /** A poll a day, a day without one in the fifth week, and again a poll a day. */
    @Test
    void letsASourceBeSilentAsItUsuallyIs() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int day = 10; day < 46; day++) {
            if (day != 40) {
                text.append(LINE.formatted(
                        MORNING.plus(Duration.ofHours(day * 24L + day % 3)).getEpochSecond()));
            }
        }
        Importing.run(
                archive,
                new Importing.Options("squid", "poll", ZoneId.of("Asia/Tokyo"), Formats.shipped()),
                List.of(Bench.file(folder, "poll.log", text.toString())),
                outcome -> {});
        assertThat(Gaps.of(archive, Duration.ofHours(6)).stream()
                        .filter(g -> g.source().equals("poll")))
                .as("three nights that make the habit, then the day that is missing")
                .extracting(g -> Duration.between(MORNING, g.from()).toDays())
                .containsExactly(10L, 11L, 12L, 39L);
    }

    @Test
    void saysWhatIsPastItsTime() throws IOException {
        Instant later = MORNING.plus(Duration.ofDays(366));
        assertThat(Purging.due(archive, Period.ofYears(1), later).rows()).isZero();
        Purging.Result due = Purging.due(archive, Period.ofYears(1), later.plus(Duration.ofDays(1)));
        assertThat(due.rows()).isEqualTo(24);
        assertThat(Purging.of(archive, Period.ofYears(1), Period.ofYears(1), later.plus(Duration.ofDays(1)), true))
                .isEqualTo(due);
    }

    @Test
    void tellsHowFarItIsAndEndsWhenWanted() throws IOException {
        List<Integer> done = new ArrayList<>();
        Reviewing.Options options =
                new Reviewing.Options(null, null, DAY, DAY.plusDays(2), ZoneId.of("UTC"), Map.of(), 0);
        Reviewing.watched(archive, options, (part, total) -> {
            done.add(part);
            assertThat(total).isEqualTo(Rule.SHIPPED.size());
        });
        assertThat(done).isSorted().hasSize(Rule.SHIPPED.size()).startsWith(0);
        done.clear();
        Verification.watched(archive, Duration.ofHours(6), "", (part, total) -> done.add(part));
        assertThat(done).startsWith(0, 1).isSorted();
        long reviews = reviews();
        assertThatThrownBy(() -> Reviewing.watched(archive, options, (part, total) -> {
                    throw new CancellationException();
                }))
                .isInstanceOf(CancellationException.class);
        assertThat(reviews()).as("a review that was not finished is none").isEqualTo(reviews);
    }

    private long reviews() throws IOException {
        return archive.manifest().entries().stream()
                .filter(Entry.Reviewed.class::isInstance)
                .count();
    }

    @Test
    void countsTheNewerOfTwoWords() throws IOException {
        String hit = "beaconing:0123456789ab";
        Marks.say(archive, new Marks.Mark(hit, Marks.State.explained, "b", "x", MORNING.plusSeconds(2)));
        Marks.say(archive, new Marks.Mark(hit, Marks.State.incident, "a", "y", MORNING.plusSeconds(1)));
        assertThat(Marks.of(archive).get(hit).note()).isEqualTo("b");
    }
}
