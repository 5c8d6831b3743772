package org.hoshimori.logarchive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** Times are read as they were meant. */
class TimesTests {

    private static Times times(String zone, String asOf) {
        return new Times(ZoneId.of(zone), Instant.parse(asOf));
    }

    private static String read(long micros) {
        return BatchFiles.instant(micros).toString();
    }

    @Test
    void readsJapaneseTimeWhereNoZoneIsNamed() {
        Times times = times("Asia/Tokyo", "2026-01-01T00:00:00Z");
        assertThat(read(times.iso("2025/07/04 10:20:33"))).isEqualTo("2025-07-04T01:20:33Z");
        assertThat(read(times.iso("2025-07-04T10:20:33.093102+0000"))).isEqualTo("2025-07-04T10:20:33.093102Z");
        assertThat(read(times.iso("2025-07-04 10:20:33 JST"))).isEqualTo("2025-07-04T01:20:33Z");
        assertThat(read(times.clf("17/May/2015:10:05:03 +0900"))).isEqualTo("2015-05-17T01:05:03Z");
    }

    @Test
    void takesTheLatestYearThatIsNotInTheFuture() {
        Times times = times("Asia/Tokyo", "2026-01-02T03:00:00Z");
        assertThat(read(times.bsd("Dec 31 23:59:59", 0))).isEqualTo("2025-12-31T14:59:59Z");
        assertThat(read(times.bsd("Jan  2 09:00:00", 0))).isEqualTo("2026-01-02T00:00:00Z");
        assertThat(read(times.bsd("Jan  3 11:00:00", 0))).isEqualTo("2026-01-03T02:00:00Z");
        assertThat(read(times.bsd("Jan  4 00:00:00", 0))).isEqualTo("2025-01-03T15:00:00Z");
        assertThat(read(times.bsd("Feb 29 12:00:00", 0))).isEqualTo("2024-02-29T03:00:00Z");
    }

    @Test
    void keepsALeapSecondInItsDay() {
        Times times = times("Asia/Tokyo", "2026-01-01T00:00:00Z");
        assertThat(read(times.iso("2017-01-01 08:59:60"))).isEqualTo("2016-12-31T23:59:59.999999Z");
        assertThat(read(times.iso("2016-12-31T23:59:60Z"))).isEqualTo("2016-12-31T23:59:59.999999Z");
    }

    @Test
    void tellsTheTwoHoursOfAutumnApartAndSkipsTheHourOfSpring() {
        Times times = times("America/New_York", "2026-01-01T00:00:00Z");
        assertThat(read(times.iso("2025-11-02 01:50:00"))).isEqualTo("2025-11-02T05:50:00Z");
        assertThat(read(times.iso("2025-11-02 01:10:00"))).isEqualTo("2025-11-02T06:10:00Z");
        assertThat(read(times.iso("2025-11-02 02:10:00"))).isEqualTo("2025-11-02T07:10:00Z");
        assertThat(read(times.iso("2025-03-09 02:30:00"))).isEqualTo("2025-03-09T07:30:00Z");
    }

    @Test
    void refusesWhatIsNoTime() {
        Times times = times("Asia/Tokyo", "2026-01-01T00:00:00Z");
        for (String wrong :
                new String[] {"2025-02-30 00:00:00", "2025-01-01 24:00:00", "2025-01-01", "", "no time at all!!"}) {
            assertThat(times.iso(wrong)).as(wrong).isEqualTo(Times.NONE);
        }
        assertThat(Times.epoch("14615763x2.642")).isEqualTo(Times.NONE);
        assertThat(Times.epoch("1461576382.6421234")).isEqualTo(1_461_576_382_642_123L);
    }
}
