package org.hoshimori.core.duties;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.hoshimori.catalog.Span;
import org.junit.jupiter.api.Test;

class RhythmTests {

    @Test
    void quartersCountFromTheFiscalYear() {
        assertThat(every("P3M", Month.APRIL).overlapping(day("2026-05-01"), day("2026-10-01")))
                .containsExactly(
                        new Period(day("2026-04-01"), day("2026-06-30")),
                        new Period(day("2026-07-01"), day("2026-09-30")),
                        new Period(day("2026-10-01"), day("2026-12-31")));
        assertThat(every("P3M", Month.FEBRUARY).overlapping(day("2026-05-01"), day("2026-05-01")))
                .containsExactly(new Period(day("2026-05-01"), day("2026-07-31")));
    }

    @Test
    void monthsEndWhereTheyEnd() {
        assertThat(every("P1M", Month.APRIL).overlapping(day("2028-01-31"), day("2028-03-01")))
                .extracting(Period::due)
                .containsExactly(day("2028-01-31"), day("2028-02-29"), day("2028-03-31"));
        assertThat(every("P1M", Month.APRIL).overlapping(day("2027-02-01"), day("2027-02-28")))
                .extracting(Period::due)
                .containsExactly(day("2027-02-28"));
    }

    @Test
    void aYearIsDueInItsMonthOrSoonAfterItBegins() {
        Rhythm november = new Rhythm(Span.parse("P1Y"), Month.APRIL, Optional.of(Month.FEBRUARY), Optional.empty());
        assertThat(november.overlapping(day("2027-05-01"), day("2027-05-01")))
                .containsExactly(new Period(day("2027-04-01"), day("2028-02-29")));
        Rhythm soon = new Rhythm(Span.parse("P1Y"), Month.APRIL, Optional.empty(), Optional.of(Span.parse("P1M")));
        assertThat(soon.overlapping(day("2027-05-01"), day("2027-05-01")))
                .containsExactly(new Period(day("2027-04-01"), day("2027-04-30")));
    }

    @Test
    void weeksBeginOnMondays() {
        assertThat(every("P1W", Month.APRIL).overlapping(day("2026-11-25"), day("2026-12-02")))
                .containsExactly(
                        new Period(day("2026-11-23"), day("2026-11-29")),
                        new Period(day("2026-11-30"), day("2026-12-06")));
    }

    @Test
    void periodsFollowEachOtherWithoutAGapWhateverTheRhythm() {
        Random random = new Random(20261128);
        for (int i = 0; i < 2_000; i++) {
            String unit = List.of("M", "Y", "D", "W").get(random.nextInt(4));
            Rhythm rhythm = every("P" + (1 + random.nextInt(30)) + unit, Month.of(1 + random.nextInt(12)));
            LocalDate first = day("2024-01-01").plusDays(random.nextInt(6_000));
            LocalDate last = first.plusDays(random.nextInt(2_000));
            List<Period> periods = rhythm.overlapping(first, last);
            assertThat(periods).as(rhythm.signature()).isNotEmpty();
            assertThat(periods.getFirst().start()).isBeforeOrEqualTo(first);
            assertThat(periods.getLast().due()).isAfterOrEqualTo(last);
            for (int k = 1; k < periods.size(); k++) {
                assertThat(periods.get(k).start())
                        .as(rhythm.signature())
                        .isEqualTo(periods.get(k - 1).due().plusDays(1));
            }
            assertThat(rhythm.overlapping(first.plusDays(1), last.plusDays(400)))
                    .as("seen from another day, the same")
                    .containsAll(periods.subList(1, periods.size()));
        }
    }

    private static Rhythm every(String span, Month begins) {
        return new Rhythm(Span.parse(span), begins, Optional.empty(), Optional.empty());
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
