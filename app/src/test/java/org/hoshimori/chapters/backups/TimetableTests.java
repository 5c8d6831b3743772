package org.hoshimori.chapters.backups;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimetableTests {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate BEGINS = LocalDate.of(2026, 1, 1);
    private static final int ROUNDS = 400;

    @ParameterizedTest
    @CsvSource({
        "FREQ=DAILY, true",
        "FREQ=WEEKLY;BYDAY=MO, true",
        "FREQ=MONTHLY;BYMONTHDAY=-1, true",
        "FREQ=HOURLY, false",
        "FREQ=DAILY;COUNT=3, false",
        "FREQ=DAILY;UNTIL=20300101, false",
        "FREQ=MONTHLY;BYMONTHDAY=32, false",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30, false",
        "'', false",
        "毎日, false"
    })
    void readsRulesThatFallOnDaysWithoutEnd(String rule, boolean readable) {
        assertThat(Timetable.readable(rule, BEGINS)).isEqualTo(readable);
    }

    @Test
    void fallsOnTheLastDayOfAMonthThatIsTooShort() {
        String rule = new Rhythm("monthly", "MO", 31, "").written();
        assertThat(days(new Timetable(rule, BEGINS, LocalTime.of(2, 0), true, Duration.ofHours(6)), 2028, 2))
                .containsExactly(LocalDate.of(2028, 2, 29));
        assertThat(Rhythm.of(rule)).isEqualTo(new Rhythm("monthly", "MO", 31, ""));
    }

    @Test
    void waitsForTheHourThatAClockChangeLeavesOutAndTakesTheFirstOfTwo() {
        Timetable nightly = new Timetable("FREQ=DAILY", BEGINS, LocalTime.of(2, 30), true, Duration.ofHours(6));
        assertThat(nightly.due(at(2026, 3, 29, 0), at(2026, 3, 29, 12), BERLIN, day -> true))
                .containsExactly(Instant.parse("2026-03-29T01:30:00Z"));
        assertThat(nightly.due(at(2026, 10, 25, 0).minusSeconds(7200), at(2026, 10, 25, 12), BERLIN, day -> true))
                .containsExactly(Instant.parse("2026-10-25T00:30:00Z"));
    }

    @Test
    void countsTheLongestTimeBetweenTwoRuns() {
        assertThat(weekly("FREQ=DAILY").longestGap()).isEqualTo(1);
        assertThat(weekly("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR").longestGap()).isEqualTo(3);
        assertThat(weekly("FREQ=MONTHLY;BYMONTHDAY=-1").longestGap()).isEqualTo(31);
    }

    /** Every rule a form can write, holidays, clock changes: the same days as counting each day by itself. */
    @Test
    void fallsOnTheDaysOfASimpleModel() {
        Random random = new Random(20261128);
        for (int round = 0; round < ROUNDS; round++) {
            Rhythm rhythm = new Rhythm(
                    Rhythm.KINDS.get(random.nextInt(3)),
                    Rhythm.WEEKDAYS.get(random.nextInt(7)),
                    1 + random.nextInt(31),
                    "");
            ZoneId zone = random.nextBoolean() ? TOKYO : BERLIN;
            LocalDate begins = BEGINS.plusDays(random.nextInt(700));
            Set<LocalDate> closed = closed(random, begins);
            Timetable timetable = new Timetable(
                    rhythm.written(),
                    begins,
                    LocalTime.of(random.nextInt(24), random.nextInt(60)),
                    random.nextBoolean(),
                    Duration.ofHours(1 + random.nextInt(48)));
            Predicate<LocalDate> works = day -> !closed.contains(day);
            Instant after = begins.minusDays(3)
                    .plusDays(random.nextInt(60))
                    .atStartOfDay(zone)
                    .toInstant();
            Instant upTo = after.plus(Duration.ofHours(random.nextInt(24 * 90)));
            assertThat(timetable.due(after, upTo, zone, works))
                    .as("round %d: %s %s %s", round, timetable, zone, after)
                    .containsExactlyElementsOf(model(rhythm, timetable, closed, zone, after, upTo));
            assertThat(Rhythm.of(rhythm.written()).written()).isEqualTo(rhythm.written());
        }
    }

    /** A run meets the one that was due last before it; what was not met in time is missed. */
    @Test
    void missesWhatASimpleModelMisses() {
        Random random = new Random(411);
        for (int round = 0; round < ROUNDS; round++) {
            Timetable timetable = new Timetable(
                    "FREQ=DAILY",
                    BEGINS,
                    LocalTime.of(2, 0),
                    random.nextBoolean(),
                    Duration.ofHours(1 + random.nextInt(40)));
            Set<LocalDate> closed = closed(random, BEGINS);
            ZoneId zone = random.nextBoolean() ? TOKYO : BERLIN;
            Instant from = BEGINS.plusDays(60).atStartOfDay(zone).toInstant();
            Instant now = from.plus(Duration.ofHours(random.nextInt(24 * 40)));
            List<Instant> due = timetable.due(from, now.plus(Timetable.EARLY), zone, day -> !closed.contains(day));
            List<Instant> runs = new ArrayList<>();
            due.forEach(d -> {
                if (random.nextInt(4) > 0) {
                    runs.add(d.plus(Duration.ofMinutes(random.nextInt(60 * 50) - 180)));
                }
            });
            runs.removeIf(run -> run.isAfter(now));
            assertThat(timetable.missed(due, runs, now))
                    .as("round %d", round)
                    .containsExactlyElementsOf(missed(due, runs, timetable.grace(), now));
        }
    }

    private static List<Instant> missed(List<Instant> due, List<Instant> runs, Duration grace, Instant now) {
        TreeSet<Instant> open = new TreeSet<>(due);
        TreeSet<Instant> all = new TreeSet<>(due);
        for (Instant run : runs) {
            Instant slot = all.floor(run.plus(Timetable.EARLY));
            if (slot != null && !run.isAfter(slot.plus(grace))) {
                open.remove(slot);
            }
        }
        open.removeIf(d -> !d.plus(grace).isBefore(now));
        return List.copyOf(open);
    }

    private static List<Instant> model(
            Rhythm rhythm, Timetable timetable, Set<LocalDate> closed, ZoneId zone, Instant after, Instant upTo) {
        List<Instant> due = new ArrayList<>();
        for (LocalDate day = timetable.begins();
                day.isBefore(timetable.begins().plusDays(900));
                day = day.plusDays(1)) {
            boolean falls = switch (rhythm.every()) {
                case "daily" -> true;
                case "weekly" -> day.getDayOfWeek() == DayOfWeek.of(1 + Rhythm.WEEKDAYS.indexOf(rhythm.weekday()));
                default -> day.getDayOfMonth() == Math.min(rhythm.monthDay(), day.lengthOfMonth());
            };
            if (falls && (timetable.onDaysOff() || !closed.contains(day))) {
                due.add(shown(day.atTime(timetable.at()), zone));
            }
        }
        due.removeIf(d -> !d.isAfter(after) || d.isAfter(upTo));
        return due;
    }

    /** The first instant at which a clock shows this or, where it never does, what it is after the gap. */
    private static Instant shown(LocalDateTime time, ZoneId zone) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(time);
        return offsets.isEmpty()
                ? time.toInstant(zone.getRules().getTransition(time).getOffsetBefore())
                : time.toInstant(offsets.getFirst());
    }

    private static Set<LocalDate> closed(Random random, LocalDate begins) {
        Set<LocalDate> closed = new HashSet<>();
        for (LocalDate day = begins; day.isBefore(begins.plusDays(900)); day = day.plusDays(1)) {
            if (day.getDayOfWeek().getValue() > 5 || random.nextInt(20) == 0) {
                closed.add(day);
            }
        }
        return closed;
    }

    private static Timetable weekly(String rule) {
        return new Timetable(rule, BEGINS, LocalTime.of(2, 0), true, Duration.ofHours(6));
    }

    private static Instant at(int year, int month, int day, int hour) {
        return LocalDateTime.of(year, month, day, hour, 0).atZone(BERLIN).toInstant();
    }

    private static List<LocalDate> days(Timetable timetable, int year, int month) {
        LocalDate first = LocalDate.of(year, month, 1);
        return timetable
                .due(
                        first.atStartOfDay(TOKYO).toInstant(),
                        first.plusMonths(1).atStartOfDay(TOKYO).toInstant(),
                        TOKYO,
                        d -> true)
                .stream()
                .map(i -> LocalDate.ofInstant(i, TOKYO))
                .toList();
    }
}
