package org.hoshimori.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpanTests {

    @ParameterizedTest
    @CsvSource({
        "PT6H, 6時間, 6 hours",
        "P3Y, 3年間, 3 years",
        "P1D, 1日, 1 day",
        "PT15M, 15分, 15 minutes",
        "P1Y6M, 1年間6か月, 1 year 6 months",
        "PT90S, 1分30秒, 1 minute 30 seconds",
    })
    void saysItselfInBothLanguages(String iso, String ja, String en) {
        assertThat(Span.parse(iso).in(Lang.JA)).isEqualTo(ja);
        assertThat(Span.parse(iso).in(Lang.EN)).isEqualTo(en);
    }

    @ParameterizedTest
    @CsvSource({
        "P1Y, 年1回, every year",
        "P3M, 3か月に1回, every 3 months",
        "P1M, 月1回, every month",
        "P2Y, 2年に1回, every 2 years",
        "P1D, 1日1回, every day",
    })
    void saysARhythmInBothLanguages(String iso, String ja, String en) {
        assertThat(Span.parse(iso).rhythmIn(Lang.JA)).isEqualTo(ja);
        assertThat(Span.parse(iso).rhythmIn(Lang.EN)).isEqualTo(en);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT6H", "P3Y", "P1Y2M3DT4H5M6S", "PT15M", "P7D"})
    void writesItselfAsItWasRead(String iso) {
        assertThat(Span.parse(iso)).hasToString(iso);
    }

    @Test
    void countsAWeekAsSevenDays() {
        assertThat(Span.parse("P2W")).isEqualTo(Span.parse("P14D"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "P", "PT", "6H", "P-1D", "P1.5Y", "P1DT", "１年"})
    void refusesWhatIsNoDuration(String text) {
        assertThatThrownBy(() -> Span.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ordersByLength() {
        assertThat(Span.parse("PT1H")).isLessThan(Span.parse("P1D"));
        assertThat(Span.parse("P1Y")).isGreaterThan(Span.parse("P11M"));
    }
}
