package org.hoshimori.core.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetDaysTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-04-01", "2024/4/1", "2024.4.1", "2024年4月1日", "２０２４／４／１", "20240401", "令和6年4月1日", "令和６年４月１日",
                "R6.4.1", "r6/4/1", "Ｒ６．４．１", "令6.4.1", "2024年4月1日（月）", "2024-04-01T00:00", "2024/04/01 0:00:00",
                        " 2024年 4月 1日 "
            })
    void readsADayHoweverItIsWritten(String text) {
        assertThat(SheetDays.read(text)).contains(LocalDate.of(2024, 4, 1));
    }

    @Test
    void knowsTheErasAndTheirFirstYears() {
        assertThat(SheetDays.read("令和元年5月9日")).contains(LocalDate.of(2019, 5, 9));
        assertThat(SheetDays.read("H31.4.30")).contains(LocalDate.of(2019, 4, 30));
        assertThat(SheetDays.read("平成元年1月8日")).contains(LocalDate.of(1989, 1, 8));
        assertThat(SheetDays.read("S63.12.31")).contains(LocalDate.of(1988, 12, 31));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "未定",
                "2024",
                "令和99年13月40日",
                "平成35年1月1日",
                "昭和64年1月8日",
                "2024-02-30",
                "4/1",
                "24/4/1",
                "永年",
                "退職後3年",
                "20241301"
            })
    void refusesWhatIsNoDay(String text) {
        assertThat(SheetDays.read(text)).isEmpty();
    }
}
