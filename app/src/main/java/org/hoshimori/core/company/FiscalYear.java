package org.hoshimori.core.company;

import java.time.LocalDate;
import java.time.Month;

/**
 * A fiscal year (年度), named after the calendar year in which it begins.
 *
 * @param first its first day
 * @param last its last day
 */
public record FiscalYear(int year, LocalDate first, LocalDate last) {

    /** The fiscal year of a day, where fiscal years begin with this month. */
    public static FiscalYear of(LocalDate day, Month beginsWith) {
        int year = day.getMonthValue() < beginsWith.getValue() ? day.getYear() - 1 : day.getYear();
        return of(year, beginsWith);
    }

    /** The fiscal year that begins in a calendar year. */
    public static FiscalYear of(int year, Month beginsWith) {
        LocalDate first = LocalDate.of(year, beginsWith, 1);
        return new FiscalYear(year, first, first.plusYears(1).minusDays(1));
    }
}
