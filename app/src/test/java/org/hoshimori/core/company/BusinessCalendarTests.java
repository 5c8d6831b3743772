package org.hoshimori.core.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.time.Month;
import org.hoshimori.ApplicationTest;
import org.hoshimori.SignedInAs;
import org.hoshimori.core.evidence.Actor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ApplicationTest
class BusinessCalendarTests {

    private static final Actor TEST = Actor.system("test");

    private final MockMvcTester pages;
    private final BusinessCalendar calendar;

    BusinessCalendarTests(@Autowired MockMvcTester pages, @Autowired BusinessCalendar calendar) {
        this.pages = pages;
        this.calendar = calendar;
    }

    @Test
    void knowsHolidaysThatMoveAndThoseInBetween() {
        assertThat(calendar.isBusinessDay(day(5, 6)))
                .as("substitute of Sunday the 3rd")
                .isFalse();
        assertThat(calendar.isBusinessDay(day(9, 22)))
                .as("between two holidays")
                .isFalse();
        assertThat(calendar.isBusinessDay(LocalDate.of(2032, 9, 21)))
                .as("between two holidays, the second an equinox")
                .isFalse();
        assertThat(calendar.isBusinessDay(day(2, 23))).isFalse();
        assertThat(calendar.isBusinessDay(LocalDate.of(2019, 12, 23)))
                .as("the emperor's birthday has moved to February")
                .isTrue();
        assertThat(calendar.isBusinessDay(day(7, 25))).as("a Saturday").isFalse();
        assertThat(calendar.isBusinessDay(day(7, 24))).isTrue();
    }

    @Test
    void shiftsToBusinessDays() {
        assertThat(calendar.onOrAfter(day(5, 2))).isEqualTo(day(5, 7));
        assertThat(calendar.onOrBefore(day(5, 6))).isEqualTo(day(5, 1));
        assertThat(calendar.onOrAfter(day(5, 7))).isEqualTo(day(5, 7));
        assertThat(calendar.plus(day(5, 1), 1)).isEqualTo(day(5, 7));
        assertThat(calendar.plus(day(5, 7), -1)).isEqualTo(day(5, 1));
        assertThat(calendar.plus(day(5, 3), 1)).as("from within a closure").isEqualTo(day(5, 7));
        assertThat(calendar.businessDays(day(4, 2), calendar.plus(day(4, 1), 250)))
                .hasSize(250);
        assertThat(calendar.businessDays(day(5, 1), day(5, 31))).hasSize(18);
    }

    @Test
    void closesOnTheCompanysOwnDays() {
        LocalDate founding = LocalDate.of(2031, 6, 12);
        assertThat(calendar.close(founding, "創立記念日", TEST)).isTrue();
        assertThat(calendar.close(founding, "創立記念日", TEST)).isFalse();
        assertThat(calendar.onOrAfter(founding)).isEqualTo(founding.plusDays(1));
        assertThat(pages.get().uri("/company?year=2031").with(authentication(SignedInAs.anybody())))
                .bodyText()
                .contains("2031年度の暦", "創立記念日", "昭和の日")
                .doesNotContain("取り消す");
        calendar.work(founding, TEST);
        assertThat(calendar.isBusinessDay(founding)).isTrue();
    }

    @Test
    void aFiscalYearBeginsWithItsMonth() {
        assertThat(FiscalYear.of(day(3, 31), Month.APRIL))
                .isEqualTo(new FiscalYear(2025, LocalDate.of(2025, 4, 1), LocalDate.of(2026, 3, 31)));
        assertThat(FiscalYear.of(day(4, 1), Month.APRIL).year()).isEqualTo(2026);
        assertThat(FiscalYear.of(day(1, 1), Month.JANUARY))
                .isEqualTo(new FiscalYear(2026, LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31)));
    }

    @Test
    void asksForANameAndABusiness() {
        assertThat(pages.post()
                        .uri("/company")
                        .param("name", "")
                        .param("fiscalYearBegins", "4")
                        .param("version", "0")
                        .with(csrf())
                        .with(authentication(SignedInAs.may("people"))))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("id=\"name-error\"", "一つ以上選んでください。");
        assertThat(pages.post()
                        .uri("/company")
                        .param("name", "試験宇宙株式会社")
                        .param("business", "SATELLITE_OPERATION")
                        .param("fiscalYearBegins", "4")
                        .param("version", "0")
                        .with(csrf())
                        .with(authentication(SignedInAs.may("people"))))
                .hasRedirectedUrl("/company");
        assertThat(pages.get().uri("/company/edit").with(authentication(SignedInAs.may("people"))))
                .bodyText()
                .contains("試験宇宙株式会社");
    }

    private static LocalDate day(int month, int day) {
        return LocalDate.of(2026, month, day);
    }
}
